package rahnamo.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whether axe-core finds anything on any kind of page. */
@Tag("browser")
@ExtendWith(Shared.class)
class AccessibilityTest {

  /** Rules that depend on colours alone: all that can change between light and dark. */
  private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

  @Test
  void axeFindsNothingOnAnyKindOfPageInAnyLanguage(BrowserSession browser, BuiltSite site)
      throws IOException {
    var found = new ArrayList<String>();
    var kinds = new TreeSet<String>();
    try (var open = browser.window(View.PHONE)) {
      Page page = open.page();
      page.route("**/formerly.html", route -> stay(route, site));
      var paths = new ArrayList<>(PageKinds.paths(site));
      paths.add("ru/life/formerly.html");
      for (String path : paths) {
        kinds.add(Jsoup.parse(site.text(path)).body().className());
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(View.PHONE.width(), View.PHONE.height());
        page.navigate(site.hosted(path));
        var axe = Axe.in(page);
        found.addAll(axe.all(path + " 360"));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        found.addAll(axe.only(COLOURS, path + " 360 dark"));
        page.setViewportSize(View.DESKTOP.width(), View.DESKTOP.height());
        found.addAll(axe.only(COLOURS, path + " 1280 dark"));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        found.addAll(axe.all(path + " 1280"));
      }
    }
    assertEquals(List.of(), found);
    assertEquals(PageKinds.ALL, kinds);
  }

  /** A browser leaves a former address at once; this one is held there to be looked at. */
  private static void stay(Route route, BuiltSite site) {
    try {
      String page = site.text("ru/life/formerly.html").replaceFirst("<meta[^>]*refresh[^>]*>", "");
      route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void axeFindsWhatIsWrong(BrowserSession browser) {
    try (var open = browser.window(View.PHONE)) {
      open.page().setContent("<html><title>t</title><p style='color:#999'>pale</p><img src=x>");
      List<String> found = Axe.in(open.page()).all("page");
      for (String rule : List.of("html-has-lang", "color-contrast", "image-alt")) {
        assertTrue(found.stream().anyMatch(line -> line.contains(rule)), rule);
      }
    }
  }
}
