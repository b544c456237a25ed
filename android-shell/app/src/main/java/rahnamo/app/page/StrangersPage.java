package rahnamo.app.page;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of a publisher whom the app does not know, changed so that it cannot make a WebView
 * connect to anywhere.
 *
 * <p>A content security policy forbids loading, but Chromium looks up a host and opens a connection
 * to it before it asks the policy of a frame, and hints such as {@code dns-prefetch} have no policy
 * at all. What does so in a page without scripts are four elements. The name of a tag can be
 * written in one way only, and of two attributes with one name the first counts: so the bytes after
 * the name decide.
 */
final class StrangersPage {

  /** No page of a site that reads well on a phone is larger. */
  static final int MAX_LENGTH = 1 << 22;

  // spec (HTML, 13.2.5.8): the name of a tag ends at a tab, line feed, form feed, space, "/" or
  // ">".
  private static final Pattern CONNECTING =
      Pattern.compile(
          "<((?:[a-z0-9_.-]*:)?(?:(i?frame|fencedframe|portal)|(form)"
              + "|(link)(?! rel=\"stylesheet\"[ >])|(meta)(?! (?:charset|name)=)))(?=[\\s/>])"
              + "|<!(?=entity)",
          Pattern.CASE_INSENSITIVE);

  private StrangersPage() {}

  /** Whether a file can be shown as a page of its own. */
  static boolean isPage(String name) {
    return name.endsWith(".html") || name.endsWith(".svg") || name.endsWith(".xml");
  }

  /** Whether a WebView could read the bytes as other characters than they are taken for here. */
  static boolean isAmbiguous(byte[] page) {
    for (byte b : page) {
      if (b == 0) {
        return true;
      }
    }
    return page.length > 1
        && ((page[0] == (byte) 0xfe && page[1] == (byte) 0xff)
            || (page[0] == (byte) 0xff && page[1] == (byte) 0xfe));
  }

  /** The page without what connects. */
  static byte[] harmless(byte[] page) {
    // Byte by byte as Latin-1: only ASCII is looked at.
    Matcher tag = CONNECTING.matcher(new String(page, StandardCharsets.ISO_8859_1));
    StringBuffer out = new StringBuffer(page.length + 256);
    while (tag.find()) {
      tag.appendReplacement(out, Matcher.quoteReplacement(replacement(tag)));
    }
    return tag.appendTail(out).toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String replacement(Matcher tag) {
    if (tag.group(1) == null) {
      return "<!-";
    }
    String name = "<" + tag.group(1);
    if (tag.group(2) != null) {
      return "<x-" + tag.group(2);
    }
    if (tag.group(3) != null) {
      return name + " action=\"\"";
    }
    return tag.group(4) != null ? name + " rel=\"x\"" : name + " http-equiv=\"x\"";
  }
}
