package rahnamo.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.pipeline.BuildPipeline;
import rahnamo.pipeline.BuildRequest;
import rahnamo.site.PublicationRules;

/** The search page in all its states, with an engine that answers what the test asks for. */
@Tag("browser")
@ExtendWith(Shared.class)
class SearchPageTest {

  @TempDir private static Path folder;

  @BeforeAll
  static void build() throws IOException {
    Path content = folder.resolve("content");
    EveryKindOfPage.write(content, "https://example.org/");
    var rules = new PublicationRules(LocalDate.of(2026, 11, 24), false, false);
    Path theme = EveryKindOfPage.resources().resolve("search-theme");
    var diagnostics = new Diagnostics();
    new BuildPipeline(
            new BuildRequest(
                content,
                folder.resolve("site"),
                Optional.of(theme),
                rules,
                true,
                Optional.empty(),
                2),
            diagnostics)
        .build();
    assertFalse(diagnostics.hasErrors());
  }

  private static String address(String path) {
    return folder.resolve("site").toUri() + path;
  }

  private static OpenPage open(BrowserSession browser, String path) {
    return browser.open(address(path), View.PHONE);
  }

  private static void type(Page page, String words) {
    page.fill("#query", words);
  }

  private static void waitFor(Page page, String words) {
    page.waitForFunction(
        "words => document.getElementById('found').textContent.indexOf(words) >= 0", words);
  }

  @Test
  void typingFindsAndTellsHowMuch(BrowserSession browser) {
    try (var open = open(browser, "ru/search.html")) {
      Page page = open.page();
      assertEquals("query", page.evaluate("document.activeElement.id"));
      type(page, "хлопок");
      waitFor(page, "Найдено статей: 12");
      assertEquals(10, page.locator("#results li").count());
      assertEquals("хлопок 0", page.textContent("#results a"));
      assertEquals("хлопок", page.textContent("#results a mark"));
      assertEquals(
          address("ru/rights/detention.html"),
          page.evaluate("document.querySelector('#results a').href"));
      assertEquals(address("ru/search.html#q=%D1%85%D0%BB%D0%BE%D0%BF%D0%BE%D0%BA"), page.url());
      assertEquals("tg", page.getAttribute("#results li:nth-child(3)", "lang"));
      assertFalse(page.isVisible("#elsewhere"));
      page.click("#more button");
      assertEquals(12, page.locator("#results li").count());
      assertEquals("хлопок 10", page.evaluate("document.activeElement.textContent"));
      assertFalse(page.isVisible("#more"));
      assertEquals(List.of(), open.complaints());
    }
  }

  @Test
  void textOfResultsIsNeverTakenForHtml(BrowserSession browser) {
    try (var open = open(browser, "ru/search.html#q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")) {
      waitFor(open.page(), "12");
      assertEquals(0, open.page().locator("main img").count());
      assertEquals("<img src=x onerror=alert(1)> 0", open.page().textContent("#results a"));
      open.page().waitForSelector("#results li:last-child .passage mark");
      assertEquals("two", open.page().textContent("#results .passage mark"));
      assertEquals(List.of(), open.complaints());
    }
  }

  @Test
  void questionInTheAddressIsAskedAndAStrangeOneIsHarmless(BrowserSession browser) {
    try (var open = open(browser, "tg/search.html#q=%E0%A4%A")) {
      assertEquals("", open.page().inputValue("#query"));
      open.page().evaluate("location.hash = '#q=kor'");
      waitFor(open.page(), "12");
      assertEquals("kor", open.page().inputValue("#query"));
      open.page().evaluate("location.hash = '#content'");
      assertTrue(open.page().isVisible("#elsewhere"));
      assertEquals(List.of(), open.complaints());
    }
  }

  @Test
  void nothingFoundOffersOtherHelp(BrowserSession browser) {
    try (var open = open(browser, "uz/search.html#q=nothing")) {
      Page page = open.page();
      waitFor(page, "«nothing»");
      assertTrue(page.isVisible("#hint"));
      assertTrue(page.isVisible("#elsewhere a[href='a-z.html']"));
      assertTrue(page.isVisible("#elsewhere a[href='contacts.html']"));
      assertTrue(page.locator("#elsewhere a[href^='tel:']").count() >= 2);
      assertTrue(page.isVisible("#elsewhere a[href='tel:112']"));
    }
  }

  @Test
  void secondLanguageIsSearchedToo(BrowserSession browser) {
    try (var open = open(browser, "tg/search.html#q=kor")) {
      Page page = open.page();
      page.waitForSelector("#also:not([hidden])");
      assertEquals(3, page.locator("#also li").count());
      assertEquals("ru", page.getAttribute("#also", "lang"));
      assertEquals(
          address("ru/rights/detention.html"),
          page.evaluate("document.querySelector('#also a').href"));
      assertEquals(
          List.of("tg ../search/tg/", "ru ../search/ru/"), page.evaluate("rahnamo.opened"));
    }
    try (var open = open(browser, "ru/search.html#q=kor")) {
      waitFor(open.page(), "12");
      assertEquals(0, open.page().locator("#also").count());
    }
  }

  @Test
  void missingPartsAreTold(BrowserSession browser) {
    try (var open = open(browser, "ru/search.html#q=missing")) {
      waitFor(open.page(), "1");
      assertTrue(open.page().textContent("#trouble").contains("Часть поиска не загрузилась"));
      assertEquals(1, open.page().locator("#results li").count());
      type(open.page(), "kor");
      waitFor(open.page(), "12");
      assertFalse(open.page().isVisible("#trouble"));
      type(open.page(), "throw");
      open.page().waitForSelector("#trouble:not([hidden])");
      assertTrue(open.page().textContent("#trouble").contains("Поиск не загрузился"));
      assertTrue(open.page().isVisible("#elsewhere"));
    }
  }

  @Test
  void lateAnswerToAnOlderQuestionIsDropped(BrowserSession browser) {
    try (var open = open(browser, "ru/search.html#q=slow")) {
      type(open.page(), "fast");
      waitFor(open.page(), "12");
      open.page().waitForTimeout(500);
      assertEquals("fast 0", open.page().textContent("#results a"));
      assertEquals(List.of("ru slow false", "ru fast true"), open.page().evaluate("rahnamo.asked"));
    }
  }

  @Test
  void keysLeadFromTheBoxThroughTheResultsAndBack(BrowserSession browser) {
    try (var open = open(browser, "ru/search.html")) {
      Page page = open.page();
      page.keyboard().insertText("kor");
      page.keyboard().press("Enter");
      assertEquals("kor 0", page.evaluate("document.activeElement.textContent"));
      assertEquals(List.of("ru kor false"), page.evaluate("rahnamo.asked"));
      page.keyboard().press("ArrowDown");
      assertEquals("kor 1", page.evaluate("document.activeElement.textContent"));
      page.keyboard().press("ArrowUp");
      page.keyboard().press("ArrowUp");
      assertEquals("query", page.evaluate("document.activeElement.id"));
      type(page, "");
      page.waitForSelector("#elsewhere:not([hidden])");
      assertEquals("", page.textContent("#found"));
      assertEquals(address("ru/search.html#"), page.url());
    }
  }

  @Test
  void everyStateIsAccessibleAndFitsTheScreen(BrowserSession browser) {
    var found = new ArrayList<String>();
    try (var open = browser.window(View.PHONE.wide(320))) {
      for (String language : BuiltSite.LANGUAGES) {
        for (String state : List.of("", "kor", "nothing", "missing", "throw")) {
          open.page().navigate("about:blank");
          open.page()
              .navigate(
                  address(language + "/search.html" + (state.isEmpty() ? "" : "#q=" + state)));
          open.page().waitForFunction("document.readyState === 'complete'");
          String place = language + " " + state;
          Axe axe = Axe.in(open.page());
          found.addAll(axe.all(place));
          open.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
          found.addAll(axe.only(List.of("color-contrast"), place + " dark"));
          open.page()
              .emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
          assertEquals(320, open.page().evaluate("document.documentElement.scrollWidth"), place);
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void withoutScriptsThePageLeadsToTheLists(BrowserSession browser) {
    try (var open = browser.open(address("ru/search.html"), View.PHONE.withoutScripts())) {
      assertTrue(open.page().isVisible("noscript .notice"));
      assertFalse(open.page().isVisible("#query"));
      assertTrue(open.page().isVisible("#elsewhere a[href='a-z.html']"));
    }
  }

  @Test
  void everyPageLeadsToTheSearchAndOnlyItsPageLoadsTheScripts(BrowserSession browser)
      throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("site/ru"))) {
      for (Path page : all.filter(path -> path.toString().endsWith(".html")).toList()) {
        String html = Files.readString(page);
        boolean isSearch = page.endsWith("search.html");
        boolean isRedirect = html.contains("http-equiv=\"refresh\"");
        assertEquals(!isRedirect, html.contains("search.html"), page.toString());
        assertEquals(isSearch, html.contains("assets/search."), page.toString());
      }
    }
  }
}
