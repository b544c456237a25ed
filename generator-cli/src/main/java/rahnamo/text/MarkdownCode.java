package rahnamo.text;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of a Markdown source that are not prose: front matter, code, HTML tags and
 * comments, link destinations, bare addresses, reference definitions, attributes in braces.
 *
 * <p>A look at the surface, not a parser: it errs towards prose where CommonMark would need the
 * block structure (indented code).
 */
final class MarkdownCode {

  // spec (CommonMark 0.31, 4.5): "a sequence of at least three consecutive backtick characters or
  // tildes"; it may stand in a quote or open a list item.
  private static final Pattern FENCE =
      Pattern.compile(
          "(?s)[ \\t>]*+(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]++)*+(`{3,}+(?=[^`]*$)|~{3,}+).*+");

  // spec (CommonMark 0.31, 4.7): a label, a colon, a destination; a footnote's text is prose.
  private static final Pattern REFERENCE = Pattern.compile("(?s)[ >]*+\\[[^\\]^][^\\]]*+\\]:(.*+)");

  private static final Pattern FRONT_MATTER =
      Pattern.compile("\\A---[ \\t]*+\\R(?s:.*?)^---[ \\t]*+$", Pattern.MULTILINE);

  private static final List<String> ADDRESSES =
      List.of("http://", "https://", "www.", "mailto:", "tel:");

  /** How far the end of a tag, a link or an attribute is looked for; keeps odd input fast. */
  private static final int LOOK_AHEAD = 2000;

  private final String text;
  private final BitSet code = new BitSet();

  private MarkdownCode(String text) {
    this.text = text;
  }

  /** The indexes, in UTF-16 units, of everything that is not prose. */
  static BitSet find(String text) {
    MarkdownCode markdown = new MarkdownCode(text);
    markdown.scanBlocks(markdown.scanFrontMatter());
    return markdown.code;
  }

  /** Marks the front matter, if there is one; returns where the body begins. */
  private int scanFrontMatter() {
    Matcher frontMatter = FRONT_MATTER.matcher(text);
    int end = frontMatter.lookingAt() ? frontMatter.end() : 0;
    code.set(0, end);
    return end;
  }

  /** Marks fenced code and reference definitions; scans the paragraphs between them. */
  private void scanBlocks(int bodyStart) {
    int paragraph = bodyStart;
    int line = bodyStart;
    while (line < text.length()) {
      int end = lineEnd(line);
      Matcher fence = FENCE.matcher(text).region(line, end);
      Matcher reference = REFERENCE.matcher(text).region(line, end);
      int next = end + 1;
      if (fence.matches()) {
        scanParagraph(paragraph, line);
        next = fencedCodeEnd(fence.group(1), next);
        code.set(line, Math.min(next, text.length()));
        paragraph = next;
      } else if (reference.matches()) {
        code.set(reference.start(1), end);
      } else if (isBlank(line, end)) {
        scanParagraph(paragraph, line);
        paragraph = next;
      }
      line = next;
    }
    scanParagraph(paragraph, text.length());
  }

  /** Where the line after the closing fence begins, or the end of the text. */
  private int fencedCodeEnd(String opening, int from) {
    int line = from;
    while (line < text.length()) {
      int end = lineEnd(line);
      int next = end + 1;
      if (closes(opening, text.substring(line, end))) {
        return next;
      }
      line = next;
    }
    return line;
  }

  private static boolean closes(String opening, String line) {
    String fence = line.replace(">", "").strip();
    return fence.length() >= opening.length()
        && fence.chars().allMatch(c -> c == opening.charAt(0));
  }

  private void scanParagraph(int start, int end) {
    int i = start;
    while (i < end) {
      if (code.get(i)) {
        i++;
      } else {
        i =
            switch (text.charAt(i)) {
              case '\\' -> i + 2;
              case '`' -> scanCodeSpan(i, end);
              case '<' -> scanHtml(i, end);
              case ']' -> scanDestination(i, end);
              case '{' -> scanAttributes(i, end);
              case 'h', 'w', 'm', 't' -> scanAddress(i, end);
              default -> i + 1;
            };
      }
    }
  }

  private int scanCodeSpan(int start, int end) {
    int length = runLength(start, end);
    if (length == 1 && isApostrophe(start, end)) {
      return start + 1;
    }
    int i = start + length;
    while (i < end) {
      int run = runLength(i, end);
      if (run == length) {
        code.set(start, i + run);
        return i + run;
      }
      i += Math.max(run, 1);
    }
    return start + length;
  }

  private int runLength(int start, int end) {
    int i = start;
    while (i < end && text.charAt(i) == '`') {
      i++;
    }
    return i - start;
  }

  /** A code span begins after a space or a sign; a backtick after a letter is an apostrophe. */
  private boolean isApostrophe(int i, int end) {
    if (i == 0 || !Character.isLetter(text.charAt(i - 1))) {
      return false;
    }
    return Apostrophes.takesTurnedComma(text.charAt(i - 1))
        || (i + 1 < end && Character.isLetter(text.charAt(i + 1)));
  }

  private int scanHtml(int start, int end) {
    if (text.startsWith("<!--", start)) {
      return scanTo("-->", start, end);
    }
    boolean isTag = start + 1 < end && isTagStart(text.charAt(start + 1));
    return isTag ? scanTo(">", start, end) : start + 1;
  }

  private static boolean isTagStart(char c) {
    return c == '/' || c == '!' || c == '?' || Character.isLetter(c);
  }

  /** Marks the parentheses after a link text, with the destination and the title in them. */
  private int scanDestination(int start, int end) {
    if (start + 1 >= end || text.charAt(start + 1) != '(') {
      return start + 1;
    }
    int depth = 0;
    for (int i = start + 1; i < Math.min(end, start + LOOK_AHEAD); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        code.set(start + 1, i + 1);
        return i + 1;
      }
    }
    return start + 1;
  }

  /** Marks the attributes in braces; they never go over the end of a line. */
  private int scanAttributes(int start, int end) {
    int i = start;
    while (i < Math.min(end, start + LOOK_AHEAD) && text.charAt(i) != '\n') {
      if (text.charAt(i) == '}') {
        code.set(start, i + 1);
        return i + 1;
      }
      i++;
    }
    return start + 1;
  }

  private int scanAddress(int start, int end) {
    boolean isInsideWord = start > 0 && Character.isLetterOrDigit(text.charAt(start - 1));
    if (isInsideWord || ADDRESSES.stream().noneMatch(a -> text.startsWith(a, start))) {
      return start + 1;
    }
    int i = start;
    while (i < end && !Character.isWhitespace(text.charAt(i)) && text.charAt(i) != '<') {
      i++;
    }
    code.set(start, i);
    return i;
  }

  /** Marks everything up to and including the closing mark, if it comes before the end. */
  private int scanTo(String closing, int start, int end) {
    for (int i = start; i < Math.min(end, start + LOOK_AHEAD); i++) {
      if (text.startsWith(closing, i)) {
        code.set(start, i + closing.length());
        return i + closing.length();
      }
    }
    return start + 1;
  }

  private boolean isBlank(int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
