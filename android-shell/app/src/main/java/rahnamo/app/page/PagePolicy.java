package rahnamo.app.page;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The headers that keep a page of any publisher inside its pack, whatever the page says. */
public final class PagePolicy {

  /**
   * A WebView does not show an app the requests of web sockets and service workers, so pages must
   * not make them at all. Peer connections no WebView can be told to refuse; only scripts can make
   * them, and those of strangers do not run.
   */
  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
          + "img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'self'; "
          + "manifest-src 'self'; worker-src 'none'; frame-src 'none'; object-src 'none'; "
          + "form-action 'self'; base-uri 'self'";

  private static final Map<String, String> HEADERS = create();

  private PagePolicy() {}

  private static Map<String, String> create() {
    Map<String, String> headers = new TreeMap<>();
    headers.put("Content-Security-Policy", CONTENT);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-DNS-Prefetch-Control", "off");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cache-Control", "no-store");
    headers.put("Accept-Ranges", "bytes");
    return Collections.unmodifiableMap(headers);
  }

  /** All of them, by name. */
  public static Map<String, String> headers() {
    return HEADERS;
  }
}
