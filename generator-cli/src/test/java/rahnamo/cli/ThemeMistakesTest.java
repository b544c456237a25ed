package rahnamo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A theme of one's own: what it replaces, and what the program says of its mistakes. */
class ThemeMistakesTest {

  private static final String CURE =
      "  help: mend the theme file, or remove it from your own theme so that the default one is"
          + " used\n";
  private static final String NOTHING_PUBLISHED =
      "errors: 1, warnings: 0; nothing was published, the old site is untouched\n";

  @TempDir Path temp;

  @BeforeEach
  void writeContent() throws IOException {
    write(
        "content/site.yml",
        """
        title: {ru: Сайт, tg: Сомона}
        base-url: https://example.org/
        languages: [ru, tg]
        sections: [work]
        """);
    write("content/ru/work/a.md", "---\ntitle: Раз\n---\nТекст.\n");
    write("content/ru/work/b.md", "---\ntitle: Два\n---\nТекст.\n");
    Sites.copy(Sites.TEST_THEME, temp.resolve("theme"));
  }

  private void write(String path, String text) throws IOException {
    Path file = temp.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Run build(String theme) {
    Path content = temp.resolve("content");
    Path templates = temp.resolve(theme);
    return Run.build(content, temp.resolve("output"), "--templates", templates.toString())
        .seenFrom(temp);
  }

  private void requireMessage(String expected) {
    assertEquals(new Run(1, "", expected + CURE + NOTHING_PUBLISHED), build("theme"));
    assertFalse(Files.exists(temp.resolve("output/index.html")));
  }

  @Test
  void missingValueIsShownOnceWithItsPlace() throws IOException {
    write("theme/layouts/article.ftlh", "<h1>Статья</h1>\n<p>${page.titel}</p>\n");
    requireMessage(
        """
        theme/layouts/article.ftlh:2:6: error: the template is broken: The following has evaluated to null or missing: ==> page.titel [template-error]
          2 | <p>${page.titel}</p>
            |      ^
        """);
  }

  @Test
  void brokenSyntaxIsShownOnceWithItsPlace() throws IOException {
    write("theme/layouts/article.ftlh", "<#if page.title??>\n<p>Да</p>\n</#list>\n");
    Run run = build("theme");
    assertEquals(1, run.exitCode());
    assertTrue(run.err().startsWith("theme/layouts/article.ftlh:3:"), run.err());
    assertTrue(run.err().contains("\n  3 | </#list>\n"), run.err());
    assertTrue(run.err().endsWith(CURE + NOTHING_PUBLISHED), run.err());
  }

  @Test
  void brokenPartialIsBlamedAndNotThePagesThatUseIt() throws IOException {
    write("theme/partials/contact.ftlh", "<#macro card contact>\n<#nothing>\n</#macro>\n");
    Run run = build("theme");
    assertEquals(1, run.exitCode());
    assertTrue(run.err().startsWith("theme/partials/contact.ftlh:2:"), run.err());
    assertTrue(run.err().endsWith(CURE + NOTHING_PUBLISHED), run.err());
  }

  @Test
  void partialThatDoesNotExistIsShown() throws IOException {
    write("theme/layouts/article.ftlh", "<#include \"/partials/no.ftlh\">\n");
    requireMessage(
        """
        theme/layouts/article.ftlh:1:1: error: the template is broken: Template inclusion failed (for parameter value "/partials/no.ftlh"): Template not found for name "partials/no.ftlh" [template-error]
          1 | <#include "/partials/no.ftlh">
            | ^
        """);
  }

  @Test
  void pluralWithoutANumberIsShownWithItsPlace() throws IOException {
    for (String mistake :
        List.of("page.plural('pages', 'five')", "page.plural('pages')", "page.tr()")) {
      write("theme/layouts/article.ftlh", "${" + mistake + "}\n");
      Run run = build("theme");
      assertEquals(1, run.exitCode(), mistake + run.err());
      assertTrue(run.err().startsWith("theme/layouts/article.ftlh:1:"), run.err());
      assertTrue(run.err().endsWith(CURE + NOTHING_PUBLISHED), run.err());
    }
  }

  @Test
  void templateCannotReachJavaOrFilesOutsideTheTheme() throws IOException {
    write("secret.ftlh", "secret");
    for (String attempt :
        new String[] {
          "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
          "${page.title?api.class}",
          "${page.class}",
          "<#include \"/../secret.ftlh\">",
          "<#include \"file:///etc/passwd\" parse=false>",
        }) {
      write("theme/layouts/article.ftlh", attempt + "\n");
      Run run = build("theme");
      assertEquals(1, run.exitCode(), attempt);
      assertTrue(run.err().contains(" [template-error]\n"), run.err());
    }
  }

  @Test
  void textThatOneLanguageLacksIsReported() throws IOException {
    Path strings = temp.resolve("theme/strings/tg.properties");
    String texts = Files.readString(strings).replace("contacts-lead=contacts-lead (tg)\n", "");
    Files.writeString(strings, texts);
    assertEquals(
        new Run(
            1,
            "",
            """
            theme/strings/tg.properties: error: the theme has no text `contacts-lead` in tg [missing-string]
              help: add it to the strings file of that language
            """
                + NOTHING_PUBLISHED),
        build("theme"));
  }

  @Test
  void textThatNoLanguageHasIsReportedForEach() throws IOException {
    write("theme/layouts/article.ftlh", "${page.tr(\"greeting\")} ${page.plural(\"people\", 2)}\n");
    assertEquals(
        new Run(
            1,
            "",
            """
            theme/strings/ru.properties: error: the theme has no text `greeting` in ru [missing-string]
              help: add it to the strings file of that language
            theme/strings/ru.properties: error: the theme has no text `people.few` in ru [missing-string]
              help: add it to the strings file of that language
            theme/strings/tg.properties: error: the theme has no text `greeting` in tg [missing-string]
              help: add it to the strings file of that language
            theme/strings/tg.properties: error: the theme has no text `people.other` in tg [missing-string]
              help: add it to the strings file of that language
            errors: 4, warnings: 0; nothing was published, the old site is untouched
            """),
        build("theme"));
  }

  @Test
  void filesThatListsNameAndNobodyWroteAreReportedAtTheirPlaces() throws IOException {
    write("theme/assets/style.list", "# Свои стили\nbase.css\n  colour.css \n");
    write("theme/assets/base.css", "body { color: black }\n");
    write("theme/assets/script.list", "days.jss\n");
    write("theme/assets/icons.list", "mark\nsun\n");
    assertEquals(
        new Run(
            1,
            "",
            """
            theme/assets/icons.list:2:1: error: the theme has no file `assets/icons/sun.svg` [missing-theme-file]
              2 | sun
                | ^^^
              help: add the file, or take its name out of this list
            theme/assets/script.list:1:1: error: the theme has no file `assets/days.jss` [missing-theme-file]
              1 | days.jss
                | ^^^^^^^^
              help: add the file, or take its name out of this list
            theme/assets/style.list:3:3: error: the theme has no file `assets/colour.css` [missing-theme-file]
              3 |   colour.css\s
                |   ^^^^^^^^^^
              help: add the file, or take its name out of this list
            errors: 3, warnings: 0; nothing was published, the old site is untouched
            """),
        build("theme"));
  }

  @Test
  void themeOverItsBudgetIsRefused() throws IOException {
    String config = Files.readString(temp.resolve("content/site.yml"));
    write("content/site.yml", config + "budgets: {first-view: 300 B, css: 10 B, script: 10 B}\n");
    Run run = build("theme");
    assertEquals(1, run.exitCode());
    String[] lines = run.err().split("\n", -1);
    String much = " bytes compressed, more than the budget of ";
    assertTrue(
        lines[0].matches("templates: error: CSS: \\d+" + much + "10 \\[budget-exceeded]"),
        run.err());
    assertTrue(lines[2].matches("templates: error: HTML \\+ CSS \\+ JavaScript \\(ru\\): .*300.*"));
    assertTrue(lines[4].matches("templates: error: HTML \\+ CSS \\+ JavaScript \\(tg\\): .*300.*"));
    assertTrue(
        lines[6].matches("templates: error: JavaScript: \\d+" + much + "10 \\[budget-exceeded]"),
        run.err());
  }

  @Test
  void onePartialOfOnesOwnChangesOnlyThatPartOfTheDefaultTheme() throws IOException {
    Path content = temp.resolve("content");
    assertEquals(0, Run.build(content, temp.resolve("default")).exitCode());
    write("own/partials/footer.ftlh", "<footer>Свой подвал</footer>\n");
    assertEquals(0, build("own").exitCode());

    Tree own = Tree.of(temp.resolve("output"));
    Tree byDefault = Tree.of(temp.resolve("default"));
    assertEquals(byDefault.files().keySet(), own.files().keySet());
    for (String path : own.files().keySet()) {
      String before = byDefault.files().getOrDefault(path, "");
      String after = own.files().get(path);
      if (before.contains("<footer")) {
        String expected =
            before.replaceFirst("(?s)<footer.*</footer>", "<footer>Свой подвал</footer>");
        assertEquals(expected, after, path);
      } else {
        assertEquals(before, after, path);
      }
    }
    assertTrue(own.files().getOrDefault("ru/work/a.html", "").contains("Свой подвал"));
  }
}
