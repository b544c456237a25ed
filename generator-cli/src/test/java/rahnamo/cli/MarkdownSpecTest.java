package rahnamo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each example of docs/MARKDOWN.md is an article of a site that is built as editors build theirs.
 * One site has all texts that become pages, another all that are refused.
 */
class MarkdownSpecTest {

  private static final Path DOCUMENT =
      Sites.resources().resolve("../../../../docs/MARKDOWN.md").normalize();

  /** How many lines stand before the text of an example. */
  private static final int FRONT_MATTER = 3;

  private static final Pattern MESSAGE =
      Pattern.compile("content/(\\S+\\.md):(\\d+):(\\d+): (error|warning): .*\\[([a-z-]+)]");

  @TempDir static Path temp;
  private static List<SpecExample> examples;
  private static Path output;
  private static Run good;
  private static Run refused;

  @BeforeAll
  static void buildSites() throws IOException {
    examples = SpecExample.in(DOCUMENT);
    output = temp.resolve("output");
    good = build("good", examples.stream().filter(example -> !example.isRefused()).toList());
    refused = build("refused", examples.stream().filter(SpecExample::isRefused).toList());
  }

  private static Run build(String name, List<SpecExample> examples) throws IOException {
    Path folder = temp.resolve(name);
    Sites.copy(Sites.resources().resolve("spec/content"), folder.resolve("content"));
    var content = new ContentFolder(folder.resolve("content"));
    for (SpecExample example : examples) {
      content.with(example.article(), frontMatter(example) + example.markdown());
    }
    String theme = Sites.resources().resolve("spec/theme").toString();
    return Run.build(content.path(), output, "--no-search", "--templates", theme).seenFrom(folder);
  }

  /** The title, by whose letters the program knows the alphabet of an Uzbek article. */
  private static String frontMatter(SpecExample example) {
    return "---\ntitle: " + (example.folder().startsWith("uz") ? "Misol" : "Пример") + "\n---\n";
  }

  @TestFactory
  Stream<DynamicTest> examples() {
    return examples.stream()
        .map(
            example -> {
              String name = "docs/MARKDOWN.md:" + example.line() + " " + example.heading();
              return DynamicTest.dynamicTest(name, () -> requireAsWritten(name, example));
            });
  }

  private static void requireAsWritten(String name, SpecExample example) throws IOException {
    Run run = example.isRefused() ? refused : good;
    assertEquals(example.messages(), messages(run, example.article()), name);
    String html = example.isRefused() ? "" : Files.readString(output.resolve(example.page()));
    assertEquals(example.html().stripTrailing(), html.stripTrailing(), name);
  }

  /** What a build said of an article, counted from the first line behind its front matter. */
  private static String messages(Run run, String article) {
    var messages = new StringBuilder();
    Matcher message = MESSAGE.matcher(run.err());
    while (message.find()) {
      if (message.group(1).equals(article)) {
        int line = Integer.parseInt(message.group(2)) - FRONT_MATTER;
        messages.append(line).append(':').append(message.group(3)).append(' ');
        messages.append(message.group(4)).append(' ').append(message.group(5)).append('\n');
      }
    }
    return messages.toString();
  }

  @Test
  void onlyTheRefusedSiteIsNotPublished() {
    assertEquals(0, good.exitCode(), good.err());
    assertEquals(1, refused.exitCode(), refused.err());
  }

  @Test
  void thereAreManyExamples() {
    assertTrue(examples.size() >= 190, "only " + examples.size());
  }
}
