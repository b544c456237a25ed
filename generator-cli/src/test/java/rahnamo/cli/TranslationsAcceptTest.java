package rahnamo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code rahnamo translations accept}: changes a hash and no other byte. */
class TranslationsAcceptTest {

  private static final String OLD = "000000000000";
  private static final String BODY = "Матни  бо фосилаи зиёд.  \n\n\n---\ntranslation: {of: ru}\n";

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
                base-url: https://example.org/
                languages: [ru, tg]
                sections: [work]
                """)
            .withArticle("patent", "Новый текст.");
  }

  private Run accept(String... paths) {
    var arguments = new ArrayList<>(List.of("translations", "accept", "--ui-lang", "en"));
    arguments.addAll(List.of("--content", content.path().toString()));
    arguments.addAll(List.of(paths));
    return Run.of(arguments.toArray(String[]::new)).seenFrom(temp);
  }

  private Run check() {
    String[] arguments = {
      "check",
      "--no-packs",
      "--content",
      content.path().toString(),
      "--ui-lang",
      "en",
      "--date",
      Run.DATE,
      "--templates",
      Sites.TEST_THEME.toString(),
      "--quiet"
    };
    return Run.of(arguments).seenFrom(temp);
  }

  /** The hash that the program itself writes. */
  private String hash() throws IOException {
    content.with("tg/work/patent.md", "---\ntitle: Патент\ntranslation: {of: ru}\n---\nМатн.\n");
    accept("tg/work/patent.md");
    String text = content.text("tg/work/patent.md");
    return text.replaceFirst("(?s).*hash: \"([0-9a-f]{12})\".*", "$1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "translation: {of: ru, hash: \"000000000000\"}\n",
        "translation: {hash: '000000000000', of: ru}\n",
        "translation: { of: ru , hash: 000000000000 }   \n",
        "translation: {of: ru, hash: \"000000000000\"} # a remark, {of: ru}\n",
        "translation:\n  of: ru\n  hash: \"000000000000\"\n",
        "translation:   \n    hash: 000000000000 # a remark\n    of: ru\n",
        "summary: \"hash: 000000000001\"\n"
            + "translation: {of: ru, hash: \"000000000000\"}\n"
            + "order: 1\n",
      })
  void onlyTheHashChanges(String lines) throws IOException {
    String hash = hash();
    for (String lineEnd : List.of("\n", "\r\n")) {
      String head = "---\n# кто перевёл?\ntitle:   'Патент'\n" + lines + "review: native-needed\n";
      String before = (head + "---\n" + BODY).replace("\n", lineEnd);
      content.with("tg/work/patent.md", before);
      assertTrue(check().err().contains("[translation-outdated]"), check().err());

      Run run = accept("tg/work/patent.md");

      assertEquals(new Run(0, "content/tg/work/patent.md\n", ""), run);
      String after = content.text("tg/work/patent.md");
      String expected =
          before
              .replace("\"" + OLD + "\"", "\"" + hash + "\"")
              .replace("'" + OLD + "'", "\"" + hash + "\"")
              .replace(" " + OLD + " ", " \"" + hash + "\" ");
      assertEquals(expected, after);
      assertEquals(new Run(0, "", ""), check());
      assertEquals(new Run(0, "", ""), accept("tg/work/patent.md"), "nothing is left to change");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "translation: {of: ru}\n",
        "translation: {of: ru, hash: }\n",
        "translation: {of: ru, hash:}\n",
        "translation:\n  of: ru\n",
        "translation:\n  of: ru\n  hash:\n"
      })
  void missingHashIsAdded(String lines) throws IOException {
    for (String lineEnd : List.of("\n", "\r\n")) {
      String before = ("---\ntitle: Патент\n" + lines + "order: 1\n---\n" + BODY);
      content.with("tg/work/patent.md", before.replace("\n", lineEnd));

      assertEquals(new Run(0, "content/tg/work/patent.md\n", ""), accept("tg/work/patent.md"));

      String after = content.text("tg/work/patent.md");
      assertTrue(after.matches("(?s).*hash: \"[0-9a-f]{12}\".*"), after);
      assertEquals(
          before.replaceAll("hash: *|,", "").replaceAll("\\s+", ""),
          after.replaceAll("hash: \"[0-9a-f]{12}\"|,", "").replaceAll("\\s+", ""));
      assertTrue(after.endsWith(("order: 1\n---\n" + BODY).replace("\n", lineEnd)), after);
      assertEquals(lineEnd.equals("\n"), after.indexOf('\r') < 0);
      assertEquals(
          after.replace("\r\n", "\n").replace("\n", lineEnd), after, "line ends are mixed");
      assertEquals(new Run(0, "", ""), check());
    }
  }

  @Test
  void folderMeansAllTranslationsInIt() throws IOException {
    content.withArticle("second", "Второй.");
    for (String slug : List.of("patent", "second", "own")) {
      String translation = slug.equals("own") ? "" : "translation: {of: ru, hash: \"1\"}\n";
      content.with(
          "tg/work/" + slug + ".md", "---\ntitle: Патент\n" + translation + "---\nМатн.\n");
    }
    Run run = accept(content.path().resolve("tg").toString());
    assertEquals(new Run(0, "content/tg/work/patent.md\ncontent/tg/work/second.md\n", ""), run);
    assertEquals(new Run(0, "", ""), check());
  }

  @Test
  void jsonIsTheResultAndStandsAlone() throws IOException {
    content.with("tg/work/alone.md", "---\ntitle: Патент\ntranslation: {of: ru}\n---\nМатн.\n");
    content.with("tg/work/patent.md", "---\ntitle: Патент\ntranslation: {of: ru}\n---\nМатн.\n");
    Run failed = accept("tg/work/alone.md", "--format", "json");
    assertEquals(1, failed.exitCode());
    assertEquals("", failed.err());
    assertTrue(failed.out().contains("\"translation-source-missing\""), failed.out());

    Run good = accept("tg/work/patent.md", "--format", "json");
    assertEquals(0, good.exitCode());
    assertEquals("", good.err());
    assertTrue(!good.out().contains("patent.md\n"), good.out());
  }

  @Test
  void missingSourceAndMissingFileAreReported() throws IOException {
    String text = "---\ntitle: Патент\ntranslation: {of: ru, hash: \"1\"}\n---\nМатн.\n";
    content.with("tg/work/alone.md", text);
    Run run = accept("tg/work/alone.md", "tg/work/no.md");
    assertEquals(
        new Run(
            1,
            "",
            """
            content/tg/work/alone.md:3:29: error: the translation names the source language `ru`, but there is no `ru/work/alone.md` [translation-source-missing]
              3 | translation: {of: ru, hash: "1"}
                |                             ^^^
              help: correct `of:` in `translation`, or remove `translation`
            tg/work/no.md: error: the file cannot be read: no article of the content folder lies here [unreadable-file]
              help: check the name of the file and whether you may read it
            """),
        run);
    assertEquals(text, content.text("tg/work/alone.md"));
  }
}
