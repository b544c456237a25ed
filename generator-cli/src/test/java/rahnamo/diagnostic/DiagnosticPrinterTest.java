package rahnamo.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosticPrinterTest {

  private static final MessageCatalog ENGLISH = MessageCatalog.of("en");

  @Test
  void placeComesFirstThenWhatIsWrongThenTheLineThenTheCure() {
    assertEquals(
        """
        content/ru/sel.md:2:14: error: link to `xlopok.md` has no target [broken-link]
          2 | см. [хлопок](xlopok.md)
            |              ^^^^^^^^^
          help: did you mean `khlopok.md`?
        """,
        text(
            Diagnostic.of(
                    DiagnosticCode.BROKEN_LINK,
                    place("content/ru/sel.md", "первая\nсм. [хлопок](xlopok.md)\n", "xlopok.md"),
                    "xlopok.md")
                .suggesting(Optional.of("khlopok.md"))));
  }

  @Test
  void withoutSuggestionTheGeneralAdviceIsGiven() {
    assertEquals(
        """
        a.yml:1:1: error: unknown key `titel` [unknown-key]
          1 | titel: a
            | ^^^^^
          help: the keys allowed here are: title, order
        """,
        text(
            Diagnostic.of(
                DiagnosticCode.UNKNOWN_KEY,
                place("a.yml", "titel: a", "titel"),
                "titel",
                "title, order")));
  }

  @Test
  void wholeFileHasNoLineToQuote() {
    assertEquals(
        """
        content/site.yml: error: the content folder has no `site.yml` [site-config-missing]
          help: add a file `site.yml` with at least `title`, `languages` and `sections`
        """,
        text(
            Diagnostic.of(
                DiagnosticCode.SITE_CONFIG_MISSING, SourceSpan.ofFile("content/site.yml"))));
  }

  @Test
  void wholeLineHasNoColumn() {
    var span = new SourceSpan("templates/a.ftlh", 7, 0, 0, "");
    String printed = text(Diagnostic.of(DiagnosticCode.TEMPLATE_ERROR, span, "no such value"));

    assertTrue(printed.startsWith("templates/a.ftlh:7: error: the template is broken"), printed);
    assertFalse(printed.contains("^"), printed);
  }

  @Test
  void columnsAndCaretsCountCodePointsNotUnits() {
    assertCaretsBelow("привет 👋🏽 мир bad конец", "bad");
    assertCaretsBelow("𝐀𝐁𝐂 𝐃", "𝐃");
    assertEquals(5, place("a.md", "𝐀𝐁𝐂 𝐃", "𝐃").column());
    assertEquals(1, place("a.md", "𝐀𝐁𝐂 𝐃", "𝐃").length());
  }

  @Test
  void tabIsShownAsOneSpaceSoThatCaretsStayBelow() {
    String printed = text(unsafe(place("a.md", "\t- a\tbad", "bad")));

    assertEquals("  1 |  - a bad\n    |      ^^^", quoted(printed));
  }

  @Test
  void carriageReturnAtTheEndOfALineIsNotPartOfIt() {
    String printed = text(unsafe(place("a.md", "one bad\r\ntwo\r\n", "bad")));

    assertEquals("  1 | one bad\n    |     ^^^", quoted(printed));
  }

  @Test
  void endOfTheFileCanBeShown() {
    var source = new SourceText("a.md", "one\n");

    assertEquals("  2 | \n    | ^", quoted(text(unsafe(source.span(4, 9)))));
    assertEquals("  1 | \n    | ^", quoted(text(unsafe(new SourceText("a", "").span(0, 3)))));
  }

  @Test
  void placeIsCutAtTheEndOfItsFirstLine() {
    var source = new SourceText("a.md", "one two\nthree\n");

    assertEquals("  1 | one two\n    |     ^^^", quoted(text(unsafe(source.span(4, 12)))));
  }

  @Test
  void longLineIsCutOnBothSidesOfTheMistake() {
    String line = "ж".repeat(5_000) + "bad" + "𝐀".repeat(5_000);
    String printed = quoted(text(unsafe(place("a.md", line, "bad"))));
    String[] rows = printed.split("\n", -1);

    assertTrue(rows[0].codePointCount(0, rows[0].length()) < 220, printed);
    assertTrue(rows[0].startsWith("  1 | …ж") && rows[0].endsWith("𝐀…"), printed);
    assertCaretsBelow(line, "bad");
  }

  @Test
  void longMistakeInALongLineIsCutToo() {
    String line = "a".repeat(10_000);
    String printed = quoted(text(unsafe(new SourceText("a.md", line).span(10, 9_000))));

    assertTrue(printed.length() < 500, printed);
    assertTrue(printed.contains("…"), printed);
  }

  @Test
  void everyPlaceOfALongLineHasItsCaretBelow() {
    var line = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      line.appendCodePoint(0x3400 + i);
    }
    for (int i = 0; i < 500; i++) {
      assertCaretsBelow(line.toString(), Character.toString(0x3400 + i));
    }
  }

  @Test
  void controlCharactersReachNoTerminal() {
    var span = new SourceText("a\u001b[31m.md", "x\u001b[2Jbad\u0007\u009b").span(0, 4);
    Diagnostic diagnostic =
        Diagnostic.of(DiagnosticCode.UNKNOWN_KEY, span, "k\r\nfake.md:1:1: error", "\u001b[0m");
    String printed = text(diagnostic);

    assertEquals(4, printed.lines().count(), printed);
    assertTrue(printed.codePoints().noneMatch(c -> c != '\n' && Character.isISOControl(c)));
  }

  @Test
  void colourIsUsedOnlyWhenAskedFor() {
    Diagnostic diagnostic = unsafe(place("a.md", "bad", "bad"));
    String coloured =
        new DiagnosticPrinter(ENGLISH, true).print(List.of(diagnostic), DiagnosticFormat.TEXT);

    assertTrue(coloured.startsWith("\u001b[1ma.md:1:1\u001b[0m: \u001b[31merror\u001b[0m: "));
    assertFalse(text(diagnostic).contains("\u001b"));
  }

  @Test
  void warningSaysSo() {
    Diagnostic warning = unsafe(place("a.md", "bad", "bad")).asWarning();

    assertTrue(text(warning).startsWith("a.md:1:1: warning: "));
    assertTrue(printed(warning, DiagnosticFormat.GITHUB).startsWith("::warning file=a.md,"));
  }

  @Test
  void annotationHasPlaceCodeMessageAndCure() {
    assertEquals(
        "::error file=content/ru/a.md,line=1,col=5,endColumn=8,title=unsafe-link::"
            + "links to `bad` addresses are not allowed%0A"
            + "allowed are https, http, mailto, tel, sms, tg and paths to other articles\n",
        printed(unsafe(place("content/ru/a.md", "see bad", "bad")), DiagnosticFormat.GITHUB));
  }

  @Test
  void annotationEscapesWhatWouldEndItsParts() {
    var span = new SourceText("a,b:c%.md", "x").span(0, 1);
    Diagnostic diagnostic =
        Diagnostic.of(DiagnosticCode.UNKNOWN_KEY, span, "100%\r\n::error::x", "a, b: c");
    String printed = printed(diagnostic, DiagnosticFormat.GITHUB);

    assertEquals(
        "::error file=a%2Cb%3Ac%25.md,line=1,col=1,endColumn=2,title=unknown-key::"
            + "unknown key `100%25%0D%0A::error::x`%0Athe keys allowed here are: a, b: c\n",
        printed);
  }

  @Test
  void annotationOfAWholeFileHasNoLine() {
    String printed =
        printed(
            Diagnostic.of(DiagnosticCode.NOT_UTF8, SourceSpan.ofFile("a.md"), "0xE1", "12"),
            DiagnosticFormat.GITHUB);

    assertTrue(printed.startsWith("::error file=a.md,title=not-utf8::"), printed);
  }

  @Test
  void jsonIsValidWhateverTheAuthorWrote() {
    var strange = new StringBuilder("\"\\/\u2028\u2029\u007f𝐀");
    for (char c = 0; c < ' '; c++) {
      strange.append(c);
    }
    var span = new SourceText("a\"\\\n.md", "x").span(0, 1);
    var diagnostics = new ArrayList<Diagnostic>();
    diagnostics.add(Diagnostic.of(DiagnosticCode.UNKNOWN_KEY, span, strange.toString(), "b"));
    diagnostics.add(Diagnostic.of(DiagnosticCode.REVIEW_OVERDUE, span, "2026-01-01"));
    String printed =
        new DiagnosticPrinter(MessageCatalog.of("uz"), false)
            .print(diagnostics, DiagnosticFormat.JSON);
    List<?> array = (List<?>) StrictJson.parse(printed);
    Map<?, ?> first = (Map<?, ?>) array.get(0);
    Map<?, ?> second = (Map<?, ?>) array.get(1);

    assertEquals("a\"\\\n.md", first.get("file"));
    assertEquals("notanish kalit `" + strange + "`", first.get("message"));
    assertEquals("warning", second.get("severity"));
    assertEquals("review-overdue", second.get("code"));
    assertEquals("1", second.get("line"));
    assertEquals("1", second.get("column"));
    assertEquals("1", second.get("length"));
    assertTrue(second.containsKey("help"));
  }

  @Test
  void jsonOfNothingIsAnEmptyArray() {
    var printer = new DiagnosticPrinter(ENGLISH, false);

    assertEquals("[]\n", printer.print(List.of(), DiagnosticFormat.JSON));
    assertEquals("", printer.print(List.of(), DiagnosticFormat.TEXT));
    assertEquals("", printer.print(List.of(), DiagnosticFormat.GITHUB));
  }

  @Test
  void strictJsonRefusesWhatIsNotJson() {
    for (String wrong : List.of("[1,]", "{\"a\":1,}", "[\"\t\"]", "[\"\\x\"]", "[", "[1] 2", "")) {
      assertThrows(RuntimeException.class, () -> StrictJson.parse(wrong), wrong);
    }
  }

  /** Checks that the carets stand exactly below a part of a line. */
  private static void assertCaretsBelow(String line, String part) {
    String[] rows = quoted(text(unsafe(place("a.md", line, part)))).split("\n", -1);
    int[] shown = rows[0].codePoints().toArray();
    int first = rows[1].indexOf('^');
    int end = rows[1].lastIndexOf('^') + 1;

    assertEquals(part, new String(shown, first, end - first), rows[0] + "\n" + rows[1]);
  }

  private static Diagnostic unsafe(SourceSpan span) {
    return Diagnostic.of(DiagnosticCode.UNSAFE_LINK, span, "bad");
  }

  private static SourceSpan place(String path, String content, String part) {
    int start = content.indexOf(part);
    return new SourceText(path, content).span(start, start + part.length());
  }

  private static String text(Diagnostic diagnostic) {
    return printed(diagnostic, DiagnosticFormat.TEXT);
  }

  private static String printed(Diagnostic diagnostic, DiagnosticFormat format) {
    return new DiagnosticPrinter(ENGLISH, false).print(List.of(diagnostic), format);
  }

  /** The second and third line of a printed diagnostic: the author's line and the carets. */
  private static String quoted(String printed) {
    String[] lines = printed.split("\n", -1);
    return lines[1] + "\n" + lines[2];
  }
}
