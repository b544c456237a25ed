package rahnamo.pack;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rahnamo.site.Permalink;

/**
 * Pages of a site as a pack holds them: links to files of the site that the pack leaves out lead to
 * a page that says so, a search asks no index that is left out, and the head is lean. Everything
 * else stays byte by byte.
 */
final class PackLinks {

  /** The page of a language's folder that says that something is not in the pack. */
  private static final String NOTICE = "not-in-pack.html";

  private static final Pattern SECOND_SEARCH =
      Pattern.compile(" data-also=\"([^\"]*)\"(?: data-also-[a-z]+=\"[^\"]*\")*");

  private static final String LINK = "<a ";
  private static final String HREF = " href=\"";

  private final Set<String> inSite;
  private final Set<String> inPack;
  private final String firstLanguage;

  /**
   * @param inSite the paths of all files of the site
   * @param inPack those that the pack holds
   * @param firstLanguage the folder of the language for pages outside of any
   */
  PackLinks(Set<String> inSite, Set<String> inPack, String firstLanguage) {
    this.inSite = inSite;
    this.inPack = inPack;
    this.firstLanguage = firstLanguage;
  }

  /** The page in the pack. */
  byte[] inPack(String path, byte[] page) {
    // Byte by byte as Latin-1: only ASCII is looked at.
    String html = new String(page, StandardCharsets.ISO_8859_1);
    String packed = withLinks(path, withSearch(path, PackHead.lean(html)));
    return packed.length() == html.length() && packed.equals(html)
        ? page
        : packed.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A search page that asks for results in a second language only if the pack has its index. */
  private String withSearch(String path, String html) {
    Matcher second = SECOND_SEARCH.matcher(html);
    boolean isAsked = path.endsWith("/search.html") && second.find();
    return isAsked && !inPack.contains("search/" + second.group(1) + "/index.js")
        ? second.replaceFirst("")
        : html;
  }

  private String withLinks(String path, String html) {
    if (!inPack.contains(firstLanguage + "/" + NOTICE)) {
      return html; // a site without packs of its own has no notice
    }
    var out = new StringBuilder(html.length() + 256);
    int copied = 0;
    String notice = notice(path);
    for (int link = html.indexOf(LINK); link >= 0; link = html.indexOf(LINK, link + 1)) {
      int end = html.indexOf('>', link);
      int href = html.indexOf(HREF, link + LINK.length() - 1);
      if (href < 0 || href > end) {
        continue;
      }
      int start = href + HREF.length();
      int close = html.indexOf('"', start);
      if (close > 0 && isLeftOut(path, html.substring(start, close))) {
        out.append(html, copied, start).append(notice);
        copied = close;
      }
    }
    return copied == 0 ? html : out.append(html, copied, html.length()).toString();
  }

  private boolean isLeftOut(String page, String href) {
    String path = withoutQueryAndFragment(href);
    if (path.isEmpty() || path.startsWith("/") || path.contains(":") || path.contains("&")) {
      return false; // a part of this page, or an address outside of the site
    }
    String target = new Permalink(page).resolve(path);
    // Packs are made before the page that lists them.
    boolean isOfSite = inSite.contains(target) || PackSelection.isForHosts(target);
    return isOfSite && !inPack.contains(target);
  }

  private static String withoutQueryAndFragment(String href) {
    int end = 0;
    while (end < href.length() && href.charAt(end) != '#' && href.charAt(end) != '?') {
      end++;
    }
    return href.substring(0, end);
  }

  /** The address of the notice in the language of a page. */
  private String notice(String page) {
    int slash = page.indexOf('/');
    String language = slash < 0 ? firstLanguage : page.substring(0, slash);
    String own = language + "/" + NOTICE;
    String notice = inPack.contains(own) ? own : firstLanguage + "/" + NOTICE;
    return new Permalink(notice).relativeTo(new Permalink(page));
  }

  /** The media that a page shows or links to, as paths in the site. */
  static void collectMedia(String path, byte[] page, Set<String> media) {
    String html = new String(page, StandardCharsets.ISO_8859_1);
    for (int at = html.indexOf("media/"); at >= 0; at = html.indexOf("media/", at + 1)) {
      int start = Math.max(html.lastIndexOf('"', at), html.lastIndexOf(' ', at)) + 1;
      int end = at;
      while (end < html.length() && "\" >#?".indexOf(html.charAt(end)) < 0) {
        end++;
      }
      media.add(new Permalink(path).resolve(html.substring(start, end)));
    }
  }
}
