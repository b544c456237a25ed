package rahnamo.parse;

import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceText;
import rahnamo.diagnostic.Term;

/**
 * Refuses text that would keep the Markdown parser busy for seconds or overflow its stack. A parser
 * thread cannot be stopped, so the limits are checked before; one pass over the text.
 */
final class MarkdownGuard {

  private static final int MAX_NESTING = 50;
  private static final int MAX_INDENT = 250;
  private static final int MAX_SPECIAL = 2000;

  private final SourceText source;
  private final Diagnostics diagnostics;

  private MarkdownGuard(SourceText source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  /** Whether the body that begins at an offset is within all limits; what is not is reported. */
  static boolean accepts(SourceText source, int bodyStart, Diagnostics diagnostics) {
    return new MarkdownGuard(source, diagnostics).accepts(bodyStart);
  }

  private boolean accepts(int bodyStart) {
    String text = source.content();
    int special = 0;
    for (int line = bodyStart; line < text.length(); ) {
      int end = text.indexOf('\n', line);
      end = end < 0 ? text.length() : end;
      if (!acceptsNesting(text, line, end)) {
        return false;
      }
      int inLine = countSpecial(text, line, end);
      special = isBlank(text, line, end) ? 0 : special + inLine;
      if (special > MAX_SPECIAL) {
        return refuse(line, end, "guard.special", MAX_SPECIAL);
      }
      line = end + 1;
    }
    return true;
  }

  private boolean acceptsNesting(String text, int line, int end) {
    int depth = 0;
    int indent = 0;
    for (int i = line; i < end; i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\t') {
        indent += c == '\t' ? 4 : 1;
      } else if (c == '>' || isListMarker(text, i, end)) {
        depth++;
      } else if (!(c >= '0' && c <= '9')) {
        break;
      }
    }
    if (indent > MAX_INDENT) {
      return refuse(line, end, "guard.indent", MAX_INDENT);
    }
    return depth <= MAX_NESTING || refuse(line, end, "guard.nesting", MAX_NESTING);
  }

  private static boolean isListMarker(String text, int at, int end) {
    char c = text.charAt(at);
    boolean isMarker = c == '-' || c == '+' || c == '*' || c == '.' || c == ')';
    boolean isFollowedBySpace = at + 1 >= end || " \t".indexOf(text.charAt(at + 1)) >= 0;
    return isMarker && isFollowedBySpace;
  }

  private static int countSpecial(String text, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '[' || c == ']' || c == '*' || c == '_' || c == '`' || c == '<' || c == '~'
          || c == '!') {
        count++;
      }
    }
    return count;
  }

  private static boolean isBlank(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) > ' ') {
        return false;
      }
    }
    return true;
  }

  private boolean refuse(int start, int end, String reason, int limit) {
    diagnostics.report(
        DiagnosticCode.ARTICLE_TOO_COMPLEX,
        source.span(start, Math.min(end, start + 20)),
        Term.of(reason),
        Integer.toString(limit));
    return false;
  }
}
