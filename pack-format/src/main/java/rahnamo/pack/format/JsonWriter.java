package rahnamo.pack.format;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** Writes a document for {@link JsonParser}: one member a line, so that people can read it. */
final class JsonWriter {

  private final StringBuilder text = new StringBuilder();

  private JsonWriter() {}

  /** The bytes of an object of strings, whole numbers, lists and objects. */
  static byte[] write(Map<String, ?> object) {
    JsonWriter writer = new JsonWriter();
    String separator = "{\n  ";
    for (Map.Entry<String, ?> member : object.entrySet()) {
      writer.text.append(separator);
      writer.string(member.getKey());
      writer.text.append(": ");
      writer.value(member.getValue());
      separator = ",\n  ";
    }
    return writer.text.append("\n}\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private void value(Object value) {
    if (value instanceof Map) {
      object((Map<?, ?>) value);
    } else if (value instanceof Collection) {
      array((Collection<?>) value);
    } else if (value instanceof Number) {
      text.append(value);
    } else {
      string(value.toString());
    }
  }

  private void object(Map<?, ?> members) {
    String separator = "{";
    for (Map.Entry<?, ?> member : members.entrySet()) {
      text.append(separator);
      string(member.getKey().toString());
      text.append(": ");
      value(member.getValue());
      separator = ", ";
    }
    text.append(members.isEmpty() ? "{}" : "}");
  }

  private void array(Collection<?> items) {
    String separator = "[";
    for (Object item : items) {
      text.append(separator);
      value(item);
      separator = ", ";
    }
    text.append(items.isEmpty() ? "[]" : "]");
  }

  private void string(String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
