package rahnamo.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/** Texts that are known to keep Markdown parsers busy or to overflow their stack, of any size. */
final class HostileTexts {

  private final Map<String, IntFunction<String>> all = new LinkedHashMap<>();

  private HostileTexts() {
    blocks();
    lists();
    emphasis();
    links();
    images();
    references();
    code();
    html();
    tables();
    footnotes();
    headings();
    attributes();
    directives();
    addresses();
    characters();
  }

  /** A text of about a size in UTF-16 units, by a name that says what there is too much of. */
  static Map<String, IntFunction<String>> all() {
    return new HostileTexts().all;
  }

  /** The text with a name. */
  static IntFunction<String> named(String name) {
    return Objects.requireNonNull(all().get(name), name);
  }

  private void repeat(String name, String unit) {
    all.put(name, size -> repeated(unit, size));
  }

  private void enclose(String name, String before, String between, String after) {
    all.put(
        name,
        size -> {
          int count = Math.max(1, size / (before.length() + after.length()));
          return before.repeat(count) + between + after.repeat(count);
        });
  }

  /** A text made of parts that differ in their number. */
  private void numbered(String name, IntFunction<String> part) {
    all.put(
        name,
        size -> {
          var text = new StringBuilder();
          for (int i = 0; text.length() < size; i++) {
            text.append(part.apply(i));
          }
          return text.toString();
        });
  }

  private static String repeated(String unit, int size) {
    return unit.repeat(Math.max(1, size / unit.length()));
  }

  /** Lines whose number and length both grow with the root of the size. */
  private void staircase(String name, String unit, String end, IntUnaryOperator repeats) {
    numbered(name, i -> unit.repeat(repeats.applyAsInt(i)) + end);
  }

  private void blocks() {
    repeat("quotes on one line", "> ");
    repeat("quotes without spaces", ">");
    repeat("lines of quotes", "> a\n");
    repeat("lazy lines behind quotes", "> > > > > > > > a\nb\n");
    staircase("a staircase of quotes", "> ", "a\n", i -> i % 49);
    repeat("empty quotes", ">\n");
    repeat("quote, list, quote, list", "> - ");
    repeat("drawn lines", "* * *\n");
    repeat("one long drawn line", "* ");
    repeat("one long drawn line without spaces", "_");
    all.put("a drawn line that fails at its end", size -> repeated("- ", size) + "a");
    all.put("gaps in a drawn line", size -> "***" + " ".repeat(size) + "a");
    staircase("lines of indented code", " ", "a\n", i -> 4 + i % 1000);
    repeat("blank lines", "\n");
    repeat("blank lines with spaces", "    \n");
    repeat("one long paragraph of short lines", "a\n");
    repeat("one long paragraph of indented lines", "a\n      ");
    repeat("one long line of words", "слово ");
    repeat("one long word", "a");
    repeat("hard breaks", "a  \n");
    repeat("hard breaks by backslash", "a\\\n");
    repeat("spaces at the end of lines", "a" + " ".repeat(200) + "\n");
    all.put("one long space", size -> "a" + " ".repeat(size) + "b");
    all.put("a long indent", size -> " ".repeat(size) + "a");
    repeat("paragraphs", "a\n\n");
  }

  private void lists() {
    repeat("lists on one line", "- ");
    repeat("pluses on one line", "+ ");
    repeat("numbers on one line", "1. ");
    repeat("items", "- a\n");
    repeat("empty items", "-\n");
    repeat("loose items", "- a\n\n");
    repeat("items of changing kinds", "- a\n+ b\n* c\n");
    repeat("task items", "- [ ] a\n");
    repeat("nested task items on one line", "- [x] ");
    staircase("a staircase of lists", "  ", "- a\n", i -> i % 49);
    staircase("a staircase of lists beyond the limit", " ", "- a\n", i -> i);
    repeat("blank lines behind an item", "- a\n\n\n\n\n\n\n\n");
    repeat("an item with lines of code", "- a\n\n      b\n");
    numbered("numbers that grow", i -> i + ". a\n");
    repeat("large numbers", "999999999) a\n");
    repeat("tabs in lists", "-\ta\n\t-\tb\n");
    all.put("a deep list and lazy lines", size -> "- ".repeat(49) + repeated("a\n", size));
    all.put("a deep list and blank lines", size -> "- ".repeat(49) + "a" + repeated("\n\n", size));
    all.put("deep quotes and blank lines", size -> repeated("> ".repeat(49) + "\n", size));
    all.put(
        "deep quotes and lists", size -> repeated("> ".repeat(24) + "- ".repeat(24) + "\n", size));
  }

  private void emphasis() {
    repeat("openings of emphasis", "*a ");
    repeat("closings of emphasis", "a* ");
    repeat("openings of strong emphasis", "**a ");
    repeat("both kinds of emphasis", "*a **a ");
    repeat("openings of three kinds", "*a _b ~~c ");
    repeat("underscores in words", "a_b_");
    repeat("stars and underscores", "*_");
    repeat("mismatched emphasis", "*a_ ");
    repeat("triples that rarely match", "a***b**c*");
    repeat("short emphasis", "*a*");
    repeat("strike", "~~a~~ ");
    repeat("openings of strike", "~~a ");
    repeat("tildes", "~");
    repeat("stars in words", "a**b**c* ");
    enclose("nested emphasis", "*a ", "b", " a*");
    enclose("nested strong emphasis", "**a ", "b", " a**");
    enclose("nested emphasis of two kinds", "*a _b ", "c", " b_ a*");
    all.put("stars, a letter, stars", size -> "*".repeat(size / 2) + "a" + "*".repeat(size / 2));
    staircase("a staircase of stars", "*", " a ", i -> 1 + i % 500);
  }

  private void links() {
    repeat("opening brackets", "[");
    repeat("closing brackets", "]");
    repeat("pairs of brackets", "[]");
    repeat("openings of links", "[a](");
    repeat("openings of links with a bracket", "[a](<b");
    repeat("openings of links with a title", "[a](b \"");
    repeat("openings of links with a parenthesis title", "[a](b (");
    repeat("links", "[a](b.md) ");
    repeat("links with titles", "[a](<b> 'c') ");
    repeat("brackets and emphasis", "[ a_");
    repeat("brackets and backslashes", "[\\");
    repeat("addresses without an end", "[](/");
    repeat("escaped brackets in labels", "[a\\]");
    repeat("two openings", "[[a](b");
    enclose("nested brackets", "[", "a", "]");
    enclose("nested links", "[", "a", "](b)");
    enclose("parentheses in an address", "(", "a", ")");
    all.put(
        "an address of parentheses", size -> "[a](" + "(".repeat(size / 2) + ")".repeat(size / 2));
    all.put("an address of backslashes", size -> "[a](" + "\\".repeat(size) + ")");
    all.put("an address of entities", size -> "[a](b" + repeated("&amp;", size) + ")");
    all.put("a title of quotes", size -> "[a](b \"" + repeated("\\\"", size) + "\")");
    all.put("spaces in a link", size -> "[a](" + " ".repeat(size) + "b)");
    all.put("lines in a link", size -> "[a](b" + repeated("\n", size) + "'c')");
    all.put("one long address", size -> "[a](https://example.org/" + "a".repeat(size) + ")");
    all.put("one long title", size -> "[a](https://example.org/ '" + "a ".repeat(size / 2) + "')");
    all.put("one long text of a link", size -> "[" + "a ".repeat(size / 2) + "](b.md)");
  }

  private void images() {
    repeat("openings of images", "![");
    repeat("openings of images with an address", "![a](");
    repeat("images", "![a](a.png) ");
    repeat("images without text", "![](a.png)\n\n");
    enclose("nested images", "![", "a", "](b)");
    enclose("images in links", "[![", "a", "](b)](c)");
    repeat("exclamation marks", "!");
  }

  private void references() {
    numbered("definitions", i -> "[a" + i + "]: b\n");
    repeat("the same definition", "[a]: b\n");
    repeat("definitions without an end", "[a]: b 'c\n");
    repeat("definitions without an address", "[a]:\n");
    repeat("undefined references", "[a][b] ");
    repeat("collapsed references", "[a][] ");
    all.put(
        "uses of one long address",
        size -> repeated("[a]", size / 2) + "\n\n[a]: " + "b".repeat(size / 2));
    all.put(
        "uses of one long title",
        size -> repeated("[a] ", size / 2) + "\n\n[a]: b '" + "c".repeat(size / 2) + "'");
    all.put(
        "images of one long address",
        size -> repeated("![a]\n", size / 2) + "\n\n[a]: " + "b".repeat(size / 2));
    all.put("definitions and their uses", HostileTexts::definitionsAndUses);
    repeat("openings of labels", "[a][");
    all.put("one long label", size -> "[" + "a ".repeat(size / 2) + "]: b\n");
    all.put("a label of backslashes", size -> "[" + "\\".repeat(size) + "]: b\n");
    numbered("labels that differ at the end", i -> "[" + "a".repeat(200) + i + "]\n");
    repeat("definitions with titles", "[a]: b\n'c'\n");
  }

  private static String definitionsAndUses(int size) {
    var text = new StringBuilder();
    for (int i = 0; text.length() < size / 2; i++) {
      text.append("[ẞ").append(i).append("]: b\n");
    }
    for (int i = 0; text.length() < size; i++) {
      text.append("[SS").append(i).append("]\n\n");
    }
    return text.toString();
  }

  private void code() {
    repeat("backticks", "`");
    staircase("runs of backticks that never match", "`", "a", i -> i + 1);
    staircase("runs of backticks on lines", "`", "a\n", i -> i + 1);
    repeat("spans of code", "`a` ");
    repeat("one backtick in each word", "a`b ``c ");
    repeat("fences", "```\n");
    repeat("fences of two kinds", "```\n~~~\n");
    repeat("fences with information", "``` " + "a".repeat(90) + "\n```\n");
    all.put("an open fence", size -> "```\n" + repeated("a\n", size));
    all.put("a long fence", size -> "`".repeat(size) + "\na\n");
    all.put("a long information", size -> "``` " + "a".repeat(size) + "\n");
    all.put("a fence in quotes", size -> repeated("> ```\n> a\n", size));
    all.put("blank lines in a span", size -> "`" + repeated("a \n", size) + "`");
  }

  private void html() {
    repeat("less-than signs", "<");
    repeat("openings of tags", "<a ");
    repeat("openings of comments", "<!--");
    repeat("openings of comments in text", "a <!-- ");
    repeat("openings of instructions", "a <? ");
    repeat("openings of declarations", "a <!X ");
    repeat("openings of CDATA", "a <![CDATA[");
    repeat("openings of attributes", "<a b=\"");
    repeat("attributes", "<a b=c d='e' ");
    all.put("one tag of attributes", size -> "a <a" + repeated(" b=c", size) + ">");
    all.put("one tag of attributes that fails", size -> "a <a" + repeated(" b='c'", size) + " =>");
    all.put("one tag of spaces", size -> "a <a" + " ".repeat(size) + "=>");
    all.put("one comment of dashes", size -> "a <!--" + repeated("- ", size) + "-->");
    all.put("one long tag name", size -> "<" + "a".repeat(size) + ">");
    all.put("one long tag name in text", size -> "a <" + "a".repeat(size) + ">");
    enclose("nested divisions", "<div>", "a", "</div>");
    enclose("nested divisions on lines", "<div>\n\n", "a", "\n\n</div>\n\n");
    enclose("nested spans", "a <b>", "a", "</b>");
    repeat("unclosed formatting", "a <b><i><u>\n\n");
    repeat("unclosed paragraphs", "<p>\n\n");
    repeat("misnested formatting", "<a href=b><b><i></a>");
    repeat("unclosed tables", "<table><tr><td>");
    repeat("unclosed links", "a <a href=\"https://example.org\">");
    repeat("ends of tags", "</a>");
    repeat("pictures", "<img src=a.png alt=b>\n\n");
    repeat("scripts", "<script>\n\n");
    repeat("unknown tags", "<rahnamo-slot data-n=0></rahnamo-slot>\n\n");
    repeat("entities", "&amp;");
    repeat("numeric entities", "&#1234567;");
    repeat("entities without an end", "&amp");
    repeat("ampersands", "&");
    repeat("long numbers of entities", "&#x" + "F".repeat(50) + ";");
    all.put("one long entity", size -> "&" + "a".repeat(size) + ";");
  }

  private void tables() {
    all.put("a wide table", HostileTexts::wideTable);
    all.put("a long table", size -> "|a|b|\n|-|-|\n" + repeated("|c|d|\n", size));
    all.put(
        "a table with missing cells",
        size -> "|a".repeat(90) + "|\n" + "|-".repeat(90) + "|\n" + repeated("|c\n", size));
    all.put(
        "a table without pipes below",
        size -> "|a".repeat(90) + "|\n" + "|-".repeat(90) + "|\n" + repeated("c\n", size));
    all.put(
        "a table with surplus cells", size -> "|a|\n|-|\n" + repeated("|c|c|c|c|c|c|c|c\n", size));
    repeat("many tables", "|a|b|\n|-|-|\n|c|d|\n\n");
    repeat("heads without a table", "|a|b|\n");
    repeat("lines under tables", "|-|-|\n");
    repeat("pipes", "|");
    repeat("escaped pipes", "\\|");
    repeat("alignments", ":-:|");
    all.put("code in tables", size -> "|a|\n|-|\n" + repeated("|`c|d`|\n", size));
    all.put("one long line under a table", size -> "|a|\n|" + "-".repeat(size) + "|\n");
    all.put("a paragraph before a table", size -> repeated("a\n", size) + "|a|\n|-|\n");
    all.put("a paragraph of pipes before a table", size -> repeated("a|b\n", size) + "|-|-|\n");
  }

  private static String wideTable(int size) {
    int columns = Math.max(1, size / 6);
    return "|a".repeat(columns) + "\n" + "|-".repeat(columns) + "\n" + "|b".repeat(columns) + "\n";
  }

  private void footnotes() {
    numbered("footnotes", i -> "[^" + i + "]\n\n[^" + i + "]: a\n\n");
    repeat("uses of one footnote", "[^1]: a\n\n[^1] ");
    repeat("the same footnote", "[^1]: a\n");
    repeat("undefined footnotes", "[^a] ");
    repeat("openings of footnotes", "[^");
    repeat("nested footnotes", "[^a]: ");
    repeat("footnotes that cite themselves", "[^a]: b [^a]\n");
    numbered("footnotes that cite the next", i -> "[^" + i + "]: a [^" + (i + 1) + "]\n\n");
    all.put("uses of a chain of footnotes", HostileTexts::chainOfFootnotes);
    all.put("one long name of a footnote", size -> "[^" + "a".repeat(size) + "]: b\n");
    repeat("colons behind names", "[^a]: b]:");
    repeat("footnotes in links", "[a [^1]](b.md)\n\n[^1]: c\n\n");
    enclose("footnotes in footnotes", "[^a", "b", "]");
  }

  private static String chainOfFootnotes(int size) {
    var text = new StringBuilder("[^0]\n\n");
    for (int i = 0; text.length() < size; i++) {
      text.append("[^").append(i).append("]: a [^").append(i + 1).append("]\n\n");
    }
    return text.toString();
  }

  private void headings() {
    repeat("headings", "## a\n");
    repeat("headings with one text", "## заголовок\n\n");
    repeat("empty headings", "##\n");
    repeat("underlined headings", "a\n---\n");
    repeat("underlines", "===\n");
    all.put("one long heading", size -> "## " + "слово ".repeat(size / 6));
    all.put("one long underlined heading", size -> repeated("a\n", size) + "---\n");
    all.put("many underlines behind a paragraph", size -> repeated("a\n= b\n", size));
    all.put("spaces in a heading", size -> "## a" + " ".repeat(size) + "b");
    all.put("signs at the end of a heading", size -> "## a " + "#".repeat(size));
    all.put("signs and spaces in a heading", size -> "##" + repeated(" #", size) + " a");
    repeat("signs of headings", "#");
    all.put("a long underline", size -> "a\n" + "=".repeat(size));
    numbered("headings with ids", i -> "## a {#id-" + i + "}\n");
    repeat("headings with the same id", "## a {#b}\n");
    numbered("headings that take the next one's id", i -> "## a-" + (i % 50) + "\n");
  }

  private void attributes() {
    repeat("opening braces", "{");
    repeat("braces", "{}");
    repeat("attributes behind emphasis", "*a*{.b} ");
    repeat("attributes with ids", "*a*{#b} ");
    repeat("attributes behind code", "`a`{.b lang=ru}");
    all.put("one long list of classes", size -> "*a*{" + repeated(".b ", size) + "}");
    all.put("a heading of braces", size -> "## a " + repeated("{", size));
    all.put("a heading of attributes", size -> "## a" + repeated(" {#b}", size));
    all.put(
        "a heading of dashes as id", size -> "## a {#b" + "-".repeat(Math.min(size, 190)) + "}");
  }

  private void directives() {
    repeat("open blocks", "::: note\n");
    repeat("closed blocks", "::: note\na\n:::\n");
    repeat("lines of colons", ":::\n");
    repeat("colons", ":");
    staircase("blocks with more and more colons", ":", " note\n", i -> 3 + i % 500);
    repeat("unknown blocks", "::: nonsense\n:::\n");
    repeat("blocks of phones", "::: phone 112\n");
    repeat("unknown contacts", "::: contact nobody\n");
    repeat("all contacts", "::: contacts\n");
    all.put("one long title of a block", size -> "::: note " + "a".repeat(size) + "\n:::\n");
    all.put("one long name of a block", size -> "::: " + "a".repeat(size) + "\n:::\n");
    all.put("one long telephone", size -> "::: phone " + "1".repeat(size) + "\n");
    repeat("blocks in lists", "- ::: note\n  a\n  :::\n");
    repeat("blocks in quotes", "> ::: note\n");
    enclose("nested blocks and lists", "::: note\n- ", "a", "\n:::\n");
    all.put(
        "blocks of phones and HTML", size -> "<b>a</b>\n\n" + repeated("::: phone 112\n", size));
    repeat("details", "::: details a\n::: steps\n1. a\n:::\n:::\n");
  }

  private void addresses() {
    repeat("addresses in brackets", "<https://example.org/> ");
    repeat("mail addresses in brackets", "<a@example.org> ");
    repeat("addresses without an end", "<https://a");
    repeat("mail addresses without an end", "<a@b.");
    all.put("one long mail address", size -> "<a@" + repeated("b.", size) + ">");
    all.put("one long mail name", size -> "<" + "a".repeat(size) + "@b>");
    all.put("one long scheme", size -> "<" + "a".repeat(size) + ":b>");
    repeat("bare addresses", "https://example.org/ ");
    repeat("bare addresses without spaces", "https://");
    all.put("one long bare address", size -> "https://example.org/" + "a".repeat(size));
    all.put("a bare address of points", size -> "https://example.org/" + ".".repeat(size));
    all.put("a bare address of parentheses", size -> "https://a/" + ")".repeat(size));
    repeat("slashes", "://");
    repeat("www", "www.");
    repeat("at signs", "a@b ");
  }

  private void characters() {
    repeat("NUL", "\0");
    repeat("lone carriage returns", "a\r");
    repeat("CRLF", "a\r\n");
    repeat("empty lines of CR", "\r");
    repeat("tabs", "\t");
    repeat("tabs in text", "a\tb\n");
    all.put("accents on one letter", size -> "a" + "\u0301".repeat(size));
    repeat("accents without order", "\u0323\u0301");
    repeat("accented letters", "a\u0301\u0323");
    repeat("letters and thirty accents", "a" + "\u0301\u0323".repeat(15));
    repeat("accents beyond the first plane", "a\uD834\uDD65");
    repeat("Hangul", "\u1100\u1161\u11A8");
    repeat("letters that grow when composed", "\uFDFA");
    repeat("letters beyond the first plane", "\uD83D\uDE00");
    repeat("joined emoji", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D");
    repeat("byte order marks", "\uFEFF");
    repeat("directions of writing", "\u202E");
    repeat("zero-width spaces", "\u200B");
    repeat("no-break spaces", "\u00A0");
    repeat("line separators", "a\u2028");
    repeat("vertical tabs", "a\u000B\f");
    repeat("escape characters", "\u001B[31m");
    repeat("backslashes", "\\");
    repeat("backslashes and stars", "\\*");
    repeat("apostrophes", "o'");
    repeat("apostrophes of many kinds", "oʻ’‘`´ʼ");
    repeat("mixed alphabets", "cлово ");
    repeat("mixed alphabets without spaces", "aб");
    repeat("capital letters", "SHCHYO ");
    repeat("dotted capitals", "İI");
    repeat("quotation marks", "\"");
    repeat("single quotation marks", "'a' ");
    repeat("all signs", "*_~`<[]&\\!(){}#|:>-+\"' ");
    all.put("signs in an order of chance", HostileTexts::noise);
  }

  private static String noise(int size) {
    List<String> signs = new ArrayList<>();
    for (char c : "*_~`<>[]()&\\!{}#|:-+\"'\n\t ab1.=/@^".toCharArray()) {
      signs.add(Character.toString(c));
    }
    var text = new StringBuilder();
    long state = 88172645463325252L;
    while (text.length() < size) {
      state ^= state << 13;
      state ^= state >>> 7;
      state ^= state << 17;
      text.append(signs.get((int) Math.floorMod(state, (long) signs.size())));
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }
}
