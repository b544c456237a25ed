package rahnamo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A content folder that a test writes as it goes.
 *
 * @param path where it lies
 */
record ContentFolder(Path path) {

  /** A site in Russian with one section, {@code work}, and no article yet. */
  static ContentFolder of(Path path) throws IOException {
    return new ContentFolder(path)
        .with(
            "site.yml",
            """
            title: {ru: Сайт}
            base-url: https://example.org/
            languages: [ru]
            sections: [work]
            """);
  }

  ContentFolder with(String file, String text) throws IOException {
    Path place = path.resolve(file);
    Files.createDirectories(place.getParent());
    Files.writeString(place, text);
    return this;
  }

  /** The same folder with an article {@code ru/work/<slug>.md}. */
  ContentFolder withArticle(String slug, String body) throws IOException {
    return with("ru/work/" + slug + ".md", "---\ntitle: " + slug + "\n---\n" + body + "\n");
  }

  ContentFolder without(String file) throws IOException {
    Files.delete(path.resolve(file));
    return this;
  }

  String text(String file) throws IOException {
    return Files.readString(path.resolve(file));
  }
}
