package rahnamo.parse;

/** Writes text so that a browser reads it as text. */
public final class Html {

  private Html() {}

  /** Appends text with {@code & < > "} replaced by entities; fit for text and quoted attributes. */
  public static void escape(CharSequence text, int from, int to, StringBuilder out) {
    int start = from;
    for (int i = from; i < to; i++) {
      String entity = entity(text.charAt(i));
      if (!entity.isEmpty()) {
        out.append(text, start, i).append(entity);
        start = i + 1;
      }
    }
    out.append(text, start, to);
  }

  /** The text with {@code & < > "} replaced by entities. */
  public static String escape(String text) {
    var out = new StringBuilder(text.length() + 16);
    escape(text, 0, text.length(), out);
    return out.toString();
  }

  private static String entity(char c) {
    if (c > '>') {
      return "";
    }
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      default -> "";
    };
  }
}
