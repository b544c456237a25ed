package rahnamo.parse;

import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceText;
import rahnamo.diagnostic.Term;

/**
 * Refuses text whose lines would keep the Markdown parser busy for seconds or overflow its stack. A
 * parser thread cannot be stopped, so the limits are checked before, in one pass over the text;
 * what stands inside paragraphs is the business of {@link BoundedInlineParser}.
 */
final class MarkdownGuard {

  static final int MAX_LINES = 30_000;
  static final int MAX_MARKERS = 30_000;

  /** Flexmark puts a paragraph of such lines together from pieces, in square time. */
  static final int MAX_INDENTED_LINES = 10_000;

  static final int MAX_NESTING = 50;

  /** A list this far to the right stands in {@link #MAX_NESTING} others. */
  private static final int MAX_MARKER_COLUMN = 2 * MAX_NESTING;

  /** How wide the sign of an item and the box of its task may be without standing deeper. */
  private static final int MARKER_WIDTH = 6;

  static final int MAX_COLUMNS = 100;
  static final int MAX_CELLS = 50_000;

  /** How often a sign that draws a line, or a letter of a tag, may follow another. */
  static final int MAX_RUN = 1000;

  /** How many signs may open a block of code. */
  static final int MAX_FENCE = 100;

  /** How many spaces may stand between two signs of a drawn line. */
  private static final int MAX_GAP = 10;

  /** How many accents a letter may carry; Unicode's stream-safe format (UAX #15) allows 30 too. */
  static final int MAX_ACCENTS = 30;

  private static final int MAX_FOOTNOTE = 110;

  private final SourceText source;
  private final String text;
  private final Diagnostics diagnostics;
  private int lines;
  private int markers;
  private int indentedLines;
  private int cells;
  private int columns;
  private int accents;

  private MarkdownGuard(SourceText source, Diagnostics diagnostics) {
    this.source = source;
    this.text = source.content();
    this.diagnostics = diagnostics;
  }

  /** Whether the body that begins at an offset is within all limits; what is not is reported. */
  static boolean accepts(SourceText source, int bodyStart, Diagnostics diagnostics) {
    return new MarkdownGuard(source, diagnostics).accepts(bodyStart);
  }

  private boolean accepts(int bodyStart) {
    for (int line = bodyStart; line < text.length(); ) {
      int end = lineEnd(line);
      if (++lines > MAX_LINES) {
        return refuse(line, "guard.lines", MAX_LINES);
      }
      if (!acceptsBeginning(line, end) || !acceptsCells(line, end) || !acceptsAccents(line, end)) {
        return false;
      }
      line = text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }
    return true;
  }

  /** Where a line ends: Markdown counts a single CR too. */
  private int lineEnd(int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private boolean acceptsBeginning(int start, int end) {
    int depth = 0;
    int column = 0;
    int i = start;
    while (i < end) {
      char c = text.charAt(i);
      int marker = markerLength(i, end);
      if (marker == 0 && c != ' ' && c != '\t') {
        break;
      }
      if (marker > 0
          && (++depth > MAX_NESTING || column > MAX_MARKER_COLUMN + MARKER_WIDTH * depth)) {
        return refuse(start, "guard.nesting", MAX_NESTING);
      }
      if (marker > 0 && !acceptsRun(i, end)) {
        return false;
      }
      column += c == '\t' ? 4 - column % 4 : Math.max(1, marker);
      i += Math.max(1, marker);
    }
    markers += depth;
    indentedLines = i == end ? 0 : indentedLines + (i > start ? 1 : 0);
    if (indentedLines > MAX_INDENTED_LINES) {
      return refuse(start, "guard.indented", MAX_INDENTED_LINES);
    }
    return markers > MAX_MARKERS
        ? refuse(start, "guard.markers", MAX_MARKERS)
        : i == end || acceptsRun(i, end);
  }

  /** The length of the sign of a quote, list item or footnote, or 0. */
  private int markerLength(int at, int end) {
    char c = text.charAt(at);
    if (c == '>') {
      return 1;
    }
    if (c == '-' || c == '*' || c == '+') {
      return isBlankAt(at + 1, end) ? 1 + taskLength(at + 1, end) : 0;
    }
    if (c == '[' && text.startsWith("[^", at)) {
      int close = text.substring(at, Math.min(end, at + MAX_FOOTNOTE)).indexOf("]:");
      return close < 0 ? 0 : close + 2;
    }
    int i = at;
    while (i < end && i < at + 9 && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    boolean isNumber = i > at && i < end && (text.charAt(i) == '.' || text.charAt(i) == ')');
    return isNumber && isBlankAt(i + 1, end) ? i + 1 - at + taskLength(i + 1, end) : 0;
  }

  /** The length of the box of a task with what stands before it: another list may follow. */
  private int taskLength(int at, int end) {
    int box = at;
    while (box < end && (text.charAt(box) == ' ' || text.charAt(box) == '\t')) {
      box++;
    }
    boolean isTask =
        box + 2 < end
            && text.charAt(box) == '['
            && " xX".indexOf(text.charAt(box + 1)) >= 0
            && text.charAt(box + 2) == ']'
            && isBlankAt(box + 3, end);
    return isTask ? box + 3 - at : 0;
  }

  private boolean isBlankAt(int at, int end) {
    return at >= end || text.charAt(at) == ' ' || text.charAt(at) == '\t';
  }

  /** Signs that Flexmark reads with one level of its stack each, or again and again. */
  private boolean acceptsRun(int start, int end) {
    return switch (text.charAt(start)) {
      case '*', '-', '_' -> acceptsDrawnLine(start, end);
      case '`', '~' -> acceptsFence(start, end);
      case '<' -> acceptsTag(start, end);
      default -> true;
    };
  }

  private boolean acceptsDrawnLine(int start, int end) {
    char sign = text.charAt(start);
    int count = 0;
    int gap = 0;
    boolean hasWideGap = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\t') {
        gap++;
        continue;
      }
      hasWideGap |= count >= 3 && gap > MAX_GAP;
      if (c != sign) {
        break;
      }
      gap = 0;
      count++;
    }
    return (count <= MAX_RUN && !hasWideGap) || refuse(start, "guard.run", MAX_RUN);
  }

  private boolean acceptsFence(int start, int end) {
    int i = start;
    while (i < end && text.charAt(i) == text.charAt(start)) {
      i++;
    }
    return i - start <= MAX_FENCE || refuse(start, "guard.run", MAX_FENCE);
  }

  private boolean acceptsTag(int start, int end) {
    int i = text.startsWith("</", start) ? start + 2 : start + 1;
    while (i < end
        && (Character.isLetterOrDigit(text.charAt(i)) || "-._:".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    return i - start <= MAX_RUN || refuse(start, "guard.run", MAX_RUN);
  }

  /**
   * Counts the cells of tables: each line of a table has as many as its widest, written or not. The
   * lines up to the next blank one count as a table if they have a pipe.
   */
  private boolean acceptsCells(int start, int end) {
    int pipes = 0;
    boolean isBlank = true;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      pipes += c == '|' ? 1 : 0;
      isBlank &= c == ' ' || c == '\t';
    }
    if (pipes > MAX_COLUMNS) {
      return refuse(start, "guard.columns", MAX_COLUMNS);
    }
    columns = isBlank ? 0 : Math.max(columns, pipes);
    cells += pipes == 0 ? 0 : columns;
    return cells <= MAX_CELLS || refuse(start, "guard.cells", MAX_CELLS);
  }

  private boolean acceptsAccents(int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < 0x0300) {
        accents = 0;
      } else if (isAccent(i)) {
        if (++accents > MAX_ACCENTS) {
          return refuse(start, "guard.accents", MAX_ACCENTS);
        }
      } else if (!Character.isHighSurrogate(c)) {
        accents = 0;
      }
    }
    return true;
  }

  private boolean isAccent(int at) {
    char c = text.charAt(at);
    int point = Character.isLowSurrogate(c) && at > 0 ? text.codePointAt(at - 1) : c;
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private boolean refuse(int start, String term, int limit) {
    diagnostics.report(
        DiagnosticCode.ARTICLE_TOO_COMPLEX,
        source.span(start, start + 20),
        Term.of(term),
        Integer.toString(limit));
    return false;
  }
}
