package rahnamo.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Paths of files in the output with what was written there, sorted by path. Immutable.
 *
 * <p>As text, one line per file: CRC-32C in hex, size, path.
 */
final class Manifest {

  private static final String TITLE = "rahnamo-manifest 1";

  private final SortedMap<String, Fingerprint> files;

  Manifest(Map<String, Fingerprint> files) {
    this.files = new TreeMap<>(files);
  }

  static Manifest empty() {
    return new Manifest(Map.of());
  }

  /** The manifest in a file; empty if there is none or it is not whole. */
  static Optional<Manifest> read(Path file) throws IOException {
    return SealedText.read(TITLE, file).flatMap(Manifest::parse);
  }

  static Optional<Manifest> parse(List<String> lines) {
    var files = new TreeMap<String, Fingerprint>();
    for (String line : lines) {
      String[] fields = line.split(" ", 3);
      // The seal is no signature: a path that leads outside must not be deleted on its word.
      if (fields.length < 3 || !OutputPath.isValid(fields[2])) {
        return Optional.empty();
      }
      try {
        int crc32c = HexFormat.fromHexDigits(fields[0]);
        files.put(fields[2], new Fingerprint(Long.parseLong(fields[1]), crc32c));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    return Optional.of(new Manifest(files));
  }

  byte[] bytes() {
    return SealedText.seal(TITLE, lines());
  }

  List<String> lines() {
    HexFormat hex = HexFormat.of();
    return files.entrySet().stream()
        .map(
            file ->
                hex.toHexDigits(file.getValue().crc32c())
                    + " "
                    + file.getValue().size()
                    + " "
                    + file.getKey())
        .toList();
  }

  Optional<Fingerprint> find(String path) {
    return Optional.ofNullable(files.get(path));
  }

  boolean contains(String path) {
    return files.containsKey(path);
  }

  /** All files, sorted by path; not to be changed. */
  SortedMap<String, Fingerprint> files() {
    return files;
  }
}
