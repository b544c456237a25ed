package rahnamo.diagnostic;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The text of one file, which can tell where in the file an offset lies. Immutable. */
public final class SourceText {

  private final String path;
  private final String content;

  /** Where each line begins; made when first asked for, always with the same result. */
  private volatile int @Nullable [] lineStarts;

  /**
   * @param path the file as messages show it
   * @param content the whole text, with LF or CRLF line ends
   */
  public SourceText(String path, String content) {
    this.path = path;
    this.content = content;
  }

  /** The file as messages show it. */
  public String path() {
    return path;
  }

  /** The whole text. */
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
    int lineEnd = Math.max(from, lineEnd(from));
    int to = Math.max(from, Math.min(end, lineEnd));
    return new SourceSpan(
        path,
        line + 1,
        content.codePointCount(lineStart, from) + 1,
        Math.max(1, content.codePointCount(from, to)),
        content.substring(lineStart, lineEnd));
  }

  /** The place of a word that begins at a line and column counted from zero, as parsers count. */
  public SourceSpan spanAt(int line, int column, int length) {
    int[] starts = lineStarts();
    int start = line < starts.length ? starts[line] : content.length();
    int from = Math.min(content.length(), start + column);
    return span(from, from + length);
  }

  /** The number of the line that an offset lies on, from 0. */
  private int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found : -found - 2;
  }

  private int[] lineStarts() {
    int[] starts = lineStarts;
    if (starts == null) {
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

  private int lineEnd(int offset) {
    int newline = content.indexOf('\n', offset);
    int end = newline < 0 ? content.length() : newline;
    return end > offset && content.charAt(end - 1) == '\r' ? end - 1 : end;
  }
}
