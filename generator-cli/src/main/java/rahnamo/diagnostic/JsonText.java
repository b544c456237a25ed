package rahnamo.diagnostic;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes plain values as JSON on one line, members in the order of their map. What could command a
 * terminal or turn the direction of the text is written as its number.
 */
public final class JsonText {

  private JsonText() {}

  /**
   * A value as JSON.
   *
   * @param value a text, a number, a truth value, or a list or map of such
   */
  public static String of(Object value) {
    var out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Object value, StringBuilder out) {
    if (value instanceof Map<?, ?> members) {
      writeMembers(members, out);
    } else if (value instanceof List<?> elements) {
      String separator = "[";
      for (Object element : elements) {
        out.append(separator);
        write(element, out);
        separator = ",";
      }
      out.append(elements.isEmpty() ? "[]" : "]");
    } else if (value instanceof String text) {
      writeText(text, out);
    } else if (value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      throw new IllegalArgumentException("not a value of JSON: " + value.getClass());
    }
  }

  private static void writeMembers(Map<?, ?> members, StringBuilder out) {
    String separator = "{";
    for (Map.Entry<?, ?> member : members.entrySet()) {
      out.append(separator);
      writeText(String.valueOf(member.getKey()), out);
      out.append(':');
      write(member.getValue(), out);
      separator = ",";
    }
    out.append(members.isEmpty() ? "{}" : "}");
  }

  private static void writeText(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (isCommand(c)) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private static boolean isCommand(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
