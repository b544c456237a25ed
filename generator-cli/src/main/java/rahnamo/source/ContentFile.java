package rahnamo.source;

import java.nio.file.Path;

/**
 * One file of the content folder.
 *
 * @param path the path below the content folder, with {@code /}: {@code ru/rights/detention.md}
 * @param file where it lies on this machine
 * @param display the path as messages show it
 * @param size its length in bytes when the folder was scanned
 */
public record ContentFile(String path, Path file, String display, long size) {

  /** The name without folders. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The first folder: a language, or {@code media}. */
  public String topFolder() {
    int slash = path.indexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
