package rahnamo.render;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.parse.Destinations;
import rahnamo.parse.HtmlBody;
import rahnamo.parse.LinkResolver;

/**
 * The addresses in an author's own HTML, which are held to the rules for those in Markdown: {@code
 * <a href="patent.md">} leads to the page of that article.
 */
final class RawAddresses {

  /** Marks what was made from Markdown, so that all else is known to be the author's. */
  private static final String MADE = "data-made";

  private final Destinations destinations;
  private final Diagnostics diagnostics;
  private final Map<String, Optional<String>> links = new HashMap<>();
  private final Map<String, Optional<LinkResolver.Picture>> pictures = new HashMap<>();

  RawAddresses(Destinations destinations, Diagnostics diagnostics) {
    this.destinations = destinations;
    this.diagnostics = diagnostics;
  }

  /** HTML made from Markdown, whose addresses are final. */
  static String marked(String html) {
    return html.replace("<a ", "<a " + MADE + " ").replace("<img ", "<img " + MADE + " ");
  }

  /** HTML of the author's own, which must not pretend to be made. */
  static String unmarked(String html) {
    return html.replace(MADE, "data-own");
  }

  /** Finds and checks the addresses in a piece of the author's own. */
  void read(HtmlBody.RawHtml raw) {
    Document piece = Jsoup.parseBodyFragment(raw.html());
    for (Element link : piece.select("a[href]")) {
      String written = link.attr("href");
      links.put(written, destinations.link(written, raw.placeOf(written)));
    }
    for (Element image : piece.select("img[src]")) {
      String written = image.attr("src");
      pictures.put(written, destinations.picture(written, raw.placeOf(written)));
      if (!image.hasAttr("alt")) {
        diagnostics.report(DiagnosticCode.MISSING_ALT, raw.placeOf(written));
      }
    }
  }

  /** Writes the final addresses into the whole body; what has none is a link or picture no more. */
  void resolve(Document body) {
    for (Element link : body.select("a[href]:not([" + MADE + "])")) {
      Optional<String> href = links.getOrDefault(link.attr("href"), Optional.empty());
      if (href.isPresent()) {
        link.attr("href", href.get());
      } else {
        link.removeAttr("href");
      }
    }
    for (Element image : body.select("img:not([" + MADE + "])")) {
      Optional<LinkResolver.Picture> picture =
          pictures.getOrDefault(image.attr("src"), Optional.empty());
      if (picture.isPresent()) {
        show(image, picture.get());
      } else {
        image.remove();
      }
    }
  }

  private static void show(Element image, LinkResolver.Picture picture) {
    image.attr("src", picture.href());
    if (!image.hasAttr("width") && !image.hasAttr("height")) {
      picture.width().ifPresent(width -> image.attr("width", Integer.toString(width)));
      picture.height().ifPresent(height -> image.attr("height", Integer.toString(height)));
    }
    image.attr("loading", "lazy");
  }
}
