package rahnamo.render;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prepares style sheets for phones: comments and spare white space go, and each declaration that
 * uses a custom property is preceded by its literal value, for browsers older than Chromium 49.
 */
final class StyleSheet {

  private static final Pattern ROOT = Pattern.compile(":root\\s*\\{([^}]*)}");
  private static final Pattern TOKEN = Pattern.compile("(--[\\w-]+)\\s*:\\s*([^;}]+)");
  private static final Pattern USE = Pattern.compile("var\\((--[\\w-]+)\\)");
  private static final String VARIABLE = "var(--";
  private static final int MAX_DEPTH = 8;

  private StyleSheet() {}

  /** The style sheets, put together in their order, as a page loads them. */
  static String prepare(String css) {
    String bare = withoutComments(css);
    Map<String, String> tokens = tokens(bare);
    return withLiterals(minify(bare), tokens);
  }

  private static String withoutComments(String css) {
    var out = new StringBuilder(css.length());
    int from = 0;
    for (int start = css.indexOf("/*"); start >= 0; start = css.indexOf("/*", from)) {
      int end = css.indexOf("*/", start + 2);
      if (end < 0) {
        break;
      }
      out.append(css, from, start);
      from = end + 2;
    }
    return out.append(css, from, css.length()).toString();
  }

  /** The first value of each custom property on the root: the one for light screens. */
  private static Map<String, String> tokens(String css) {
    Map<String, String> tokens = new LinkedHashMap<>();
    Matcher root = ROOT.matcher(css);
    while (root.find()) {
      Matcher token = TOKEN.matcher(root.group(1));
      while (token.find()) {
        tokens.putIfAbsent(token.group(1), token.group(2).strip());
      }
    }
    return tokens;
  }

  /** Leaves out white space; by hand, as patterns took as long as fifty pages at every start. */
  private static String minify(String css) {
    var out = new StringBuilder(css.length());
    boolean isSpaceDue = false;
    char last = ';';
    for (int i = 0; i < css.length(); i++) {
      char c = css.charAt(i);
      if (c == ' ' || (c >= '\t' && c <= '\r')) {
        isSpaceDue = true;
        continue;
      }
      boolean mayStand = isSpaceDue && !isSeparator(c) && !isSeparator(last);
      if (mayStand && !(last == ':' && isProperty(out, out.length() - 1))) {
        if (c != ':' || !isProperty(out, out.length())) {
          out.append(' ');
        }
      }
      isSpaceDue = false;
      if (c == '}' && last == ';' && out.length() > 0) {
        out.setLength(out.length() - 1);
      }
      out.append(c);
      last = c;
    }
    return out.toString();
  }

  private static boolean isSeparator(char c) {
    return c == ',' || c == ';' || c == '{' || c == '}';
  }

  /** Whether the text before a colon is the name of a property, at the start of a declaration. */
  private static boolean isProperty(CharSequence css, int colon) {
    int i = colon;
    while (i > 0 && (css.charAt(i - 1) == '-' || isWordCharacter(css.charAt(i - 1)))) {
      i--;
    }
    return i < colon && i > 0 && (css.charAt(i - 1) == '{' || css.charAt(i - 1) == ';');
  }

  private static boolean isWordCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  private static String withLiterals(String css, Map<String, String> tokens) {
    var out = new StringBuilder(css.length() * 2);
    int from = 0;
    for (int use = css.indexOf(VARIABLE); use >= 0; use = css.indexOf(VARIABLE, use + 1)) {
      int start = use;
      while (start > from && !isEdge(css.charAt(start - 1))) {
        start--;
      }
      int end = use;
      while (end < css.length() && !isEdge(css.charAt(end))) {
        end++;
      }
      int colon = css.indexOf(':', start);
      if (isDeclaration(css, start, colon, end) && colon < use) {
        String property = css.substring(start, colon);
        out.append(css, from, start);
        if (!property.startsWith("--")) {
          out.append(property).append(':');
          out.append(literal(css.substring(colon + 1, end), tokens)).append(';');
        }
        out.append(css, start, end);
        from = end;
        use = end - 1;
      }
    }
    return out.append(css, from, css.length()).toString();
  }

  private static boolean isEdge(char c) {
    return c == ';' || c == '{' || c == '}';
  }

  /** Whether a name and a colon begin between the edges of a declaration in a block. */
  private static boolean isDeclaration(String css, int start, int colon, int end) {
    if (start == 0
        || css.charAt(start - 1) == '}'
        || end == css.length()
        || css.charAt(end) == '{') {
      return false;
    }
    for (int i = start; i < colon; i++) {
      char c = css.charAt(i);
      if (c != '-' && (c < 'a' || c > 'z')) {
        return false;
      }
    }
    return colon > start;
  }

  private static String literal(String value, Map<String, String> tokens) {
    String literal = value;
    for (int depth = 0; depth < MAX_DEPTH && literal.contains("var("); depth++) {
      literal =
          USE.matcher(literal)
              .replaceAll(
                  use -> Matcher.quoteReplacement(tokens.getOrDefault(use.group(1), use.group())));
    }
    return literal;
  }
}
