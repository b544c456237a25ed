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

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern ROOT = Pattern.compile(":root\\s*\\{([^}]*)}");
  private static final Pattern TOKEN = Pattern.compile("(--[\\w-]+)\\s*:\\s*([^;}]+)");
  private static final Pattern USE = Pattern.compile("var\\((--[\\w-]+)\\)");
  private static final Pattern DECLARATION =
      Pattern.compile("(?<=[{;])([a-z-]+):([^;{}]*var\\(--[^;{}]*)(?=[;}])");
  private static final int MAX_DEPTH = 8;

  private StyleSheet() {}

  /** The style sheets, put together in their order, as a page loads them. */
  static String prepare(String css) {
    String bare = COMMENT.matcher(css).replaceAll("");
    Map<String, String> tokens = tokens(bare);
    return withLiterals(minify(bare), tokens);
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
    for (int i = 0; i < css.length(); i++) {
      char c = css.charAt(i);
      if (c == ' ' || (c >= '\t' && c <= '\r')) {
        isSpaceDue = true;
        continue;
      }
      boolean isSeparator = "{};,".indexOf(c) >= 0;
      char last = out.length() == 0 ? ';' : out.charAt(out.length() - 1);
      boolean isAfterSeparator = "{};,".indexOf(last) >= 0;
      boolean isAfterProperty = last == ':' && isProperty(out, out.length() - 1);
      if (isSpaceDue && !isSeparator && !isAfterSeparator && !isAfterProperty) {
        if (c != ':' || !isProperty(out, out.length())) {
          out.append(' ');
        }
      }
      isSpaceDue = false;
      if (c == '}' && last == ';' && out.length() > 0) {
        out.setLength(out.length() - 1);
      }
      out.append(c);
    }
    return out.toString();
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
    return DECLARATION
        .matcher(css)
        .replaceAll(
            match -> {
              String property = match.group(1);
              String literal = literal(match.group(2), tokens);
              String fallback = property.startsWith("--") ? "" : property + ":" + literal + ";";
              return Matcher.quoteReplacement(fallback + match.group());
            });
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
