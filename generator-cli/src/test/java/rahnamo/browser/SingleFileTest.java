package rahnamo.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole site in one file, as it comes out of a messenger: alone, in a folder of its own. */
@Tag("browser")
@ExtendWith(Shared.class)
class SingleFileTest {

  /** A page of each kind. */
  private static final List<String> KINDS =
      List.of(
          "index.html",
          "life/everything.html",
          "rights/index.html",
          "contacts.html",
          "search.html",
          "alerts/index.html",
          "a-z.html",
          "not-in-pack.html");

  @TempDir private Path alone;

  private Path copied(BuiltSite site, String language) throws IOException {
    return Files.copy(site.singleFile(language), alone.resolve(language + ".html"));
  }

  private static String shown(Page page) {
    return String.valueOf(
        page.evaluate(
            "Array.prototype.filter.call(document.querySelectorAll('.view'),"
                + " view => view.offsetHeight).map(view => view.id).join(' ')"));
  }

  private static void waitForView(Page page, String view) {
    page.waitForFunction("id => document.getElementById(id).offsetHeight > 0", view);
    assertEquals(view, shown(page));
  }

  @Test
  void nothingLeadsOutOfTheFileAndEveryLinkHasATarget(BuiltSite site) throws IOException {
    for (String language : BuiltSite.LANGUAGES) {
      Document page = Jsoup.parse(site.singleFile(language));
      Set<String> ids = new HashSet<>(page.getElementsByAttribute("id").eachAttr("id"));
      var wrong = new ArrayList<String>();
      for (Element element : page.getAllElements()) {
        for (String name : List.of("href", "src", "srcset", "poster", "action", "data-manifest")) {
          String address = element.attr(name);
          boolean isPlace = address.startsWith("#") && ids.contains(address.substring(1));
          boolean isOutside =
              element.nameIs("a") && address.matches("(https?|tel|mailto|sms|tg):.*");
          boolean isHeld = address.startsWith("data:image/");
          if (element.hasAttr(name) && !isPlace && !isOutside && !isHeld) {
            wrong.add(name + "=" + address);
          }
        }
      }
      assertEquals(List.of(), wrong, language);
      assertEquals(
          ids.size(), page.getElementsByAttribute("id").size(), "an id stands in the file twice");
    }
  }

  @Test
  void holdsEveryPageOfTheLanguage(BuiltSite site) throws IOException {
    for (String language : BuiltSite.LANGUAGES) {
      Document file = Jsoup.parse(site.singleFile(language));
      Set<String> expected = new TreeSet<>();
      for (String path : site.pages()) {
        if (path.startsWith(language + "/")
            && !site.text(path).contains("http-equiv=\"refresh\"")) {
          expected.add(path.substring(language.length() + 1));
        }
      }
      assertEquals(expected, new TreeSet<>(file.select(".view").eachAttr("id")));
      assertTrue(expected.size() > 40, expected.toString());
      for (String view : expected) {
        Document page = Jsoup.parse(site.text(language + "/" + view));
        page.select("script, img, audio, figure.audio").remove();
        Element shown = Objects.requireNonNull(file.getElementById(view));
        shown.select("img, .left-out").remove();
        if (!view.equals("search.html")) {
          assertEquals(page.expectFirst("main").text(), shown.text(), view);
        }
      }
    }
  }

  @Test
  void policyAllowsOnlyWhatStandsInTheFile(BuiltSite site) throws IOException {
    Element policy = Jsoup.parse(site.singleFile("tg")).head().child(1);
    assertEquals("Content-Security-Policy", policy.attr("http-equiv"));
    assertTrue(
        policy
            .attr("content")
            .matches(
                "default-src 'none'; img-src data:; style-src 'sha256-[^' ]+';"
                    + " script-src 'sha256-[^' ]+' 'sha256-[^' ]+'; base-uri 'none'; form-action 'none'"),
        policy.attr("content"));
  }

  @Test
  void searchFindsAndOpensArticlesInEachLanguage(BrowserSession browser, BuiltSite site)
      throws IOException {
    find(browser, copied(site, "tg"), "шиносномаам гум шуд", "шиносно");
    find(browser, copied(site, "uz"), "pasportimni yoʻqotdim", "pasport");
    find(browser, copied(site, "ru"), "потерял паспорт", "паспорт");
    find(browser, copied(site, "uz-cyrl"), "pasport", "паспорт");
  }

  private static void find(BrowserSession browser, Path file, String words, String inTitle) {
    try (var open = browser.open(file, View.PHONE)) {
      Page page = open.page();
      assertEquals("index.html", shown(page));
      page.click("header .seek");
      waitForView(page, "search.html");
      assertEquals("query", page.evaluate("document.activeElement.id"));
      page.fill("#query", words);
      page.waitForSelector("#results li .passage mark");
      assertTrue(page.textContent("#results").toLowerCase(java.util.Locale.ROOT).contains(inTitle));
      String target = page.getAttribute("#results li:first-child a", "href").substring(1);
      page.click("#results li:first-child a");
      waitForView(page, target);
      assertTrue(page.title().startsWith(page.textContent(".view.shown h1")), page.title());
      page.goBack();
      waitForView(page, "search.html");
      page.waitForSelector("#results li");
      assertEquals(List.of(), open.complaints());
      assertEquals(List.of(file.toUri().toString()), pathsOf(open.requests()));
    }
  }

  private static List<String> pathsOf(List<String> requests) {
    return requests.stream()
        .filter(address -> !address.startsWith("data:"))
        .map(address -> address.replaceFirst("#.*", ""))
        .toList();
  }

  @Test
  void searchFindsTheSameAsOnTheSite(BrowserSession browser, BuiltSite site) throws IOException {
    for (String words : List.of("патент", "муҳоҷират", "хуччат", "8 800", "полис", "қаллобон")) {
      String hash =
          "#q=" + java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8);
      List<?> onSite;
      try (var open = browser.open(site.file("tg/search.html") + hash, View.PHONE)) {
        onSite = results(open.page());
      }
      try (var open = browser.open(site.singleFile("tg").toUri() + hash, View.PHONE)) {
        assertEquals(onSite, results(open.page()), words);
        assertFalse(onSite.isEmpty());
        assertEquals("search.html", shown(open.page()));
      }
    }
  }

  private static List<?> results(Page page) {
    page.waitForSelector("#results .passage mark");
    return (List<?>)
        page.evaluate(
            "Array.prototype.map.call(document.querySelectorAll('#results li'),"
                + " li => li.querySelector('a').getAttribute('href').replace('#', '')"
                + " + ' ' + li.textContent)");
  }

  @Test
  void linksAnchorsAndTheWayBackWork(BrowserSession browser, BuiltSite site) throws IOException {
    try (var open = browser.open(copied(site, "ru"), View.PHONE)) {
      Page page = open.page();
      page.click("nav.sections a[href='#rights/index.html']");
      waitForView(page, "rights/index.html");
      assertEquals(
          "true", page.getAttribute("nav.sections a[href='#rights/index.html']", "aria-current"));
      page.evaluate("scrollTo(0, 600)");
      page.click(".view.shown .items a >> nth=2");
      page.waitForFunction("location.hash !== '#rights/index.html'");
      assertTrue(shown(page).startsWith("rights/"), shown(page));
      assertEquals(0, page.evaluate("pageYOffset"));
      String article = shown(page);
      page.click(".view.shown .toc summary");
      page.click(".view.shown .toc a >> nth=1");
      page.waitForFunction("pageYOffset > 300");
      assertEquals(article, shown(page));
      page.goBack();
      page.goBack();
      waitForView(page, "rights/index.html");
      assertTrue((Integer) page.evaluate("pageYOffset") > 300);
      page.evaluate("location.hash = '#nowhere'");
      page.evaluate("location.hash = '#%E0%A4%A'");
      assertEquals("rights/index.html", shown(page));
      page.evaluate("location.hash = ''");
      waitForView(page, "index.html");
      assertEquals(List.of(), open.complaints());
    }
  }

  @Test
  void addressOfAPlaceOpensItsPage(BrowserSession browser, BuiltSite site) throws IOException {
    String file = copied(site, "ru").toUri().toString();
    try (var open = browser.open(file + "#life/everything.html", View.PHONE)) {
      waitForView(open.page(), "life/everything.html");
      assertEquals(List.of(), open.complaints());
    }
  }

  @Test
  void withoutScriptsEverythingCanBeRead(BrowserSession browser, BuiltSite site)
      throws IOException {
    try (var open = browser.open(copied(site, "tg"), View.PHONE.withoutScripts())) {
      Page page = open.page();
      for (String view :
          List.of("index.html", "contacts.html", "rights/index.html", "about.html")) {
        assertTrue(page.isVisible("[id='" + view + "']"), view);
      }
      assertTrue(page.isVisible("[id='search.html'] noscript .notice"));
      page.click("nav.sections a[href='#rights/index.html']");
      assertTrue(page.url().endsWith("#rights/index.html"));
      var top = page.locator("[id='rights/index.html']").boundingBox();
      assertTrue(top.y > -5 && top.y < 200, "" + top.y);
      assertEquals(List.of(), open.complaints());
    }
  }

  @Test
  void everyKindOfPartIsAccessibleAndFitsTheScreen(BrowserSession browser, BuiltSite site)
      throws IOException {
    var found = new ArrayList<String>();
    for (String language : BuiltSite.LANGUAGES) {
      try (var open = browser.open(copied(site, language), View.PHONE.wide(320))) {
        Page page = open.page();
        Axe axe = Axe.in(page);
        // axe looks at what is hidden too, so with the whole site it would take minutes.
        page.evaluate(
            "ids => Array.prototype.forEach.call(document.querySelectorAll('.view'), view =>"
                + " { if (ids.indexOf(view.id) < 0) view.remove(); })",
            KINDS);
        for (String view : KINDS) {
          page.evaluate("id => { location.hash = '#' + id; }", view);
          waitForView(page, view);
          found.addAll(axe.all(language + " " + view));
          page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
          found.addAll(axe.only(List.of("color-contrast"), language + " dark " + view));
          page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
          assertEquals(320, page.evaluate("document.documentElement.scrollWidth"), view);
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void soundIsLeftOutAndSaidSo(BuiltSite site) throws IOException {
    Element article = Jsoup.parse(site.singleFile("ru")).expectFirst("[id='life/everything.html']");
    assertTrue(article.select(".left-out").text().contains("Запись не вошла"), article.text());
    assertEquals(0, article.select("audio, figure.audio").size());
    String list = site.text("packs/packs.json");
    assertTrue(list.contains("\"left-out\":[\"media/talk.ogg\"]"), list);
  }
}
