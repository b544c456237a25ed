package rahnamo.app.share;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The first line and the headers of an HTTP request. Immutable. */
final class RequestHead {

  /** More than any browser sends to a server without cookies. */
  private static final int MAX_LENGTH = 8192;

  private final String method;
  private final String path;
  private final Map<String, String> headers;

  private RequestHead(String method, String path, Map<String, String> headers) {
    this.method = method;
    this.path = path;
    this.headers = headers;
  }

  /**
   * Reads a head up to its empty line.
   *
   * @throws IOException if there is none, it is too long, or it is not HTTP
   */
  static RequestHead read(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    while (!endsWithEmptyLine(text)) {
      int next = in.read();
      if (next < 0 || text.length() >= MAX_LENGTH) {
        throw new IOException("not a request");
      }
      text.append((char) next);
    }
    String[] lines = text.toString().split("\r?\n");
    String[] words = lines.length == 0 ? new String[0] : lines[0].split(" ", -1);
    if (words.length != 3 || !words[2].startsWith("HTTP/1.") || !words[1].startsWith("/")) {
      throw new IOException("not a request");
    }
    return new RequestHead(words[0], path(words[1]), headers(lines));
  }

  private static boolean endsWithEmptyLine(StringBuilder text) {
    int end = text.length();
    return end >= 2
        && text.charAt(end - 1) == '\n'
        && (text.charAt(end - 2) == '\n'
            || (end >= 3 && text.charAt(end - 2) == '\r' && text.charAt(end - 3) == '\n'));
  }

  private static String path(String target) {
    int end = target.indexOf('?');
    return end < 0 ? target : target.substring(0, end);
  }

  private static Map<String, String> headers(String[] lines) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon <= 0) {
        throw new IOException("not a header");
      }
      String name = lines[i].substring(0, colon).toLowerCase(Locale.ROOT);
      if (headers.put(name, lines[i].substring(colon + 1).trim()) != null && name.equals("host")) {
        throw new IOException("two hosts");
      }
    }
    return headers;
  }

  String method() {
    return method;
  }

  /** The path, not decoded: what is served has names that need no code. */
  String path() {
    return path;
  }

  /** A header by its name in small letters; empty if it is not there. */
  String header(String name) {
    String value = headers.get(name);
    return value == null ? "" : value;
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
