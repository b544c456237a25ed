package rahnamo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the default theme tells readers about the state of a text. */
class DefaultThemeTest {

  @TempDir Path temp;
  private ContentFolder content;

  @BeforeEach
  void writeContent() throws IOException {
    content =
        ContentFolder.of(temp.resolve("content"))
            .with(
                "site.yml",
                """
                title: {ru: Сайт, tg: Сомона}
                description: {ru: Описание}
                base-url: https://example.org/
                languages: [ru, tg]
                fallback: {tg: [ru]}
                sections: [work]
                """);
  }

  /** The part of a page that is its own, after a build without a word. */
  private String main(String page) throws IOException {
    Run run = Run.build(content.path(), temp.resolve("output"));
    assertEquals(new Run(0, "", ""), run);
    String html = Files.readString(temp.resolve("output").resolve(page));
    return html.substring(html.indexOf("<main"), html.indexOf("</main>"));
  }

  @Test
  void frontPageInAnotherLanguageSaysSo() throws IOException {
    content.with("ru/_index.md", "---\ntitle: Главная\nsummary: Коротко\n---\nТекст.\n");
    String html = main("tg/index.html");
    assertTrue(html.contains("<h1 lang=\"ru\">Главная</h1>"), html);
    assertTrue(html.contains("<p class=\"lead\" lang=\"ru\">Коротко</p>"), html);
    assertTrue(html.contains("<b lang=\"ru\">Русский</b>"), html);
    assertTrue(html.contains("<article class=\"prose\" lang=\"ru\">"), html);
    assertFalse(main("ru/index.html").contains("class=\"notice"));
  }

  @Test
  void frontPageWithoutTextHasTheLanguageOfTheDescription() throws IOException {
    String html = main("tg/index.html");
    assertTrue(html.contains("<h1>Сомона</h1>"), html);
    assertTrue(html.contains("<p class=\"lead\" lang=\"ru\">Описание</p>"), html);
    assertFalse(html.contains("class=\"notice"), html);
  }

  @Test
  void sectionWhoseTitleIsInAnotherLanguageSaysSo() throws IOException {
    content.with("ru/work/_index.md", "---\ntitle: Работа\n---\n");
    String html = main("tg/work/index.html");
    assertTrue(html.contains("<h1 lang=\"ru\">Работа</h1>"), html);
    assertTrue(html.contains("<b lang=\"ru\">Русский</b>"), html);
  }

  @Test
  void alertSaysWhereItHoldsAndWhoseCitizensItConcerns() throws IOException {
    String dates = "starts: 2026-11-01\nexpires: 2026-12-01\n";
    content
        .with("ru/alerts/all.md", "---\ntitle: Всем\n" + dates + "regions: [all]\n---\nТекст.\n")
        .with(
            "ru/alerts/some.md",
            "---\ntitle: Кому\n"
                + dates
                + "regions: [kazan]\ncitizenships: [TJ, UZ]\n---\nТекст.\n");
    String html = main("ru/alerts/some.html");
    assertTrue(html.contains("</i>Казань</span>"), html);
    assertTrue(html.contains("</i>Для граждан стран: Таджикистан, Узбекистан</span>"), html);
    assertTrue(
        main("tg/alerts/some.html").contains("Барои шаҳрвандони Тоҷикистон, Ӯзбекистон</span>"));
    String forAll = main("ru/alerts/all.html");
    assertFalse(forAll.contains(">all<") || forAll.contains("Для граждан"), forAll);
  }

  @Test
  void pagesStayAsTheyAreUntilSomebodyEditsAText() throws IOException {
    content.with(
        "ru/work/patent.md",
        "---\ntitle: Патент\npublished: 2026-11-01\nupdated: 2026-11-03\n---\nТекст.\n");
    Tree first = builtFor("2026-12-01");
    first.requireEqual(builtFor("2026-12-20"));
    String changed = "Сайт обновлён 3 ноября 2026";
    assertTrue(Files.readString(temp.resolve("2026-12-01/ru/index.html")).contains(changed));
    String article = Files.readString(temp.resolve("2026-12-01/ru/work/patent.html"));
    assertFalse(article.contains("Сайт обновлён"), article);
  }

  private Tree builtFor(String day) throws IOException {
    Path output = temp.resolve(day);
    String from = content.path().toString();
    Run run =
        Run.of(
            "build", "--no-packs", "--date", day, "--content", from, "--output", output.toString());
    Run.requireDone(run);
    return Tree.of(output);
  }
}
