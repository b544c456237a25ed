package rahnamo.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a browser does and says when pages are opened from the disk and from a host. */
@Tag("browser")
@ExtendWith(Shared.class)
class OpenedPagesTest {

  /** How far the page can be moved sideways, and what sticks out. */
  private static final String OVERFLOW =
      "() => { var width = document.documentElement.clientWidth;"
          + " if (document.documentElement.scrollWidth <= width) return '';"
          + " return Array.prototype.filter.call(document.body.getElementsByTagName('*'),"
          + " e => e.getBoundingClientRect().right > width).slice(0, 3)"
          + ".map(e => e.outerHTML.slice(0, 120)).join(' | ') || 'unknown'; }";

  private static final String STORED =
      "() => indexedDB.databases().then(all => [document.cookie, localStorage.length,"
          + " sessionStorage.length, all.length].join(' '))";

  @Test
  void everyPageFromTheDiskIsQuietAndFitsTheScreen(BrowserSession browser, BuiltSite site)
      throws IOException {
    var found = new ArrayList<String>();
    String root = site.file("");
    try (var open = browser.window(View.PHONE)) {
      for (String path : site.pages()) {
        // The links of one begin at a host's root, the others lead elsewhere at once.
        boolean isLookedAtElsewhere =
            path.equals("404.html") || site.text(path).contains("http-equiv=\"refresh\"");
        if (!isLookedAtElsewhere) {
          visit(open, site.file(path), root, found);
          for (int width : List.of(320, 1280)) {
            checkWidth(open.page(), width, path, found);
          }
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void pagesBelowAPathOfAHostAreQuietAndStoreNothing(BrowserSession browser, BuiltSite site)
      throws IOException {
    var found = new ArrayList<String>();
    String root = site.hosted("");
    try (var open = browser.window(View.DESKTOP)) {
      for (String path : PageKinds.paths(site)) {
        visit(open, site.hosted(path), root, found);
        checkWidth(open.page(), 360, path, found);
      }
      assertEquals(" 0 0 0", open.page().evaluate(STORED));
      assertEquals(List.of(), open.page().context().cookies());
    }
    assertEquals(List.of(), found);
  }

  @Test
  void formerAddressLeadsOnFromTheDiskAndFromAHost(BrowserSession browser, BuiltSite site) {
    List<UnaryOperator<String>> ways = List.of(site::file, site::hosted);
    for (UnaryOperator<String> way : ways) {
      try (var open = browser.window(View.PHONE)) {
        open.page().navigate(way.apply("ru/life/formerly.html"));
        open.page().waitForURL(way.apply("ru/life/over.html"));
        assertEquals(List.of(), open.complaints());
      }
    }
  }

  private static void checkWidth(Page page, int width, String path, List<String> found) {
    page.setViewportSize(width, 640);
    String overflow = String.valueOf(page.evaluate(OVERFLOW));
    if (!overflow.isEmpty()) {
      found.add(path + " is too wide for " + width + ": " + overflow);
    }
  }

  private static void visit(OpenPage open, String address, String root, List<String> found) {
    open.complaints().clear();
    open.requests().clear();
    open.page().navigate(address);
    open.page().waitForLoadState();
    open.complaints().forEach(line -> found.add(address + ": " + line));
    open.requests().stream()
        .filter(request -> !request.startsWith(root))
        .forEach(request -> found.add(address + " asks for " + request));
  }

  @Test
  void requestsAndComplaintsAreNoticed(BrowserSession browser, BuiltSite site) {
    try (var open = browser.window(View.PHONE)) {
      var found = new ArrayList<String>();
      visit(open, site.file("ru/about.html"), "https://elsewhere.example/", found);
      assertEquals(true, found.size() > 2);
      open.page().navigate(site.hosted("ru/about.html"));
      open.page().evaluate("document.cookie = 'a=b'; localStorage.setItem('a', 'b')");
      assertEquals("a=b 1 0 0", open.page().evaluate(STORED));
      Page page = open.page();
      page.evaluate("document.body.style.width = '500px'");
      assertEquals(false, String.valueOf(page.evaluate(OVERFLOW)).isEmpty());
    }
  }
}
