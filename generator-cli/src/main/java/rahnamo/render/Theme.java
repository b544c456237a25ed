package rahnamo.render;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.diagnostic.SourceText;

/**
 * The files that pages are made with: those of a folder of the editors' own, else the default ones.
 * Safe for use by many threads.
 */
final class Theme {

  private static final String DEFAULT = "/theme/";

  private final Optional<Path> overlay;

  Theme(Optional<Path> overlay) {
    this.overlay = overlay;
  }

  /** The folder that comes before the default theme. */
  Optional<Path> overlay() {
    return overlay;
  }

  /** A file of the theme as messages show it. */
  String display(String name) {
    return own(name)
        .map(file -> file.toString().replace('\\', '/'))
        .orElse("templates/theme/" + name);
  }

  private Optional<Path> own(String name) {
    return overlay.map(folder -> folder.resolve(name)).filter(Files::isRegularFile);
  }

  /** The text of a file of the theme, such as {@code assets/style.list}. */
  String text(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  /** The bytes of a file of the theme. */
  byte[] bytes(String name) throws IOException {
    Optional<Path> own = own(name);
    if (own.isPresent()) {
      return Files.readAllBytes(own.get());
    }
    try (InputStream in = open(name)) {
      if (in == null) {
        throw new FileNotFoundException("the theme has no file " + name);
      }
      return in.readAllBytes();
    }
  }

  private static @Nullable InputStream open(String name) {
    return Theme.class.getResourceAsStream(DEFAULT + name);
  }

  /** The names in a list file: one a line, without comments. */
  List<Listed> list(String name) throws IOException {
    var source = new SourceText(display(name), text(name));
    var names = new ArrayList<Listed>();
    int start = 0;
    for (String line : source.content().split("\n", -1)) {
      String listed = line.strip();
      if (!listed.isEmpty() && listed.charAt(0) != '#') {
        int column = start + line.indexOf(listed);
        names.add(new Listed(listed, source.span(column, column + listed.length())));
      }
      start += line.length() + 1;
    }
    return names;
  }

  /** A name in a list file and its place there. */
  record Listed(String name, SourceSpan span) {}

  /**
   * The bytes of a file that a list names, or nothing if the theme lacks it (which is reported).
   */
  byte[] bytes(String name, Listed listed, Diagnostics diagnostics) throws IOException {
    try {
      return bytes(name);
    } catch (FileNotFoundException e) {
      diagnostics.report(DiagnosticCode.MISSING_THEME_FILE, listed.span, name);
      return new byte[0];
    }
  }
}
