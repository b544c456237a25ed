package rahnamo.diagnostic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A reader of JSON that accepts nothing but what RFC 8259 allows: objects become maps, arrays
 * lists, strings, numbers and truth values strings.
 */
public final class StrictJson {

  private final String text;
  private int at;

  private StrictJson(String text) {
    this.text = text;
  }

  public static Object parse(String text) {
    var json = new StrictJson(text);
    Object value = json.value();
    json.space();
    if (json.at != text.length()) {
      throw json.wrong("the end");
    }
    return value;
  }

  private String truth() {
    for (String word : List.of("true", "false")) {
      if (text.startsWith(word, at)) {
        at += word.length();
        return word;
      }
    }
    throw wrong("true or false");
  }

  private Object value() {
    space();
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't', 'f' -> truth();
      default -> number();
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    expect('{');
    space();
    while (peek() != '}') {
      space();
      String key = string();
      space();
      expect(':');
      object.put(key, value());
      space();
      if (peek() != '}') {
        expect(',');
        space();
        if (peek() == '}') {
          throw wrong("a key");
        }
      }
    }
    expect('}');
    return object;
  }

  private List<Object> array() {
    List<Object> array = new ArrayList<>();
    expect('[');
    space();
    while (peek() != ']') {
      array.add(value());
      space();
      if (peek() != ']') {
        expect(',');
        space();
        if (peek() == ']') {
          throw wrong("a value");
        }
      }
    }
    expect(']');
    return array;
  }

  private String string() {
    var string = new StringBuilder();
    expect('"');
    while (peek() != '"') {
      char c = next();
      if (c < ' ') {
        throw wrong("no control character");
      }
      string.append(c == '\\' ? escaped() : c);
    }
    expect('"');
    return string.toString();
  }

  private char escaped() {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        at += 4;
        yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
      }
      default -> throw wrong("an escape");
    };
  }

  private String number() {
    int start = at;
    while (at < text.length() && "0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (at == start) {
      throw wrong("a value");
    }
    return text.substring(start, at);
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw wrong("more");
    }
    return text.charAt(at);
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private void expect(char c) {
    if (next() != c) {
      throw wrong("`" + c + "`");
    }
  }

  private IllegalArgumentException wrong(String expected) {
    return new IllegalArgumentException("expected " + expected + " at " + at + " of " + text);
  }
}
