package rahnamo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sites among the tests' resources, read where they are kept so that tests can renew them. */
final class Sites {

  /** A theme that prints what templates can know, so that other tests do not hang on the looks. */
  static final Path TEST_THEME = resources().resolve("test-theme");

  /** Whether what is expected is to be written anew. */
  static final boolean UPDATES = Boolean.getBoolean("golden.update");

  private Sites() {}

  static Path resources() {
    return Path.of(System.getProperty("basedir", "."), "src", "test", "resources")
        .toAbsolutePath()
        .normalize();
  }

  /** The folders of all sites in a folder of the resources. */
  static List<Path> in(String folder) throws IOException {
    try (Stream<Path> sites = Files.list(resources().resolve(folder))) {
      return sites.filter(Files::isDirectory).sorted().toList();
    }
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
