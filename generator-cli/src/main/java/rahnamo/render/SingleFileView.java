package rahnamo.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import rahnamo.site.Permalink;
import rahnamo.text.Language;

/**
 * Pages of a site as parts of one page: what led to another page leads to a place in this one, and
 * names of places begin with the page that they stood on.
 */
final class SingleFileView {

  /** What addresses of other parts begin with. */
  static final String BASE = "#";

  private static final String HOME = "index.html";
  private static final String NOTICE = "not-in-pack.html";

  /** Attributes that name a place in the same page, or several. */
  private static final List<String> NAMING =
      List.of("id", "for", "aria-labelledby", "aria-describedby", "aria-controls", "headers");

  private final Language language;
  private final Set<String> views;
  private final InlineMedia media;
  private final Strings strings;

  /**
   * @param views the pages that are parts, by their paths below the language's folder
   */
  SingleFileView(Language language, Set<String> views, InlineMedia media, Strings strings) {
    this.language = language;
    this.views = views;
    this.media = media;
    this.strings = strings;
  }

  /** A page as a part; the front page is the one to begin with. */
  String of(String view, byte[] page) throws IOException {
    Document document = parse(new String(page, UTF_8));
    Element main = Optional.ofNullable(document.selectFirst("main")).orElse(document.body());
    main.select("script").remove();
    embedMedia(main, page(view));
    for (Element element : main.getAllElements()) {
      NAMING.forEach(name -> prefix(element, name, view));
    }
    main.select("a[href]").forEach(link -> redirect(link, view));
    return "<div class=\"view"
        + (view.equals(HOME) ? " shown" : "")
        + "\" id=\""
        + view
        + "\" tabindex=\"-1\">\n"
        + main.html().strip()
        + "\n</div>\n";
  }

  /** Turns the links of the frame around all parts, as if it stood on the front page. */
  void turnLinks(Element frame) {
    frame.select("a[href]:not([href^=#])").forEach(link -> redirect(link, HOME));
  }

  /** A page of this program as a tree that is written as it was. */
  static Document parse(String html) {
    Parser parser = Parser.htmlParser().settings(ParseSettings.preserveCase);
    Document page = parser.parseInput(html, "");
    page.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.base);
    return page;
  }

  private String page(String view) {
    return language.folder() + "/" + view;
  }

  private static void prefix(Element element, String name, String view) {
    if (element.hasAttr(name) && !element.attr(name).isBlank()) {
      String[] ids = element.attr(name).strip().split("\\s+", -1);
      for (int i = 0; i < ids.length; i++) {
        ids[i] = place(view, ids[i]);
      }
      element.attr(name, String.join(" ", ids));
    }
  }

  private static String place(String view, String id) {
    return view + ":" + id;
  }

  private void redirect(Element link, String view) {
    String href = link.attr("href");
    int hash = href.indexOf('#');
    String path = hash < 0 ? href : href.substring(0, hash);
    String anchor = hash < 0 ? "" : href.substring(hash + 1);
    if (path.contains(":")) {
      return; // an address outside of the site
    }
    String target = path.isEmpty() ? view : viewAt(new Permalink(page(view)).resolve(path));
    link.attr("href", BASE + (anchor.isEmpty() ? target : place(target, anchor)));
    link.removeAttr("download");
  }

  /** The part that shows a page, or says that the page is missing. */
  private String viewAt(String path) {
    String folder = language.folder() + "/";
    String view = path.startsWith(folder) ? path.substring(folder.length()) : path;
    if (views.contains(view) && path.startsWith(folder)) {
      return view;
    }
    return path.equals(HOME) || !views.contains(NOTICE) ? HOME : NOTICE;
  }

  private void embedMedia(Element main, String page) throws IOException {
    for (Element picture : main.select("img[src]")) {
      String path = new Permalink(page).resolve(picture.attr("src"));
      Optional<String> address = media.address(path);
      if (address.isPresent()) {
        picture.attr("src", address.get());
      } else {
        replace(picture, strings.text("single-file-picture", List.of(picture.attr("alt"))));
      }
    }
    for (Element sound : main.select("audio")) {
      sound
          .select("[src]")
          .forEach(source -> media.leaveOut(new Permalink(page).resolve(source.attr("src"))));
      Element figure = sound.closest("figure");
      replace(figure == null ? sound : figure, strings.text("single-file-sound"));
    }
  }

  private void replace(Element element, String text) {
    element.replaceWith(
        new Element("span").addClass("left-out").attr("lang", language.tag()).text(text));
  }
}
