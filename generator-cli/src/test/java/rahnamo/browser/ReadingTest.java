package rahnamo.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reading without scripts, without a mouse, and on paper. */
@Tag("browser")
@ExtendWith(Shared.class)
class ReadingTest {

  private static final String MAIN_TEXT =
      "() => document.querySelector('main').innerText.replace(/\\s+/g, ' ').trim()";

  /**
   * The focused element, and whether a reader can see that it is; players mark their own buttons.
   */
  private static final String FOCUSED =
      "() => { var e = document.activeElement; if (e === document.body) return '';"
          + " var s = getComputedStyle(e), b = e.getBoundingClientRect();"
          + " var seen = e.localName === 'audio' || s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2"
          + " && b.width > 1 && b.height > 1 && b.bottom > 0 && b.top < innerHeight;"
          + " return (seen ? 'seen ' : 'unseen ') + e.outerHTML.slice(0, 100); }";

  private static final String SEEN_ON_PAPER =
      "names => names.filter(name => Array.prototype.some.call("
          + "document.querySelectorAll(name), e => e.getClientRects().length > 0))";

  @Test
  void everythingReadsWithoutScripts(BrowserSession browser, BuiltSite site) throws IOException {
    try (var with = browser.window(View.PHONE);
        var without = browser.window(View.PHONE.withoutScripts())) {
      for (String path : PageKinds.paths(site)) {
        with.page().navigate(site.file(path));
        without.page().navigate(site.file(path));
        assertEquals(with.page().evaluate(MAIN_TEXT), without.page().evaluate(MAIN_TEXT), path);
      }
      without.page().navigate(site.file("ru/life/everything.html"));
      without.page().click(".toc summary");
      assertTrue(without.page().isVisible(".toc a"));
      without.page().click(".languages summary");
      without.page().click(".languages details a[hreflang=tg]");
      without.page().waitForURL(site.file("tg/life/everything.html"));
    }
  }

  @Test
  void firstKeyOffersTheWayPastTheMenu(BrowserSession browser, BuiltSite site) {
    try (var open = browser.open(site.file("ru/life/everything.html"), View.PHONE)) {
      Page page = open.page();
      page.keyboard().press("Tab");
      assertEquals(".skip", page.evaluate("'.' + document.activeElement.className"));
      assertTrue(String.valueOf(page.evaluate(FOCUSED)).startsWith("seen "));
      page.keyboard().press("Enter");
      assertEquals("content", page.evaluate("document.activeElement.id"));
      page.keyboard().press("Tab");
      assertEquals(
          true, page.evaluate("document.querySelector('main').contains(document.activeElement)"));
    }
  }

  @Test
  void everyStepOfTheKeyboardIsSeen(BrowserSession browser, BuiltSite site) {
    var found = new ArrayList<String>();
    for (View view : List.of(View.PHONE, View.DESKTOP.dark())) {
      try (var open = browser.window(view)) {
        for (String path :
            List.of("tg/index.html", "ru/life/everything.html", "uz/contacts.html")) {
          open.page().navigate(site.file(path));
          int steps = 0;
          for (String focused = step(open.page());
              !focused.isEmpty() && steps < 400;
              focused = step(open.page())) {
            steps++;
            if (focused.startsWith("unseen")) {
              found.add(path + " " + view.width() + ": " + focused);
            }
          }
          assertTrue(steps > 20 && steps < 400, path + ": " + steps);
        }
      }
    }
    assertEquals(List.of(), found);
  }

  private static String step(Page page) {
    page.keyboard().press("Tab");
    return String.valueOf(page.evaluate(FOCUSED));
  }

  @Test
  void paperShowsTheTextWithoutTheMenus(BrowserSession browser, BuiltSite site) {
    try (var open = browser.open(site.file("ru/life/everything.html"), View.DESKTOP)) {
      Page page = open.page();
      List<String> menus =
          List.of(
              ".languages", ".sections", ".ikat", ".toc", ".breadcrumbs", ".places", ".related");
      List<String> text = List.of("h1", ".prose p", ".contact", ".sources a", ".imprint");
      assertEquals(menus, page.evaluate(SEEN_ON_PAPER, menus));
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertEquals(List.of(), page.evaluate(SEEN_ON_PAPER, menus));
      assertEquals(text, page.evaluate(SEEN_ON_PAPER, text));
      assertEquals(
          "rgb(0, 0, 0) rgb(255, 255, 255)",
          page.evaluate(
              "getComputedStyle(document.documentElement).color + ' '"
                  + " + getComputedStyle(document.documentElement).backgroundColor"));
    }
  }
}
