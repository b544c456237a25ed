package rahnamo.browser;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** What no page of the site may contain: scripts and styles in it, links of unknown schemes. */
final class PageProblem {

  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel", "sms", "tg");

  private static final Set<String> LINKS =
      Set.of("href", "src", "action", "data", "srcset", "poster", "formaction", "background");

  /** What a browser takes for a scheme, once it has dropped what it drops from addresses. */
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(?s:.*)");

  private static final Pattern DROPPED = Pattern.compile("^[\\x00-\\x20]+|[\\t\\r\\n]");

  private PageProblem() {}

  /** The first thing that is wrong with an element, if any is. */
  static Optional<String> of(Element element) {
    boolean isData = element.attr("type").equals("application/ld+json");
    if (element.nameIs("style")
        || (element.nameIs("script") && !element.data().isEmpty() && !isData)) {
      return Optional.of(element.outerHtml());
    }
    for (Attribute attribute : element.attributes()) {
      if (isWrong(attribute)) {
        return Optional.of(attribute.toString());
      }
    }
    return Optional.empty();
  }

  private static boolean isWrong(Attribute attribute) {
    String name = attribute.getKey();
    Matcher scheme = SCHEME.matcher(DROPPED.matcher(attribute.getValue()).replaceAll(""));
    return name.startsWith("on")
        || name.equals("style")
        || name.equals("srcdoc")
        || (LINKS.contains(name) && scheme.matches() && !SCHEMES.contains(scheme.group(1)));
  }
}
