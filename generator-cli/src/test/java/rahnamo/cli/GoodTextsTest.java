package rahnamo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The limits against hostile texts ({@link PathologicalTest}) leave alone what people write,
 * however long: each of these texts becomes a whole page without a word.
 */
class GoodTextsTest {

  private static final String SENTENCE =
      "Patent bu **ruxsatnoma**: u bilan [ishlash](https://example.org/a_b?c=1) mumkin, `112` ga"
          + " *qoʻngʻiroq* qiling. ";

  @TempDir static Path folder;

  private static HostileArticle article;

  /**
   * A text and what its page must hold.
   *
   * @param name what is unusual about it
   * @param body the text
   * @param element a pattern of the page
   * @param count how often the pattern occurs
   */
  private record Good(String name, String body, String element, int count) {

    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void warmUp() throws IOException {
    article = new HostileArticle(folder);
    for (Good text : texts().toList()) {
      article.build(text.body.substring(0, Math.min(3000, text.body.length())));
    }
  }

  static Stream<Good> texts() {
    return Stream.of(
        new Good(
            "a glossary of 5,000 words as a table",
            "| soʻz | maʼno |\n|---|---|\n" + lines(5000, i -> "| soʻz " + i + " | maʼno |"),
            "<td>soʻz \\d+</td>",
            5000),
        new Good(
            "a table of 20 columns and 1,000 lines",
            lines(1, i -> "| a ".repeat(20) + "|")
                + lines(1, i -> "|---".repeat(20) + "|")
                + lines(1000, i -> ("| " + i + " ").repeat(20) + "|"),
            "<td>",
            20_000),
        new Good("a list of 300 items", lines(300, i -> i + 1 + ". qadam"), "<li>qadam</li>", 300),
        new Good(
            "a list of 3,000 items with links",
            lines(3000, i -> "- [sayt " + i + "](https://example.org/" + i + ") **muhim**"),
            "<li><a href=",
            3000),
        new Good(
            "a list of tasks with notes",
            lines(1000, i -> "- [ ] vazifa\n  izoh\n\n  - birinchi\n  - ikkinchi"),
            "<input type=\"checkbox\"",
            1000),
        new Good("lists twelve deep", lines(12, i -> "  ".repeat(i) + "- daraja " + i), "<ul>", 12),
        new Good(
            "quotes of quotes in a long correspondence",
            lines(2000, i -> "> ".repeat(1 + i % 5) + "javob\n"),
            "<blockquote>",
            6000),
        new Good("a code block of 5,000 lines", fenced(""), "satr \\d+ \\*", 5000),
        new Good(
            "a code block of 5,000 lines in an item",
            "- kod:\n\n" + fenced("  "),
            "satr \\d",
            5000),
        new Good(
            "indented code of 5,000 lines", lines(5000, i -> "    satr " + i), "satr \\d", 5000),
        new Good(
            "a paragraph of 2,000 short lines",
            lines(2000, i -> i % 4 == 0 ? "*satr*" : "satr"),
            "<em>satr</em>|\nsatr",
            2000),
        new Good("one paragraph of a page of links", SENTENCE.repeat(100), "<strong>", 100),
        new Good("a book of 900 kB", lines(1000, i -> SENTENCE.repeat(6) + "\n"), "<strong>", 6000),
        new Good("500 headings", lines(500, i -> "## Bob " + i + "\n\nMatn.\n"), "<h2 id=", 500),
        new Good(
            "1,000 footnotes",
            lines(1000, i -> "Manba[^" + i + "].\n\n[^" + i + "]: Qonun, " + i + "-modda.\n"),
            "<li id=\"fn-",
            1000),
        new Good(
            "references used 1,000 times",
            lines(1000, i -> "[qonun][q] *va* [kodeks]\n")
                + "\n[q]: https://example.org/law\n[kodeks]: https://example.org/code \"Kodeks\"\n",
            "href=\"https://example.org/(law|code)\"",
            2000),
        new Good(
            "boxes in boxes",
            lines(200, i -> ":::: note Sarlavha\n::: tip\nMatn.\n:::\n::::\n"),
            "<div class=\"admonition",
            400),
        new Good("buttons to call", lines(250, i -> "::: phone 112 Yordam\n"), "tel:112", 250),
        new Good(
            "HTML for details",
            lines(100, i -> "<details><summary>Savol</summary>\n\nJavob.\n\n</details>\n"),
            "<details>",
            100),
        new Good(
            "a drawn line of 300 signs", "Matn.\n\n" + "-".repeat(300) + "\n\nMatn.", "<hr>", 1),
        new Good(
            "a word with stress marks in every syllable",
            lines(1000, i -> "Mu\u0301ha\u0301mma\u0301d"),
            "Múhámmád",
            1000));
  }

  private static String fenced(String indent) {
    return indent + "```\n" + lines(5000, i -> indent + "satr " + i + " * _ [") + indent + "```\n";
  }

  private static String lines(int count, IntFunction<String> line) {
    var lines = new StringBuilder();
    IntStream.range(0, count).forEach(i -> lines.append(line.apply(i)).append('\n'));
    return lines.toString();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void becomesAWholePage(Good text) throws IOException {
    article.requireLaw(text.name, text.body, HostileArticle.LIMIT);
    assertEquals(new Run(0, "", ""), article.build(text.body));

    Path page = folder.resolve("output/uz/work/a.html");
    String html = Files.readString(page);
    String body = html.substring(html.indexOf("<article"), html.indexOf("</article>"));
    long found = Pattern.compile(text.element).matcher(body).results().count();
    assertEquals(text.count, found);
  }
}
