package rahnamo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small site in two languages with packs, below a folder of a test.
 *
 * @param temp the folder
 */
record PackedSite(Path temp) {

  static PackedSite in(Path temp) throws IOException {
    var content =
        new ContentFolder(temp.resolve("content"))
            .with(
                "site.yml",
                """
                title: {ru: Сайт, tg: Сомона}
                base-url: https://example.org/
                languages: [tg, ru]
                source-language: ru
                sections: [work, life]
                packs: {name: probe, stale-after: 90}
                """);
    for (String language : List.of("tg", "ru")) {
      content.with(
          language + "/work/patent.md",
          "---\ntitle: Патент\n---\nСм. [еда](../life/food.md).\n\n![х](../../media/dot.svg)\n");
      content.with(language + "/life/food.md", "---\ntitle: Еда\n---\nСуп.\n");
    }
    content.with(
        "media/dot.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>\n");
    return new PackedSite(temp);
  }

  Path content() {
    return temp.resolve("content");
  }

  Path packs() {
    return temp.resolve("site/packs");
  }

  /** A build; there are keys only if an argument names them. */
  Run build(String date, String... more) {
    return run("build", date, more);
  }

  Run pack(String date, String... more) {
    var arguments = new ArrayList<>(List.of("--to", temp.resolve("made").toString()));
    arguments.addAll(List.of(more));
    return run("pack", date, arguments.toArray(String[]::new));
  }

  private Run run(String command, String date, String... more) {
    var arguments = new ArrayList<>(List.of(command, "--date", date, "--ui-lang", "en"));
    arguments.addAll(List.of("--content", content().toString()));
    arguments.addAll(List.of("--output", temp.resolve("site").toString()));
    if (!List.of(more).contains("--keys")) {
      arguments.addAll(List.of("--keys", temp.resolve("no-keys").toString()));
    }
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray(String[]::new)).seenFrom(temp);
  }

  /** The only file of a folder whose name begins so, but for HTML. */
  static Path only(Path folder, String beginning) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found =
          files
              .filter(file -> file.getFileName().toString().startsWith(beginning))
              .filter(file -> !file.toString().endsWith(".html"))
              .sorted()
              .toList();
      assertEquals(1, found.size(), found.toString());
      return found.get(0);
    }
  }
}
