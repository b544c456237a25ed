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

  /** The letters of Russian, and after the accents of Cyrillic those of Tajik and Uzbek. */
  private static final char FIRST_CYRILLIC = 0x0400;

  private static final char LAST_CYRILLIC = 0x052F;
  private static final char FIRST_ACCENT = 0x0483;
  private static final char LAST_ACCENT = 0x0489;

  private final SourceText source;
  private final char[] text; // reads twice as fast as a String of two-byte characters
  private final Diagnostics diagnostics;
  private int lines;
  private int markers;
  private int indentedLines;
  private int cells;
  private int columns;
  private int accents;

  // What is known of the present line.
  private int end;
  private int pipes;
  private boolean isBlank;
  private boolean hasAccentedLetter;

  private MarkdownGuard(SourceText source, char[] text, Diagnostics diagnostics) {
    this.source = source;
    this.text = text;
    this.diagnostics = diagnostics;
  }

  /**
   * Whether the body that begins at an offset is within all limits; what is not is reported.
   *
   * @param text the characters of the source
   */
  static boolean accepts(SourceText source, char[] text, int bodyStart, Diagnostics diagnostics) {
    return new MarkdownGuard(source, text, diagnostics).accepts(bodyStart);
  }

  private boolean accepts(int bodyStart) {
    for (int line = bodyStart; line < text.length; ) {
      scan(line);
      if (++lines > MAX_LINES) {
        return refuse(line, "guard.lines", MAX_LINES);
      }
      if (!acceptsBeginning(line) || !acceptsCells(line) || !acceptsAccents(line)) {
        return false;
      }
      boolean isCrLf = end + 1 < text.length && text[end] == '\r' && text[end + 1] == '\n';
      line = isCrLf ? end + 2 : end + 1;
    }
    return true;
  }

  /** Looks at each character of a line once; Markdown counts a single CR as its end too. */
  private void scan(int start) {
    char[] in = text;
    int bars = 0;
    int marks = accents;
    boolean isEmpty = true;
    boolean isTooAccented = false;
    int i = start;
    for (; i < in.length; i++) {
      char c = in[i];
      if (c < 0x0300) {
        if (c == '\n' || c == '\r') {
          break;
        }
        bars += c == '|' ? 1 : 0;
        isEmpty &= c == ' ' || c == '\t';
        marks = 0;
      } else {
        isEmpty = false;
        boolean isLetter = c >= FIRST_CYRILLIC && c <= LAST_CYRILLIC;
        boolean mayBeAccent = !isLetter || (c >= FIRST_ACCENT && c <= LAST_ACCENT);
        marks = mayBeAccent ? accentsWith(i, marks) : 0;
        isTooAccented |= marks > MAX_ACCENTS;
      }
    }
    end = i;
    pipes = bars;
    isBlank = isEmpty;
    accents = marks;
    hasAccentedLetter = isTooAccented;
  }

  /** How many accents stand in a row up to a character, when there were some before it. */
  private int accentsWith(int at, int before) {
    if (isAccent(at)) {
      return before + 1;
    }
    return Character.isHighSurrogate(text[at]) ? before : 0;
  }

  private boolean acceptsBeginning(int start) {
    int depth = 0;
    int column = 0;
    int i = start;
    while (i < end) {
      char c = text[i];
      int marker = markerLength(i);
      if (marker == 0 && c != ' ' && c != '\t') {
        break;
      }
      if (marker > 0
          && (++depth > MAX_NESTING || column > MAX_MARKER_COLUMN + MARKER_WIDTH * depth)) {
        return refuse(start, "guard.nesting", MAX_NESTING);
      }
      if (marker > 0 && !acceptsRun(i)) {
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
        : i == end || acceptsRun(i);
  }

  /** The length of the sign of a quote, list item or footnote, or 0. */
  private int markerLength(int at) {
    char c = text[at];
    if (c == '>') {
      return 1;
    }
    if (c == '-' || c == '*' || c == '+') {
      return isBlankAt(at + 1) ? 1 + taskLength(at + 1) : 0;
    }
    if (c == '[') {
      return footnoteLength(at);
    }
    int i = at;
    while (i < end && i < at + 9 && text[i] >= '0' && text[i] <= '9') {
      i++;
    }
    boolean isNumber = i > at && i < end && (text[i] == '.' || text[i] == ')');
    return isNumber && isBlankAt(i + 1) ? i + 1 - at + taskLength(i + 1) : 0;
  }

  /** The length of the label of a footnote with its colon, or 0. */
  private int footnoteLength(int at) {
    if (at + 1 >= end || text[at + 1] != '^') {
      return 0;
    }
    int last = Math.min(end, at + MAX_FOOTNOTE) - 1;
    for (int i = at + 2; i < last; i++) {
      if (text[i] == ']' && text[i + 1] == ':') {
        return i + 2 - at;
      }
    }
    return 0;
  }

  /** The length of the box of a task with what stands before it: another list may follow. */
  private int taskLength(int at) {
    int box = at;
    while (box < end && (text[box] == ' ' || text[box] == '\t')) {
      box++;
    }
    boolean isTask =
        box + 2 < end
            && text[box] == '['
            && " xX".indexOf(text[box + 1]) >= 0
            && text[box + 2] == ']'
            && isBlankAt(box + 3);
    return isTask ? box + 3 - at : 0;
  }

  private boolean isBlankAt(int at) {
    return at >= end || text[at] == ' ' || text[at] == '\t';
  }

  /** Signs that Flexmark reads with one level of its stack each, or again and again. */
  private boolean acceptsRun(int start) {
    return switch (text[start]) {
      case '*', '-', '_' -> acceptsDrawnLine(start);
      case '`', '~' -> acceptsFence(start);
      case '<' -> acceptsTag(start);
      default -> true;
    };
  }

  private boolean acceptsDrawnLine(int start) {
    char sign = text[start];
    int count = 0;
    int gap = 0;
    boolean hasWideGap = false;
    for (int i = start; i < end; i++) {
      char c = text[i];
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

  private boolean acceptsFence(int start) {
    int i = start;
    while (i < end && text[i] == text[start]) {
      i++;
    }
    return i - start <= MAX_FENCE || refuse(start, "guard.run", MAX_FENCE);
  }

  private boolean acceptsTag(int start) {
    int i = start + 1 < end && text[start + 1] == '/' ? start + 2 : start + 1;
    while (i < end && (Character.isLetterOrDigit(text[i]) || "-._:".indexOf(text[i]) >= 0)) {
      i++;
    }
    return i - start <= MAX_RUN || refuse(start, "guard.run", MAX_RUN);
  }

  /**
   * Counts the cells of tables: each line of a table has as many as its widest, written or not. The
   * lines up to the next blank one count as a table if they have a pipe.
   */
  private boolean acceptsCells(int start) {
    if (pipes > MAX_COLUMNS + 1) { // a bar stands at both ends of a row
      return refuse(start, "guard.columns", MAX_COLUMNS);
    }
    columns = isBlank ? 0 : Math.max(columns, pipes);
    cells += pipes == 0 ? 0 : columns;
    return cells <= MAX_CELLS || refuse(start, "guard.cells", MAX_CELLS);
  }

  private boolean acceptsAccents(int start) {
    return !hasAccentedLetter || refuse(start, "guard.accents", MAX_ACCENTS);
  }

  private boolean isAccent(int at) {
    char c = text[at];
    int point = Character.isLowSurrogate(c) && at > 0 ? Character.codePointAt(text, at - 1) : c;
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
