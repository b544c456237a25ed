package rahnamo.diagnostic;

import java.util.Arrays;

/**
 * The text of one file, which can tell where in the file an offset lies. Immutable and safe for use
 * by many threads. The first question reads the whole text, each further one only its own line.
 */
public final class SourceText {

  private final String path;
  private final String content;

  /** Where each line begins; empty until somebody asks. */
  private volatile int[] lineStarts = {};

  /** The line asked for last: questions about one line share its text. */
  private volatile Line lastLine = new Line(-1, "");

  private record Line(int number, String text) {}

  /** The text of a file whose path messages show; its line ends are LF or CRLF. */
  public SourceText(String path, String content) {
    this.path = path;
    this.content = content;
  }

  /** The file as messages show it. */
  public String path() {
    return path;
  }

  /** The whole text, with LF or CRLF line ends. */
  public String content() {
    return content;
  }

  /**
   * The place from one offset (in UTF-16 units) up to another; cut at the end of the first line.
   */
  public SourceSpan span(int start, int end) {
    int from = Math.max(0, Math.min(start, content.length()));
    int line = lineOf(from);
    int lineStart = lineStarts()[line];
    String text = textOf(line);
    int inLine = Math.min(from - lineStart, text.length());
    int to = Math.max(inLine, Math.min(end - lineStart, text.length()));
    return new SourceSpan(
        path,
        line + 1,
        text.codePointCount(0, inLine) + 1,
        Math.max(1, text.codePointCount(inLine, to)),
        text);
  }

  /** The place of a word that begins at a line and column counted from zero, as parsers count. */
  public SourceSpan spanAt(int line, int column, int length) {
    int[] starts = lineStarts();
    int start = line < starts.length ? starts[line] : content.length();
    int from = Math.min(content.length(), start + column);
    return span(from, from + length);
  }

  private int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found : -found - 2;
  }

  private String textOf(int number) {
    Line line = lastLine;
    if (line.number != number) {
      int start = lineStarts()[number];
      line = new Line(number, content.substring(start, lineEnd(start)));
      lastLine = line;
    }
    return line.text;
  }

  private int lineEnd(int start) {
    int newline = content.indexOf('\n', start);
    int end = newline < 0 ? content.length() : newline;
    return end > start && content.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  private int[] lineStarts() {
    int[] starts = lineStarts;
    if (starts.length == 0) {
      starts = findLineStarts();
      lineStarts = starts;
    }
    return starts;
  }

  private int[] findLineStarts() {
    int[] starts = new int[64];
    int count = 1;
    for (int i = content.indexOf('\n'); i >= 0; i = content.indexOf('\n', i + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
      }
      starts[count++] = i + 1;
    }
    return Arrays.copyOf(starts, count);
  }
}
