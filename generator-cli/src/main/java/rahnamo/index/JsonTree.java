package rahnamo.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value in memory: an object is a map, an array a list, a number a {@link Number}, and what
 * is neither these nor a string or a boolean is absent.
 *
 * @param value the value as Java has it
 */
record JsonTree(@Nullable Object value) {

  private static final int MAX_DEPTH = 20;
  private static final int MAX_STRING = 100_000_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_STRING)
                  .build())
          .build();

  /** Reads one value with nothing behind it. */
  static JsonTree parse(String json) throws IOException {
    try (JsonParser in = FACTORY.createParser(json)) {
      in.nextToken();
      var tree = new JsonTree(read(in));
      if (in.nextToken() != null) {
        throw new IOException("there is more than one JSON value");
      }
      return tree;
    }
  }

  /** The column, from 1, at which {@link #parse} of one line gave up; 0 if that is not known. */
  static int column(IOException problem) {
    return problem instanceof JsonProcessingException json && json.getLocation() != null
        ? Math.max(0, json.getLocation().getColumnNr())
        : 0;
  }

  private static @Nullable Object read(JsonParser in) throws IOException {
    JsonToken token = in.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return readObject(in);
    }
    if (token == JsonToken.START_ARRAY) {
      return readArray(in);
    }
    if (token == JsonToken.VALUE_STRING) {
      return in.getText();
    }
    if (token != null && token.isNumeric()) {
      return in.getNumberValue();
    }
    return (token != null && token.isBoolean()) ? in.getBooleanValue() : null;
  }

  private static Map<String, JsonTree> readObject(JsonParser in) throws IOException {
    var members = new LinkedHashMap<String, JsonTree>();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      in.nextToken();
      members.put(name, new JsonTree(read(in)));
    }
    return members;
  }

  private static List<JsonTree> readArray(JsonParser in) throws IOException {
    var items = new ArrayList<JsonTree>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      items.add(new JsonTree(read(in)));
    }
    return items;
  }

  /** A member of an object, absent if there is none. */
  JsonTree get(String name) {
    JsonTree member = value instanceof Map<?, ?> map ? (JsonTree) map.get(name) : null;
    return member == null ? new JsonTree(null) : member;
  }

  boolean isAbsent() {
    return value == null;
  }

  boolean isObject() {
    return value instanceof Map<?, ?>;
  }

  boolean isString() {
    return value instanceof String;
  }

  /** A string, or a whole number as text; nothing if the value is neither. */
  Optional<String> text() {
    boolean isText =
        value instanceof String
            || value instanceof Integer
            || value instanceof Long
            || value instanceof BigInteger;
    return isText ? Optional.of(String.valueOf(value)) : Optional.empty();
  }

  String string() throws IOException {
    if (value instanceof String string) {
      return string;
    }
    throw new IOException("a string was expected");
  }

  int integer() throws IOException {
    if (value instanceof Integer integer) {
      return integer;
    }
    throw new IOException("a whole number was expected");
  }

  long whole() throws IOException {
    return value instanceof Long number ? number : integer();
  }

  @SuppressWarnings("unchecked") // read() fills lists with trees only
  List<JsonTree> items() throws IOException {
    if (value instanceof List<?> list) {
      return (List<JsonTree>) list;
    }
    throw new IOException("a list was expected");
  }
}
