package rahnamo.diagnostic;

/**
 * A place in a file as an author knows it.
 *
 * @param path the file, relative to the working directory where possible, with {@code /}
 * @param line the line from 1, or 0 if the whole file is meant
 * @param column the first column from 1, in code points, or 0 if the whole line is meant
 * @param length how many code points the place covers on its line, at least 1 if it has a column
 * @param lineText the line as it stands in the file, empty if the whole file is meant
 */
public record SourceSpan(String path, int line, int column, int length, String lineText) {

  /** The place of a word in this place, or this place if the word is not written in it. */
  public SourceSpan ofWord(String word) {
    if (column == 0) {
      return this;
    }
    int start = lineText.offsetByCodePoints(0, column - 1);
    int end =
        lineText.offsetByCodePoints(
            start, Math.min(length, lineText.codePointCount(start, lineText.length())));
    int found = lineText.substring(start, end).indexOf(word);
    return found < 0
        ? this
        : new SourceSpan(
            path,
            line,
            column + lineText.codePointCount(start, start + found),
            word.codePointCount(0, word.length()),
            lineText);
  }

  /** The whole file at the given path. */
  public static SourceSpan ofFile(String path) {
    return new SourceSpan(path, 0, 0, 0, "");
  }
}
