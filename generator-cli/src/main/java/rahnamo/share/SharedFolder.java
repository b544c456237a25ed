package rahnamo.share;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of one folder that strangers may ask for: regular files that are neither hidden nor
 * reached over a link. Immutable and safe for use by many threads.
 */
final class SharedFolder {

  private static final String INDEX = "index.html";

  /** Characters that mean something else than a name on some system. */
  private static final String FORBIDDEN = "\\:\0";

  private final Path root;

  SharedFolder(Path root) throws IOException {
    this.root = root.toRealPath();
  }

  /**
   * The file at a path such as {@code /ru/index.html}; a path that ends in a slash means the index
   * page there. Folders are not listed.
   *
   * @param path the path of an address, already decoded
   */
  Optional<Path> find(String path) {
    if (!path.startsWith("/")) {
      return Optional.empty();
    }
    String names = path.endsWith("/") ? path.substring(1) + INDEX : path.substring(1);
    Path file = root;
    for (String name : names.split("/", -1)) {
      if (!isPlain(name) || !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.empty();
      }
      Optional<Path> next = child(file, name);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      file = next.get();
    }
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(file)
        : Optional.empty();
  }

  private static Optional<Path> child(Path folder, String name) {
    try {
      return Optional.of(folder.resolve(name));
    } catch (InvalidPathException e) {
      return Optional.empty(); // a name that this system does not have
    }
  }

  /** Hidden names are the generator's notes; a name of dots leads out of the folder. */
  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && !name.startsWith(".")
        && name.chars().noneMatch(c -> FORBIDDEN.indexOf(c) >= 0);
  }
}
