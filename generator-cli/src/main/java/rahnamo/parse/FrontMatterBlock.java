package rahnamo.parse;

import java.util.Optional;
import rahnamo.config.YamlParser;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceText;
import rahnamo.diagnostic.Term;

/**
 * Where the front matter of a file lies.
 *
 * @param start the offset of its first character after the opening {@code ---}
 * @param end the offset of the closing {@code ---}
 * @param bodyStart the offset of the first character after the closing line
 */
record FrontMatterBlock(int start, int end, int bodyStart) {

  /** The block at the top of a file, or nothing if there is none or it is not closed. */
  static Optional<FrontMatterBlock> find(SourceText source, Diagnostics diagnostics) {
    String text = source.content();
    int start = isFence(text, 0) ? nextLine(text, 0) : -1;
    if (start < 0) {
      diagnostics.report(DiagnosticCode.MISSING_FRONT_MATTER, source.span(0, 3));
      return Optional.empty();
    }
    for (int line = start; line < text.length(); line = nextLine(text, line)) {
      if (isFence(text, line)) {
        return within(new FrontMatterBlock(start, line, nextLine(text, line)), source, diagnostics);
      }
    }
    diagnostics.report(DiagnosticCode.UNCLOSED_FRONT_MATTER, source.span(0, 3));
    return Optional.empty();
  }

  private static Optional<FrontMatterBlock> within(
      FrontMatterBlock block, SourceText source, Diagnostics diagnostics) {
    int length = block.end - block.start;
    if (length > YamlParser.MAX_FRONT_MATTER) {
      diagnostics.report(
          DiagnosticCode.ARTICLE_TOO_COMPLEX,
          source.span(0, 3),
          Term.of("guard.front-matter"),
          Integer.toString(YamlParser.MAX_FRONT_MATTER));
      return Optional.empty();
    }
    return Optional.of(block);
  }

  private static boolean isFence(String text, int at) {
    if (!text.startsWith("---", at)) {
      return false;
    }
    int end = at + 3;
    while (end < text.length() && " \t\r".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end == text.length() || text.charAt(end) == '\n';
  }

  private static int nextLine(String text, int at) {
    int newline = text.indexOf('\n', at);
    return newline < 0 ? text.length() : newline + 1;
  }
}
