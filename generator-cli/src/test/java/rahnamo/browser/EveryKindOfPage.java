package rahnamo.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes the content that is looked at: the repository's own, and articles that show what it does
 * not happen to hold.
 */
final class EveryKindOfPage {

  private static final Path REPOSITORY =
      Path.of(System.getProperty("basedir", "."), "..").toAbsolutePath().normalize();

  private static final Path SOUND =
      REPOSITORY.resolve(
          "generator-cli/src/test/resources/sites/markdown-all/content/media/talk.ogg");

  private static final Map<String, String> WORDS =
      Map.of(
          "ru", "Обычные слова статьи",
          "tg", "Калимаҳои оддии мақола",
          "uz", "Maqolaning oddiy soʻzlari");

  private EveryKindOfPage() {}

  static void write(Path content, String baseUrl) throws IOException {
    copy(REPOSITORY.resolve("content"), content);
    Path config = content.resolve("site.yml");
    String text = Files.readString(config);
    Files.writeString(
        config,
        text.replaceFirst("(?m)^base-url:.*$", "base-url: " + baseUrl)
            .replaceFirst("(?m)^page-size:.*$", "page-size: 4"));
    Files.copy(SOUND, content.resolve("media/talk.ogg"));
    for (var entry : WORDS.entrySet()) {
      Path life = content.resolve(entry.getKey()).resolve("life");
      String words = entry.getValue();
      Files.writeString(life.resolve("everything.md"), everything(words));
      Files.writeString(life.resolve("over.md"), over(words));
      Files.writeString(life.resolve("outdated.md"), outdated(entry.getKey(), words));
      Files.writeString(life.resolve("only-" + entry.getKey() + ".md"), only(words));
      for (String severity : List.of("info", "danger")) {
        Path alert = content.resolve(entry.getKey()).resolve("alerts/" + severity + ".md");
        Files.writeString(alert, alert(severity, words));
      }
    }
  }

  private static String everything(String words) throws IOException {
    return template("everything.md").replace("WORDS", words);
  }

  private static String over(String words) {
    return "---\ntitle: "
        + words
        + "\npublished: 2026-01-01\nexpires: 2026-03-01\naliases: [life/formerly]\n---\n"
        + words
        + ".\n";
  }

  private static String outdated(String language, String words) {
    String isTranslation =
        language.equals("ru") ? "" : "translation: {of: ru, hash: \"000000000000\"}\n";
    return "---\ntitle: " + words + "\nreview-by: 2026-05-01\n" + isTranslation + "---\n" + words;
  }

  private static String only(String words) {
    return "---\ntitle: "
        + words
        + "\nsummary: "
        + words
        + "\ntags: ["
        + words
        + "]\n---\n## "
        + words
        + " {#only}\n\n::: note\n"
        + words
        + "\n:::\n\n::: contact emergency-112\n";
  }

  private static String alert(String severity, String words) {
    return "---\ntitle: "
        + words
        + "\nsummary: "
        + words
        + "\nseverity: "
        + severity
        + "\nregions: [moscow, kazan]\nstarts: 2026-11-01\nexpires: 2027-12-01\n---\n"
        + words
        + ".\n";
  }

  private static String template(String name) throws IOException {
    return Files.readString(resources().resolve(name));
  }

  /** The folder with what the tests of this package read. */
  static Path resources() {
    return REPOSITORY.resolve("generator-cli/src/test/resources/browser");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }
}
