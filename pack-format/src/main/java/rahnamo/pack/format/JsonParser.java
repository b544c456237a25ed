package rahnamo.pack.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A strict reader of small JSON documents: UTF-8, no repeated keys, no fractions, limited depth.
 *
 * <p>Values are {@link String}, {@link Long}, {@link Boolean}, {@link List} and {@link Map}; {@code
 * null} and numbers outside ±2^53 are refused. Other parsers differ in what they do with a document
 * that is not quite right, and such a difference is how a signature comes to cover something else.
 */
final class JsonParser {

  private static final int MAX_DEPTH = 8;

  private final String text;
  private int at;

  private JsonParser(String text) {
    this.text = text;
  }

  /** The document's object. */
  static Map<String, Object> parse(byte[] bytes) throws JsonException {
    if (bytes.length > PackLimits.MAX_DOCUMENT_SIZE) {
      throw new JsonException("more than " + PackLimits.MAX_DOCUMENT_SIZE + " bytes");
    }
    JsonParser parser = new JsonParser(decode(bytes));
    parser.skipSpace();
    if (parser.peek() != '{') {
      throw parser.unexpected();
    }
    Map<String, Object> object = parser.object(1);
    parser.skipSpace();
    if (parser.at < parser.text.length()) {
      throw parser.unexpected();
    }
    return object;
  }

  private static String decode(byte[] bytes) throws JsonException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new JsonException("not UTF-8");
    }
  }

  private Object value(int depth) throws JsonException {
    if (depth > MAX_DEPTH) {
      throw new JsonException("nested too deep");
    }
    char c = peek();
    if (c == '{') {
      return object(depth);
    }
    if (c == '[') {
      return array(depth);
    }
    if (c == '"') {
      return string();
    }
    if (c == '-' || isDigit(c)) {
      return number();
    }
    return bool();
  }

  private Map<String, Object> object(int depth) throws JsonException {
    Map<String, Object> members = new LinkedHashMap<>();
    at++;
    skipSpace();
    if (take('}')) {
      return members;
    }
    do {
      skipSpace();
      String key = string();
      skipSpace();
      expect(':');
      skipSpace();
      if (members.containsKey(key)) {
        throw new JsonException("the key " + key + " stands twice");
      }
      members.put(key, value(depth + 1));
      skipSpace();
    } while (take(','));
    expect('}');
    return members;
  }

  private List<Object> array(int depth) throws JsonException {
    List<Object> items = new ArrayList<>();
    at++;
    skipSpace();
    if (take(']')) {
      return items;
    }
    do {
      skipSpace();
      items.add(value(depth + 1));
      skipSpace();
    } while (take(','));
    expect(']');
    return items;
  }

  private String string() throws JsonException {
    expect('"');
    StringBuilder content = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      if (c < ' ') {
        throw new JsonException("a control character in a string");
      }
      content.append(c == '\\' ? escaped() : c);
    }
    at++;
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(content)) {
      throw new JsonException("half a character in a string");
    }
    return content.toString();
  }

  private char escaped() throws JsonException {
    char c = peek();
    at++;
    switch (c) {
      case '"':
      case '\\':
      case '/':
        return c;
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'u':
        return codeUnit();
      default:
        throw new JsonException("unknown escape");
    }
  }

  private char codeUnit() throws JsonException {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int digit = "0123456789abcdef".indexOf(Character.toLowerCase(peek()));
      if (digit < 0) {
        throw unexpected();
      }
      unit = unit << 4 | digit;
      at++;
    }
    return (char) unit;
  }

  private Long number() throws JsonException {
    int start = at;
    take('-');
    int digits = at;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    boolean hasForm = at > digits && at - digits <= 16;
    boolean hasLeadingZero = hasForm && text.charAt(digits) == '0' && at - start > 1;
    if (!hasForm || hasLeadingZero) {
      throw new JsonException("not a whole number");
    }
    long number = Long.parseLong(text.substring(start, at));
    if (Math.abs(number) > PackLimits.MAX_NUMBER) {
      throw new JsonException("a number too large");
    }
    return number;
  }

  private Boolean bool() throws JsonException {
    for (Boolean value : new Boolean[] {true, false}) {
      if (text.startsWith(value.toString(), at)) {
        at += value.toString().length();
        return value;
      }
    }
    throw unexpected();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() throws JsonException {
    if (at >= text.length()) {
      throw new JsonException("ends too early");
    }
    return text.charAt(at);
  }

  private boolean take(char c) {
    boolean isThere = at < text.length() && text.charAt(at) == c;
    if (isThere) {
      at++;
    }
    return isThere;
  }

  private void expect(char c) throws JsonException {
    if (!take(c)) {
      throw unexpected();
    }
  }

  private JsonException unexpected() {
    return new JsonException("unexpected character at " + at);
  }
}
