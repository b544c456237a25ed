package rahnamo.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import rahnamo.cli.Run;

/**
 * The site of {@code content/}, with articles added so that every kind of page exists in every
 * language, as files and on a local server below a path of its own.
 *
 * @param place everything that was made, deleted in the end
 * @param folder where {@code index.html} lies
 * @param server hosts it
 */
record BuiltSite(Path place, Path folder, StaticServer server) implements AutoCloseable {

  /** Where the site lies on its host. */
  static final String UNDER = "/portal/migrant/";

  static final List<String> LANGUAGES = List.of("tg", "ru", "uz", "uz-cyrl");

  static BuiltSite build() throws IOException {
    Path place = Files.createTempDirectory("rahnamo-site");
    Path content = place.resolve("content");
    EveryKindOfPage.write(content, "https://example.org" + UNDER);
    Path host = place.resolve("host");
    Path folder = host.resolve(UNDER.substring(1));
    Run run = Run.buildWithPacks(content, folder);
    assertEquals(0, run.exitCode(), run.err());
    return new BuiltSite(place, folder, StaticServer.start(host));
  }

  /** The address of a page on the local server. */
  String hosted(String path) {
    return server.address() + UNDER + path;
  }

  /** The address of a page on the disk. */
  String file(String path) {
    return folder.resolve(path).toUri().toString();
  }

  /** All pages, by path, but for those that hold the whole site. */
  List<String> pages() throws IOException {
    return files(".html").stream().filter(path -> !path.matches("packs/.*-\\d+\\.html")).toList();
  }

  /** The site in one language as one file. */
  Path singleFile(String language) throws IOException {
    List<String> found =
        files(".html").stream()
            .filter(path -> path.matches("packs/[a-z]+-" + language + "-\\d{8}-\\d+\\.html"))
            .toList();
    assertEquals(1, found.size(), found.toString());
    return folder.resolve(found.get(0));
  }

  /** Unpacks the pack of a series into a folder. */
  void unpack(String series, Path target) throws IOException {
    List<String> packs =
        files(".zip").stream()
            .filter(path -> path.matches("packs/[a-z]+-" + series + "-\\d{8}-\\d+\\.zip"))
            .toList();
    assertEquals(1, packs.size(), packs.toString());
    try (var zip = new ZipFile(folder.resolve(packs.get(0)).toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        Path file = target.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(zip.getInputStream(entry), file);
      }
    }
  }

  /** All files with such an ending, by path. */
  List<String> files(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(path -> path.endsWith(ending) && !path.startsWith("."))
          .sorted()
          .toList();
    }
  }

  String text(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }

  @Override
  public void close() throws IOException {
    server.close();
    try (Stream<Path> all = Files.walk(place)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
