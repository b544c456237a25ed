package rahnamo.pack.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The fields of a JSON object, each read with its type. */
final class Document {

  private final Map<String, Object> fields;

  private Document(Map<String, Object> fields) {
    this.fields = fields;
  }

  static Document parse(byte[] bytes) throws JsonException {
    return new Document(JsonParser.parse(bytes));
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  /** The first field of {@code critical} that is not among the known ones, or an empty text. */
  String firstUnknownCritical(Set<String> known) throws JsonException {
    if (has("critical")) {
      for (String name : strings("critical")) {
        if (!known.contains(name)) {
          return name;
        }
      }
    }
    return "";
  }

  long number(String name, long min, long max) throws JsonException {
    Object value = field(name);
    if (!(value instanceof Long) || (Long) value < min || (Long) value > max) {
      throw wrong(name);
    }
    return (Long) value;
  }

  String string(String name) throws JsonException {
    Object value = field(name);
    if (!(value instanceof String)) {
      throw wrong(name);
    }
    return (String) value;
  }

  PackDate date(String name) throws JsonException {
    String text = string(name);
    if (!PackDate.isValid(text)) {
      throw wrong(name);
    }
    return PackDate.parse(text);
  }

  Digest digest(String name) throws JsonException {
    String text = string(name);
    if (!Digest.isValid(text)) {
      throw wrong(name);
    }
    return Digest.parse(text);
  }

  List<String> strings(String name) throws JsonException {
    Object value = field(name);
    List<String> strings = new ArrayList<>();
    if (!(value instanceof List)) {
      throw wrong(name);
    }
    for (Object item : (List<?>) value) {
      if (!(item instanceof String)) {
        throw wrong(name);
      }
      strings.add((String) item);
    }
    return strings;
  }

  Document object(String name) throws JsonException {
    Object value = field(name);
    if (!(value instanceof Map)) {
      throw wrong(name);
    }
    Map<String, Object> members = new TreeMap<>();
    for (Map.Entry<?, ?> member : ((Map<?, ?>) value).entrySet()) {
      members.put((String) member.getKey(), member.getValue());
    }
    return new Document(members);
  }

  /** All fields of an object whose values are strings. */
  Map<String, String> stringsByName() throws JsonException {
    Map<String, String> strings = new TreeMap<>();
    for (String name : fields.keySet()) {
      strings.put(name, string(name));
    }
    return strings;
  }

  private Object field(String name) throws JsonException {
    Object value = fields.get(name);
    if (value == null) {
      throw wrong(name);
    }
    return value;
  }

  static JsonException wrong(String name) {
    return new JsonException("the field " + name + " is missing or wrong");
  }
}
