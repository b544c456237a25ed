package rahnamo.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import rahnamo.text.Language;

/** The articles of the project's own site as documents, with their Markdown as it is. */
final class SiteTexts {

  private SiteTexts() {}

  /** All articles written in a language, sorted by path. */
  static List<SearchDocument> in(Language language) throws IOException {
    Path folder = Path.of("../content").resolve(language.writtenIn().folder());
    var documents = new ArrayList<SearchDocument>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
        String text = Normalizer.normalize(Files.readString(file), Normalizer.Form.NFC);
        String title = text.lines().filter(l -> l.startsWith("title:")).findFirst().orElse("");
        String path = folder.relativize(file).toString().replace('\\', '/').replace(".md", "");
        documents.add(new SearchDocument(path, title.substring(6), "section", text));
      }
    }
    return documents;
  }
}
