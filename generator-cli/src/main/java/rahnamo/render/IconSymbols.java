package rahnamo.render;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/**
 * Icons drawn once in a page and referred to from where they stand, since the pages of a whole site
 * repeat them by the thousand.
 */
final class IconSymbols {

  private static final String ICON = "svg[class=icon]";

  /** Attributes of the place where an icon stands; all others belong to the drawing. */
  private static final Set<String> OF_PLACE = Set.of("class", "aria-hidden", "focusable", "xmlns");

  private final Map<String, String> names = new HashMap<>();
  private final String symbols;

  IconSymbols(Map<String, TrustedHtml> icons) {
    var drawn = new StringBuilder();
    icons.forEach(
        (name, icon) -> {
          Element svg = parse(icon.html()).selectFirst(ICON);
          if (svg != null) {
            names.put(svg.outerHtml(), name);
            drawn.append(symbol(name, svg));
          }
        });
    this.symbols = "<svg hidden>" + drawn + "</svg>";
  }

  private static String symbol(String name, Element svg) {
    Element symbol = new Element("symbol").attr("id", id(name));
    svg.attributes().asList().stream()
        .filter(attribute -> !OF_PLACE.contains(attribute.getKey()))
        .forEach(attribute -> symbol.attr(attribute.getKey(), attribute.getValue()));
    return symbol.outerHtml().replace("</symbol>", svg.html() + "</symbol>");
  }

  private static String id(String name) {
    return "icon-" + name;
  }

  /** The drawings, for the beginning of the page. */
  TrustedHtml symbols() {
    return new TrustedHtml(symbols);
  }

  /** Replaces each icon of the theme in a part of a page. */
  void referFrom(Element part) {
    for (Element svg : part.select(ICON)) {
      String name = names.get(svg.outerHtml());
      if (name != null) {
        svg.attributes().asList().stream()
            .map(attribute -> attribute.getKey())
            .filter(key -> !OF_PLACE.contains(key))
            .toList()
            .forEach(svg::removeAttr);
        // Browsers of Android 5 know this name of the attribute only.
        svg.empty().appendElement("use").attr("xlink:href", "#" + id(name));
      }
    }
  }

  /** A page of this program as a tree that is written as it was. */
  static Document parse(String html) {
    Parser parser = Parser.htmlParser().settings(ParseSettings.preserveCase);
    Document page = parser.parseInput(html, "");
    page.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.base);
    return page;
  }
}
