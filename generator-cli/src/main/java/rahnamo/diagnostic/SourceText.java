package rahnamo.diagnostic;

/**
 * The text of one file, which can tell where in the file an offset lies. Immutable.
 *
 * @param path the file as messages show it
 * @param content the whole text, with LF or CRLF line ends
 */
public record SourceText(String path, String content) {

  /** The place from one offset (in UTF-16 units) up to another; cut at the end of the first line. */
  public SourceSpan span(int start, int end) {
    int from = Math.max(0, Math.min(start, content.length()));
    int lineStart = content.lastIndexOf('\n', from - 1) + 1;
    int lineEnd = lineEnd(from);
    int to = Math.max(from, Math.min(end, lineEnd));
    return new SourceSpan(
        path,
        lineNumber(lineStart),
        content.codePointCount(lineStart, from) + 1,
        Math.max(1, content.codePointCount(from, to)),
        content.substring(lineStart, lineEnd));
  }

  /** The place of a word that begins at a line and column counted from zero, as parsers count. */
  public SourceSpan spanAt(int line, int column, int length) {
    int start = offsetOfLine(line);
    int from = Math.min(content.length(), start + column);
    return span(from, from + length);
  }

  private int offsetOfLine(int line) {
    int offset = 0;
    for (int i = 0; i < line; i++) {
      int newline = content.indexOf('\n', offset);
      if (newline < 0) {
        return content.length();
      }
      offset = newline + 1;
    }
    return offset;
  }

  private int lineEnd(int offset) {
    int newline = content.indexOf('\n', offset);
    int end = newline < 0 ? content.length() : newline;
    return end > offset && content.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  private int lineNumber(int lineStart) {
    int line = 1;
    for (int i = content.indexOf('\n'); i >= 0 && i < lineStart; i = content.indexOf('\n', i + 1)) {
      line++;
    }
    return line;
  }
}
