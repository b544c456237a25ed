package rahnamo.app.page;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What a page gets for a request: status, type, headers and bytes. */
public final class PageAnswer {

  private final PageStatus status;
  private final String contentType;
  private final Map<String, String> headers;
  private final InputStream body;

  PageAnswer(PageStatus status, String contentType, Map<String, String> headers, InputStream body) {
    this.status = status;
    this.contentType = contentType;
    this.headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    this.body = body;
  }

  static PageAnswer of(
      PageStatus status, String contentType, Map<String, String> headers, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new PageAnswer(status, contentType, headers, new ByteArrayInputStream(bytes));
  }

  /** How the request went. */
  public PageStatus status() {
    return status;
  }

  /** The media type without its parameters, such as {@code text/html}. */
  public String mediaType() {
    int end = contentType.indexOf(';');
    return end < 0 ? contentType : contentType.substring(0, end);
  }

  /** The encoding of a text; empty for other bytes. */
  public String encoding() {
    return contentType.endsWith("; charset=utf-8") ? "utf-8" : "";
  }

  /** All headers, the type and the length not among them. */
  public Map<String, String> headers() {
    return headers;
  }

  /**
   * The bytes of the whole file, even for a part of it: a WebView counts with {@code available()}
   * and skips to the part itself.
   */
  public InputStream body() {
    return body;
  }
}
