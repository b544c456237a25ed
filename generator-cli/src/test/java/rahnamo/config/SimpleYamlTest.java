package rahnamo.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceText;

/** What the short way reads must be what the library reads, to the last span. */
class SimpleYamlTest {

  private static final String USUAL =
      """
      title: "Если задержала полиция: что делать (коротко)"
      summary: "Один звонок, №\u00A01 — и «адвокат»."
      order: 20
      tags: ["помощь юриста", сроки, sim-card 2]
      published: 2026-11-24
      draft: false
      checklist:
        - "Паспорт"
        - Копия патента
      translation:
        of: ru
        hash: 3f2a
      sources:
        - title: "КоАП РФ"
          url: "https://www.consultant.ru/document/?a=1#b"
          date: 2026-11-24
        - title: Закон о полиции
      """
          .replace('\u00A0', ' ');

  private static final List<String> PIECES =
      List.of(
          "title",
          "of",
          "a-b",
          "null",
          "true",
          "~",
          "1",
          "0x1F",
          "1e3",
          "2026-11-24",
          "-",
          "- ",
          "  ",
          "    ",
          "\n",
          "\n",
          "\n  ",
          "\n    ",
          "\n  - ",
          "\n    - ",
          ": ",
          ":",
          ": \"",
          "\"",
          "\" ",
          "[",
          "]",
          ", ",
          ",",
          "{",
          "}",
          "#",
          " #",
          "'",
          "|",
          ">",
          "&a",
          "*a",
          "!t",
          "\\",
          "\\n",
          "\t",
          "\r\n",
          "\u0085",
          "\u2028",
          "\uFEFF",
          "\uD83D\uDE00",
          "\u0001",
          "é",
          "ғ",
          "---\n",
          "...",
          "<<",
          "?",
          "? ",
          "%",
          "@",
          "`",
          "x y",
          ".",
          "/");

  @Test
  void usualFrontMatterIsSimple() {
    assertTrue(simple(USUAL).isPresent());
    assertSame(USUAL);
    assertTrue(simple("title: \"" + "я".repeat(3000) + "\"\n").isPresent());
    assertSame("title: \"" + "я".repeat(3000) + "\"\n");
  }

  @Test
  void theRestIsForTheLibrary() {
    for (String yaml :
        List.of("", "title: a\ntitle: b\n", "title: a # b\n", "title: \"a\\n\"\n", "title:\n")) {
      assertTrue(simple(yaml).isEmpty(), yaml);
    }
  }

  @Test
  void linesAreCountedFromTheFilesBeginning() {
    String file = "---\n" + USUAL + "---\ntext\n";
    int end = file.indexOf("---\ntext");
    YamlValue value =
        YamlParser.parse(new SourceText("a.md", file), 4, end, new Diagnostics()).orElseThrow();
    assertEquals(2, value.span().line());
    assertEquals("order: 20", ((YamlValue.Mapping) value).entries().get(2).keySpan().lineText());
  }

  @Test
  void readsAsTheLibraryDoes() {
    var random = new Random(7);
    int simple = 0;
    for (int i = 0; i < 20_000; i++) {
      String yaml = i % 2 == 0 ? put(random) : changed(random);
      simple += assertSame(yaml) ? 1 : 0;
    }
    assertTrue(simple > 2_000, "only " + simple + " texts were simple");
  }

  /** The usual front matter with some pieces put in or lines left out. */
  private static String changed(Random random) {
    var yaml = new StringBuilder(USUAL);
    for (int edits = 1 + random.nextInt(2); edits > 0; edits--) {
      int at = random.nextInt(yaml.length());
      if (random.nextInt(3) == 0) {
        yaml.delete(at, Math.min(yaml.length(), at + 1 + random.nextInt(12)));
      } else {
        yaml.insert(at, PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return yaml.toString();
  }

  /** Pieces put together by chance, beginning like a mapping. */
  private static String put(Random random) {
    var yaml = new StringBuilder("k: ");
    for (int pieces = random.nextInt(9); pieces > 0; pieces--) {
      yaml.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return yaml.append(random.nextInt(3) == 0 ? "" : "\n").toString();
  }

  /** Compares both ways, and tells whether the text was simple. */
  private static boolean assertSame(String yaml) {
    Optional<YamlValue> found = simple(yaml);
    if (found.isEmpty()) {
      return false;
    }
    var diagnostics = new Diagnostics();
    assertEquals(
        YamlParser.parseWithLibrary(new SourceText("a.md", yaml), diagnostics), found, yaml);
    assertFalse(diagnostics.sorted().iterator().hasNext(), yaml);
    return true;
  }

  private static Optional<YamlValue> simple(String yaml) {
    return SimpleYaml.read(new SourceText("a.md", yaml), 0, yaml.length(), 0);
  }
}
