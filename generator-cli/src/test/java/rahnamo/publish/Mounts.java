package rahnamo.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** File systems mounted for a test; only root can do that, so for others the test is skipped. */
public final class Mounts {

  private final Deque<Path> mounted = new ArrayDeque<>();

  /** Mounts a small disk. */
  public void addDisk(Path folder, int bytes) throws Exception {
    mount(folder, "-t", "tmpfs", "-o", "size=" + bytes, "tmpfs", folder.toString());
  }

  /** Leaves the folder as it is, but nobody can write to it, not even root. */
  public void makeReadOnly(Path folder) throws Exception {
    mount(folder, "--bind", folder.toString(), folder.toString());
    mount(folder, "-o", "remount,bind,ro", folder.toString());
  }

  /** Unmounts all; what was under them is there again. */
  public void removeAll() throws Exception {
    while (!mounted.isEmpty()) {
      run(List.of("umount", mounted.pop().toString()));
    }
  }

  private void mount(Path folder, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("mount"));
    command.addAll(List.of(arguments));
    boolean done = System.getProperty("os.name").equals("Linux") && run(command) == 0;
    Assumptions.assumeTrue(done, "NOT TESTED HERE: mounting a file system needs root on Linux");
    if (!mounted.contains(folder)) {
      mounted.push(folder);
    }
  }

  private static int run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor();
  }
}
