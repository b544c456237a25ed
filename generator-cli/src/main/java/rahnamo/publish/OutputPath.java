package rahnamo.publish;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import rahnamo.diagnostic.DiagnosticCode;

/** The rules for the path of a file inside the output: relative, separated by {@code /}. */
final class OutputPath {

  /** The longest name of a file or folder, in bytes, that every system can store. */
  static final int MAX_NAME_BYTES = 255;

  private OutputPath() {}

  /**
   * Accepts a path that names a file inside the output on every system.
   *
   * @throws IllegalArgumentException if the path could lead outside or into the publisher's own
   *     folder, which is the caller's mistake
   * @throws OutputException if a name in it is too long
   */
  static void check(String path) throws OutputException {
    String[] names = path.split("/", -1);
    for (String name : names) {
      if (!isName(name)) {
        throw new IllegalArgumentException("invalid path in the output: `" + path + "`");
      }
      int bytes = bytes(name);
      if (bytes > MAX_NAME_BYTES) {
        throw tooLong(path, bytes);
      }
    }
    if (names[0].equalsIgnoreCase(OutputLayout.STATE_FOLDER)) {
      throw new IllegalArgumentException("path in the publisher's own folder: `" + path + "`");
    }
  }

  /** Whether {@link #check} accepts the path. */
  static boolean isValid(String path) {
    try {
      check(path);
      return true;
    } catch (IllegalArgumentException | OutputException e) {
      return false;
    }
  }

  static OutputException tooLong(String path, int bytes) {
    return new OutputException(
        DiagnosticCode.PATH_TOO_LONG,
        List.of(path),
        List.of(String.valueOf(bytes), String.valueOf(MAX_NAME_BYTES)));
  }

  /** The folder of a file or folder, empty for the output itself. */
  static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** The same text for all paths that a system which ignores case cannot tell apart. */
  static String folded(String path) {
    if (path.chars().allMatch(c -> c < 128 && (c < 'A' || c > 'Z'))) {
      return path;
    }
    String lower = path.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFC);
  }

  /** The paths of all files and links in a folder and below it, links not followed, sorted. */
  static List<String> filesIn(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .map(path -> folder.relativize(path).toString().replace(File.separatorChar, '/'))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && !name.equals(".")
        && !name.equals("..")
        && name.codePoints().allMatch(OutputPath::isAllowed);
  }

  private static boolean isAllowed(int c) {
    boolean loneSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return c != '\\' && !Character.isISOControl(c) && !loneSurrogate;
  }
}
