package rahnamo.app.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import rahnamo.app.text.Text;
import rahnamo.app.text.Texts;
import rahnamo.pack.format.ByteRange;
import rahnamo.pack.format.ContentType;
import rahnamo.pack.format.EntryName;
import rahnamo.pack.format.InvalidPackException;
import rahnamo.pack.format.PackFile;

/**
 * Serves the files of one pack under one origin, and refuses everything else. Safe for several
 * threads, as a WebView asks from its own.
 */
public final class PageServer {

  // spec (RFC 2606, 2): ".invalid" is intended for use in online construction of domain names that
  // are sure to be invalid. So nothing ever leaves the phone, should a request get past the app.
  /** The one origin of all pages. */
  public static final String ORIGIN = "https://pack.invalid";

  /** Style sheets larger than this are no theme of ours and are served as they are. */
  private static final int MAX_STYLE_SHEET = 1 << 18;

  private final PackFile pack;
  private final ColourScheme scheme;
  private final Texts texts;
  private final boolean isTrusted;

  /**
   * @param pack stays open as long as the server is used
   * @param isTrusted whether it comes from the publisher of this app; pages of others lose whatever
   *     could make a WebView connect to somewhere
   * @param scheme what style sheets are written for
   * @param texts the words of the few pages of our own
   */
  public PageServer(PackFile pack, boolean isTrusted, ColourScheme scheme, Texts texts) {
    this.pack = pack;
    this.isTrusted = isTrusted;
    this.scheme = scheme;
    this.texts = texts;
  }

  /** The address of the first page in a language, or of the choice of languages. */
  public String startPage(String language) {
    String page = language + "/index.html";
    return ORIGIN + "/" + (pack.contains(page) ? page : "index.html");
  }

  /** Whether an address belongs to the pack. */
  public static boolean isInside(String url) {
    return url.startsWith(ORIGIN + "/");
  }

  /**
   * Answers one request.
   *
   * @param headers of the request; only {@code Range} matters
   */
  public PageAnswer answer(String method, String url, Map<String, String> headers) {
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return ownPage(PageStatus.FORBIDDEN, Text.PAGE_FORBIDDEN);
    }
    if (!isInside(url)) {
      return ownPage(PageStatus.FORBIDDEN, Text.PAGE_FORBIDDEN);
    }
    String name = fileName(url);
    if (!EntryName.isValid(name) || !pack.contains(name)) {
      return ownPage(PageStatus.NOT_FOUND, Text.PAGE_MISSING);
    }
    try {
      return file(name, range(headers));
    } catch (InvalidPackException | IOException e) {
      return ownPage(PageStatus.DAMAGED, Text.PAGE_DAMAGED);
    }
  }

  private static String fileName(String url) {
    int end = ORIGIN.length() + 1;
    while (end < url.length() && url.charAt(end) != '?' && url.charAt(end) != '#') {
      end++;
    }
    String path = url.substring(ORIGIN.length() + 1, end);
    return path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
  }

  /** Names of headers may come in any case. */
  private static String range(Map<String, String> headers) {
    for (Map.Entry<String, String> header : headers.entrySet()) {
      if (header.getKey().equalsIgnoreCase("Range")) {
        return header.getValue();
      }
    }
    return "";
  }

  private PageAnswer file(String name, String asked) throws IOException, InvalidPackException {
    String type = ContentType.of(name);
    if (name.endsWith(".css") && pack.size(name) <= MAX_STYLE_SHEET) {
      String styleSheet = new String(pack.bytes(name), StandardCharsets.UTF_8);
      return PageAnswer.of(PageStatus.OK, type, PagePolicy.headers(), scheme.applyTo(styleSheet));
    }
    if (!isTrusted && StrangersPage.isPage(name)) {
      return strangersPage(name);
    }
    ByteRange range = ByteRange.parse(asked, pack.size(name));
    if (range.isOutside()) {
      return PageAnswer.of(PageStatus.OUTSIDE, type, with("Content-Range", range.header()), "");
    }
    InputStream body = pack.read(name);
    return range.isPart()
        ? new PageAnswer(PageStatus.PARTIAL, type, with("Content-Range", range.header()), body)
        : new PageAnswer(PageStatus.OK, type, PagePolicy.headers(), body);
  }

  private PageAnswer strangersPage(String name) throws IOException, InvalidPackException {
    byte[] page = pack.size(name) <= StrangersPage.MAX_LENGTH ? pack.bytes(name) : new byte[1];
    if (StrangersPage.isAmbiguous(page)) {
      return ownPage(PageStatus.FORBIDDEN, Text.PAGE_FORBIDDEN);
    }
    // The encoding is said even where a file says it itself, or it could say another one.
    String type = ContentType.of(name);
    String encoded = type.contains("charset") ? type : type + "; charset=utf-8";
    return new PageAnswer(
        PageStatus.OK,
        encoded,
        PagePolicy.headers(),
        new ByteArrayInputStream(StrangersPage.harmless(page)));
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> headers = new TreeMap<>(PagePolicy.headers());
    headers.put(name, value);
    return headers;
  }

  private PageAnswer ownPage(PageStatus status, Text text) {
    String html =
        "<!DOCTYPE html><meta name=viewport content=\"width=device-width\"><title></title><p>"
            + texts.get(text)
            + "<p><a href=\"/index.html\">"
            + texts.get(Text.HOME)
            + "</a>";
    return PageAnswer.of(status, "text/html; charset=utf-8", PagePolicy.headers(), html);
  }
}
