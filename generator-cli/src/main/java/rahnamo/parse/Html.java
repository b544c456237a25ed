package rahnamo.parse;

/** Writes text so that a browser reads it as text. */
public final class Html {

  private Html() {}

  /** Appends text with {@code & < > "} replaced by entities; fit for text and quoted attributes. */
  public static void escape(String text, StringBuilder out) {
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= '>' && (c == '&' || c == '<' || c == '>' || c == '"')) {
        out.append(text, start, i).append(entity(c));
        start = i + 1;
      }
    }
    if (start == 0) {
      out.append(text);
    } else {
      out.append(text, start, text.length());
    }
  }

  /** The text with {@code & < > "} replaced by entities. */
  public static String escape(String text) {
    var out = new StringBuilder(text.length() + 16);
    escape(text, out);
    return out.toString();
  }

  private static String entity(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      default -> "&quot;";
    };
  }
}
