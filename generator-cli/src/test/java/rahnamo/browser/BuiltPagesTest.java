package rahnamo.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What can be said of the bytes of all pages of the built site without a browser. */
@ExtendWith(Shared.class)
class BuiltPagesTest {

  private static final Pattern ADDRESS = Pattern.compile("[a-z][a-z0-9+.-]*:.*");

  @Test
  void everyLinkAndAnchorHasATarget(BuiltSite site) throws IOException {
    var found = new ArrayList<String>();
    Map<String, Set<String>> ids = new HashMap<>();
    Map<String, Document> pages = pages(site);
    pages.forEach(
        (path, page) ->
            ids.put(path, new HashSet<>(page.getElementsByAttribute("id").eachAttr("id"))));
    Set<String> files = new HashSet<>(site.files(""));
    for (var entry : pages.entrySet()) {
      String path = entry.getKey();
      for (Element element : entry.getValue().select("[href], [src], [data-manifest]")) {
        for (String name : List.of("href", "src", "data-manifest")) {
          String link = element.attr(name);
          if (!link.isEmpty() && !ADDRESS.matcher(link).matches()) {
            int hash = link.indexOf('#');
            String anchor = hash < 0 ? "" : link.substring(hash + 1);
            String target = target(path, hash < 0 ? link : link.substring(0, hash));
            if (!files.contains(target)
                || (!anchor.isEmpty() && !ids.getOrDefault(target, Set.of()).contains(anchor))) {
              found.add(path + ": " + link);
            }
          }
        }
      }
    }
    assertEquals(List.of(), found);
    assertTrue(pages.size() > 150, pages.size() + " pages");
  }

  /** On the page for missing addresses, links begin at the root of the host. */
  private static String target(String page, String link) {
    if (link.isEmpty()) {
      return page;
    }
    URI base = URI.create("file:" + BuiltSite.UNDER + page);
    String path = base.resolve(link).getPath();
    return path.startsWith(BuiltSite.UNDER) ? path.substring(BuiltSite.UNDER.length()) : path;
  }

  @Test
  void everyPageForbidsAllButItsOwnFilesBeforeItNamesAny(BuiltSite site) throws IOException {
    var found = new ArrayList<String>();
    pages(site)
        .forEach(
            (path, page) -> {
              Element policy = page.head().child(1);
              String content = policy.attr("content");
              if (!policy.attr("http-equiv").equals("Content-Security-Policy")
                  || !content.startsWith("default-src 'none'; ")
                  || content.contains("unsafe")
                  || content.contains("*")) {
                found.add(path + ": " + policy);
              }
            });
    assertEquals(List.of(), found);
  }

  @Test
  void noPageHasAScriptOrStyleInItNorAnUnknownScheme(BuiltSite site) throws IOException {
    var found = new ArrayList<String>();
    for (var entry : pages(site).entrySet()) {
      for (Element element : entry.getValue().getAllElements()) {
        PageProblem.of(element).ifPresent(problem -> found.add(entry.getKey() + ": " + problem));
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void oldBrowsersFindALiteralValueBeforeEachVariable(BuiltSite site) throws IOException {
    var found = new ArrayList<String>();
    int variables = 0;
    for (String path : site.files(".css")) {
      String before = "";
      for (String declaration : site.text(path).split("[;{}]", -1)) {
        String property = declaration.strip().replaceFirst("(?s)\\s*:.*", "");
        if (declaration.contains("var(")) {
          variables++;
          if (!before.strip().startsWith(property + ":") || before.contains("var(")) {
            found.add(declaration);
          }
        }
        before = declaration.replaceFirst("(?s)^\\s*([a-z-]+)\\s*:", "$1:");
      }
    }
    assertEquals(List.of(), found);
    assertTrue(variables > 50, variables + " variables");
  }

  private static Map<String, Document> pages(BuiltSite site) throws IOException {
    var pages = new java.util.TreeMap<String, Document>();
    for (String path : site.pages()) {
      pages.put(path, Jsoup.parse(Path.of(site.folder().toString(), path)));
    }
    return pages;
  }
}
