package rahnamo.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** One page of each kind and state in each language. */
final class PageKinds {

  /** The classes of all bodies. */
  static final TreeSet<String> ALL =
      new TreeSet<>(
          List.of(
              "page-alert",
              "page-alerts",
              "page-article",
              "page-az",
              "page-chooser",
              "page-contacts",
              "page-expired",
              "page-home",
              "page-not-found",
              "page-not-in-pack",
              "page-packs",
              "page-section",
              "page-standalone",
              "page-tag",
              "page-tags",
              "redirect"));

  private PageKinds() {}

  /**
   * Paths in the site; former addresses are not among them, since a browser leaves them at once.
   */
  static List<String> paths(BuiltSite site) throws java.io.IOException {
    var paths = new ArrayList<>(List.of("index.html", "404.html", "packs/index.html"));
    for (String language : BuiltSite.LANGUAGES) {
      for (String page :
          List.of(
              "index",
              "life/index",
              "life/page-2",
              "life/everything",
              "life/over",
              "life/outdated",
              language.equals("ru") ? "life/only-tg" : "life/only-ru",
              "rights/detention",
              "about",
              "a-z",
              "contacts",
              "not-in-pack",
              "tags/index",
              "alerts/index",
              "alerts/danger")) {
        paths.add(language + "/" + page + ".html");
      }
      String tag = language + "/tags/";
      paths.add(
          site.pages().stream()
              .filter(path -> path.startsWith(tag) && !path.equals(tag + "index.html"))
              .findFirst()
              .orElseThrow());
    }
    return paths;
  }
}
