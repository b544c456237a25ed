package rahnamo.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.diagnostic.SourceText;

/**
 * Reads YAML that is as simple as most front matter, many times faster than the library: keys of
 * plain letters, values in double quotes or of plain words, lists on one line, and blocks that are
 * indented by two. It gives exactly what the library would give, or nothing, which does not mean
 * that anything is wrong with the text. Not safe for use by many threads.
 */
final class SimpleYaml {

  /** Blocks within blocks, in spaces; more are for the library. */
  private static final int MAX_INDENT = 8;

  private final String path;
  private final String text;
  private final int end;

  private int lineNumber;
  private int lineStart;
  private int lineEnd;
  private String line = "";

  /** The offset after the scalar that was read last. */
  private int next;

  private SimpleYaml(SourceText source, int start, int end, int lineNumber) {
    this.path = source.path();
    this.text = source.content();
    this.end = end;
    this.lineNumber = lineNumber - 1;
    readLine(start);
  }

  /**
   * The YAML between two offsets of a file, or nothing if it is not that simple.
   *
   * @param firstLine the number of the line at the start, from 0
   */
  static Optional<YamlValue> read(SourceText source, int start, int end, int firstLine) {
    var yaml = new SimpleYaml(source, start, end, firstLine + 1);
    return yaml.mapping(0).filter(mapping -> yaml.lineStart == end);
  }

  private Optional<YamlValue> mapping(int indent) {
    SourceSpan span = span(lineStart + indent, 1);
    var entries = new ArrayList<YamlValue.Entry>();
    Set<String> keys = new HashSet<>();
    do {
      int colon = endOfKey(lineStart + indent);
      if (colon < 0) {
        return Optional.empty();
      }
      String key = text.substring(lineStart + indent, colon);
      SourceSpan keySpan = span(lineStart + indent, key.length());
      Optional<YamlValue> value = keys.add(key) ? value(indent, colon + 1) : Optional.empty();
      if (value.isEmpty()) {
        return Optional.empty();
      }
      entries.add(new YamlValue.Entry(key, keySpan, value.get()));
    } while (indent() == indent && text.charAt(lineStart + indent) != '-');
    return Optional.of(new YamlValue.Mapping(span, List.copyOf(entries)));
  }

  /** What follows a colon; afterwards the line behind it is the current one. */
  private Optional<YamlValue> value(int indent, int at) {
    if (at == lineEnd) {
      readLine(lineEnd + 1);
      int inner = indent + 2;
      if (indent() != inner || inner > MAX_INDENT) {
        return Optional.empty();
      }
      return text.charAt(lineStart + inner) == '-' ? sequence(inner) : mapping(inner);
    }
    return is(' ', at)
        ? wholeLine(is('[', at + 1) ? list(at + 1) : scalar(at + 1))
        : Optional.empty();
  }

  private Optional<YamlValue> sequence(int indent) {
    SourceSpan span = span(lineStart + indent, 1);
    var items = new ArrayList<YamlValue>();
    do {
      int at = lineStart + indent + 2;
      if (!is(' ', at - 1)) {
        return Optional.empty();
      }
      Optional<YamlValue> item = endOfKey(at) < 0 ? wholeLine(scalar(at)) : mapping(indent + 2);
      if (item.isEmpty()) {
        return Optional.empty();
      }
      items.add(item.get());
    } while (indent() == indent && text.charAt(lineStart + indent) == '-');
    return Optional.of(new YamlValue.Sequence(span, List.copyOf(items)));
  }

  /** A value that must end with its line. */
  private Optional<YamlValue> wholeLine(Optional<YamlValue> value) {
    if (value.isEmpty() || next != lineEnd) {
      return Optional.empty();
    }
    readLine(lineEnd + 1);
    return value;
  }

  private Optional<YamlValue> list(int start) {
    var items = new ArrayList<YamlValue>();
    int at = start + 1;
    while (true) {
      Optional<YamlValue> item = scalar(at);
      if (item.isEmpty()) {
        return Optional.empty();
      }
      items.add(item.get());
      if (is(']', next)) {
        next++;
        return Optional.of(new YamlValue.Sequence(span(start, 1), List.copyOf(items)));
      }
      if (!is(',', next) || !is(' ', next + 1)) {
        return Optional.empty();
      }
      at = next + 2;
    }
  }

  private Optional<YamlValue> scalar(int start) {
    boolean isQuoted = is('"', start);
    int stop = isQuoted ? endOfQuoted(start + 1) : endOfWords(start);
    if (stop < 0) {
      return Optional.empty();
    }
    next = isQuoted ? stop + 1 : stop;
    String value = isQuoted ? text.substring(start + 1, stop) : text.substring(start, stop);
    return Optional.of(new YamlValue.Scalar(span(start, next - start), value, !isQuoted));
  }

  /** The closing quote of a text that means itself, or -1. */
  private int endOfQuoted(int start) {
    for (int i = start; i < lineEnd; i++) {
      char c = text.charAt(i);
      if (c == '"') {
        return i;
      }
      // Opening brackets count against the limit of nesting, wherever they stand.
      if (c == '\\' || c == '[' || c == '{' || !isOrdinary(c)) {
        return -1;
      }
    }
    return -1;
  }

  /** Characters of one UTF-16 unit that neither YAML nor the library makes anything of. */
  private static boolean isOrdinary(char c) {
    return (c >= ' ' && c < '\u007F')
        || (c > '\u00A0' && c < '\u2028')
        || (c > '\u2029' && c < Character.MIN_SURROGATE);
  }

  /** Where words with single spaces between them end, or -1 if there are none. */
  private int endOfWords(int start) {
    if (start >= lineEnd || !Character.isLetterOrDigit(text.charAt(start))) {
      return -1;
    }
    int i = start + 1;
    while (i < lineEnd && (isInWord(i) || (is(' ', i) && i + 1 < lineEnd && isInWord(i + 1)))) {
      i++;
    }
    return i;
  }

  private boolean isInWord(int at) {
    char c = text.charAt(at);
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == '/';
  }

  /** The colon behind a key that stands on its own or before a space, or -1. */
  private int endOfKey(int start) {
    int i = start;
    while (i < lineEnd && isInKey(text.charAt(i), i == start)) {
      i++;
    }
    boolean isKey = i > start && is(':', i) && (i + 1 == lineEnd || is(' ', i + 1));
    return isKey ? i : -1;
  }

  private static boolean isInKey(char c, boolean isFirst) {
    return (c >= 'a' && c <= 'z') || (!isFirst && (c == '-' || (c >= '0' && c <= '9')));
  }

  private boolean is(char c, int at) {
    return at < lineEnd && text.charAt(at) == c;
  }

  /** How many spaces begin the current line; -1 for an empty one or the end. */
  private int indent() {
    int i = lineStart;
    while (i < lineEnd && text.charAt(i) == ' ') {
      i++;
    }
    return i < lineEnd ? i - lineStart : -1;
  }

  private void readLine(int start) {
    lineStart = Math.min(start, end);
    int newline = text.indexOf('\n', lineStart);
    lineEnd = newline < 0 || newline > end ? end : newline;
    lineNumber++;
    line = text.substring(lineStart, lineEnd);
  }

  private SourceSpan span(int start, int length) {
    return new SourceSpan(path, lineNumber, start - lineStart + 1, length, line);
  }
}
