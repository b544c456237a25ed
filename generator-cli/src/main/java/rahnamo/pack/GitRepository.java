package rahnamo.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Finds out whether files in a folder could be committed by mistake. */
final class GitRepository {

  private static final long PATIENCE_SECONDS = 20;

  private GitRepository() {}

  /**
   * Whether a folder, which need not exist, lies in the working tree of a repository that does not
   * ignore it. Git itself is asked, because only it knows all its rules; where there is a
   * repository and no Git, the answer is yes.
   */
  static boolean wouldTake(Path folder) throws IOException {
    Path existing = folder.toAbsolutePath().normalize();
    while (!Files.isDirectory(existing)) {
      Path parent = existing.getParent();
      if (parent == null) {
        return false;
      }
      existing = parent;
    }
    Path real = existing.toRealPath();
    Path rest = existing.relativize(folder.toAbsolutePath().normalize());
    return isInWorkingTree(real) && !isIgnored(real, real.resolve(rest).resolve("root.key"));
  }

  private static boolean isInWorkingTree(Path folder) {
    for (Path up = folder; up != null; up = up.getParent()) {
      if (Files.exists(up.resolve(".git"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIgnored(Path folder, Path file) throws IOException {
    var git = new ProcessBuilder(List.of("git", "check-ignore", "-q", "--", file.toString()));
    git.directory(folder.toFile());
    git.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    git.redirectErrorStream(true);
    git.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = git.start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (IOException e) {
      return false; // there is no Git to ask
    }
  }
}
