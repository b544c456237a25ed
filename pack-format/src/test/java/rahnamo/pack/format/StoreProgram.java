package rahnamo.pack.format;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Another program that installs packs, to be run and killed by tests. */
final class StoreProgram {

  private StoreProgram() {}

  /** A program that says it is ready, then installs a file after the other and says so. */
  static Process install(List<String> options, Path store, List<Path> packs) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), StoreProgram.class.getName(), store.toString()));
    packs.forEach(pack -> command.add(pack.toString()));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Where the classes lie that the program needs; the tests' own path may be a launcher's. */
  private static String classPath() {
    return Stream.of(StoreProgram.class, PackStore.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().toString())
        .map(location -> Path.of(URI.create(location)).toString())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  public static void main(String[] arguments) throws Exception {
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    var anchor = TestPublisher.named("publisher").anchor();
    var store = PackStore.open(Path.of(arguments[0]).toFile(), anchor, TestPack.TODAY);
    out.println("ready");
    for (int i = 1; i < arguments.length; i++) {
      ReceivedPack received =
          store.receive(new FileSource(Path.of(arguments[i])), Progress.IGNORED);
      if (!received.isInstallable()) {
        out.println(received.report());
        return;
      }
      store.install(received);
      out.println("installed");
    }
  }

  /** A file, named by its path. */
  static final class FileSource implements PackSource {

    private final Path file;

    FileSource(Path file) {
      this.file = file;
    }

    @Override
    public String key() {
      return file.toString();
    }

    @Override
    public long length() {
      return file.toFile().length();
    }

    @Override
    public InputStream open(long offset) throws IOException {
      if (!Files.exists(file)) {
        throw new IOException("no file " + file);
      }
      var in = new FileInputStream(file.toFile());
      in.skipNBytes(offset);
      return in;
    }
  }
}
