package rahnamo.pipeline;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.publish.Stage;
import rahnamo.source.ContentFile;
import rahnamo.text.Transliteration;

/** The files of {@code static/}, which go to the root of the site as they are. */
final class StaticFiles {

  /** Where the publisher keeps its own files in the output. */
  private static final String STATE_FOLDER = ".rahnamo";

  private final List<ContentFile> files;

  StaticFiles(List<ContentFile> files) {
    this.files = files;
  }

  /** Reports each file that cannot lie beside the pages of the site, on any system. */
  void check(Collection<String> pages, Diagnostics diagnostics) {
    var taken = new TakenPaths();
    new TreeSet<>(pages).forEach(taken::add);
    for (ContentFile file : files) {
      String path = outputPath(file);
      SourceSpan span = SourceSpan.ofFile(file.display());
      Optional<String> owner = taken.ownerOf(path);
      if (path.split("/", 2)[0].equalsIgnoreCase(STATE_FOLDER)) {
        diagnostics.report(DiagnosticCode.RESERVED_NAME, span, STATE_FOLDER);
      } else if (path.chars().anyMatch(StaticFiles::isUnstorable)) {
        diagnostics.report(
            DiagnosticCode.INVALID_FILE_NAME, span, file.name(), Transliteration.slug(file.name()));
      } else if (owner.isPresent()) {
        String name = owner.get().equals(path) ? "rahnamo" : owner.get();
        diagnostics.report(DiagnosticCode.DUPLICATE_PATH, span, path, name);
      } else {
        taken.add(path);
      }
    }
  }

  /** U+FFFD stands for bytes of a name that the system's own encoding cannot read. */
  private static boolean isUnstorable(int c) {
    return c == '\\' || c == '\uFFFD' || Character.isISOControl(c);
  }

  void copyTo(Stage stage) throws IOException {
    for (ContentFile file : files) {
      stage.copy(outputPath(file), file.file());
    }
  }

  private static String outputPath(ContentFile file) {
    return file.path().substring("static/".length());
  }

  /** Paths of files and of the folders they need, as a system sees them that ignores case. */
  private static final class TakenPaths {

    private final Map<String, String> files = new HashMap<>();
    private final Map<String, String> folders = new HashMap<>();

    void add(String path) {
      files.put(folded(path), path);
      for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        folders.putIfAbsent(folded(path.substring(0, slash)), path);
      }
    }

    /** A file that keeps another one from having this path. */
    Optional<String> ownerOf(String path) {
      String folded = folded(path);
      Optional<String> owner =
          Optional.ofNullable(files.get(folded)).or(() -> Optional.ofNullable(folders.get(folded)));
      for (int slash = folded.indexOf('/');
          owner.isEmpty() && slash >= 0;
          slash = folded.indexOf('/', slash + 1)) {
        owner = Optional.ofNullable(files.get(folded.substring(0, slash)));
      }
      return owner;
    }

    private static String folded(String path) {
      String lower = path.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
      return Normalizer.normalize(lower, Normalizer.Form.NFC);
    }
  }
}
