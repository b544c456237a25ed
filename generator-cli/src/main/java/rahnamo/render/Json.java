package rahnamo.render;

/** Writes JSON strings that may also stand inside HTML. */
final class Json {

  private Json() {}

  /** Appends a text as a JSON string; {@code < > &} become escapes, so no tag can begin in it. */
  static void string(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c == '<' || c == '>' || c == '&') {
        out.append("\\u00").append(Character.forDigit(c >> 4 & 15, 16));
        out.append(Character.forDigit(c & 15, 16));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  static String string(String text) {
    var out = new StringBuilder();
    string(text, out);
    return out.toString();
  }
}
