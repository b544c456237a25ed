package rahnamo.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A small text file whose first line says what it is and whose last line proves that it is whole:
 * {@code end}, the number of lines between them, and the CRC-32C of everything before.
 */
final class SealedText {

  private SealedText() {}

  static byte[] seal(String title, List<String> lines) {
    var text = new StringBuilder(title).append('\n');
    for (String line : lines) {
      text.append(line).append('\n');
    }
    byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
    byte[] last = lastLine(lines.size(), body, body.length).getBytes(StandardCharsets.UTF_8);
    byte[] sealed = Arrays.copyOf(body, body.length + last.length + 1);
    System.arraycopy(last, 0, sealed, body.length, last.length);
    sealed[sealed.length - 1] = '\n';
    return sealed;
  }

  /** The lines between the first and the last; empty if the file is missing or not whole. */
  static Optional<List<String>> read(String title, Path file) throws IOException {
    if (OutputLayout.attributes(file).filter(found -> found.isRegularFile()).isEmpty()) {
      return Optional.empty();
    }
    return unseal(title, Files.readAllBytes(file));
  }

  static Optional<List<String>> unseal(String title, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    List<String> lines = text.lines().toList();
    int count = lines.size() - 2;
    if (count < 0 || !text.endsWith("\n") || !lines.get(0).equals(title)) {
      return Optional.empty();
    }
    String last = lines.get(count + 1);
    int bodyLength = bytes.length - last.length() - 1;
    if (bodyLength < 0 || !last.equals(lastLine(count, bytes, bodyLength))) {
      return Optional.empty();
    }
    return Optional.of(lines.subList(1, count + 1));
  }

  private static String lastLine(int count, byte[] bytes, int length) {
    int crc32c = Fingerprint.of(bytes, length).crc32c();
    return String.format(Locale.ROOT, "end %d %08x", count, crc32c);
  }
}
