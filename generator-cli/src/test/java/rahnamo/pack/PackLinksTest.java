package rahnamo.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links of pages in a pack that lacks a part of the site. */
class PackLinksTest {

  private static final Set<String> IN_SITE =
      Set.of(
          "index.html",
          "ru/index.html",
          "ru/life/food.html",
          "tg/feed.xml",
          "tg/index.html",
          "tg/life/food.html",
          "tg/not-in-pack.html",
          "tg/work/patent.html",
          "ru/not-in-pack.html");

  private static final Set<String> IN_PACK =
      Set.of("index.html", "tg/index.html", "tg/life/food.html", "tg/not-in-pack.html");

  private static String inPack(String path, String html) {
    var links = new PackLinks(IN_SITE, IN_PACK, "tg");
    byte[] page = links.inPack(path, html.getBytes(StandardCharsets.UTF_8));
    return new String(page, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "tg/life/food.html, ../../ru/life/food.html, ../not-in-pack.html",
    "tg/life/food.html, ../work/patent.html#pay, ../not-in-pack.html",
    "tg/index.html, work/patent.html, not-in-pack.html",
    "tg/index.html, feed.xml, not-in-pack.html",
    "index.html, ru/index.html, tg/not-in-pack.html"
  })
  void linkToWhatIsLeftOutLeadsToTheNotice(String page, String href, String expected) {
    assertEquals(
        "<p>тоҷикӣ <a class=\"x\" href=\"" + expected + "\">ҷавоб</a>",
        inPack(page, "<p>тоҷикӣ <a class=\"x\" href=\"" + href + "\">ҷавоб</a>"));
  }

  @ParameterizedTest
  @CsvSource({
    "tg/life/food.html, ../index.html",
    "tg/life/food.html, #part",
    "tg/life/food.html, https://example.org/ru/index.html",
    "tg/life/food.html, tel:112",
    "tg/life/food.html, ../../../ru/index.html",
    "tg/life/food.html, nowhere.html",
    "index.html, /ru/index.html"
  })
  void otherLinksStay(String page, String href) {
    String html = "<a href=\"" + href + "\">1</a><link href=\"" + href + "\">";
    assertEquals(html, inPack(page, html));
  }

  @Test
  void onlyLinksOfReadersAreChanged() {
    String html = "<link href=\"feed.xml\"><p data-href=\"feed.xml\"> href=\"feed.xml\"</p>";
    assertEquals(html, inPack("tg/index.html", html));
    assertEquals("<a href=\"", inPack("tg/index.html", "<a href=\""));
    assertEquals("<a >", inPack("tg/index.html", "<a >"));
  }

  @Test
  void pageWithoutNoticeStays() {
    byte[] page = "<a href=\"ru/index.html\">".getBytes(StandardCharsets.UTF_8);
    var links = new PackLinks(Set.of("index.html", "ru/index.html"), Set.of("index.html"), "tg");
    assertSame(page, links.inPack("index.html", page));
  }

  @Test
  void searchAsksNoIndexThatIsLeftOut() {
    String also = " data-also=\"ru\" data-also-index=\"../search/x/\" data-also-base=\"../x/\"";
    String page = "<form data-index=\"a\"" + also + " data-count=\"x\">";
    assertEquals("<form data-index=\"a\" data-count=\"x\">", inPack("tg/search.html", page));
    assertEquals(page, inPack("tg/life/food.html", page));
    var links = new PackLinks(Set.of(), Set.of("search/ru/index.js"), "tg");
    byte[] asked = page.getBytes(StandardCharsets.UTF_8);
    assertSame(asked, links.inPack("tg/search.html", asked));
  }

  @Test
  void mediaOfAPageAreFound() {
    var media = new TreeSet<String>();
    String html =
        "<img src=\"../../media/a/card.png\" alt=\"media/\"><audio src=\"../../media/b.mp3\">"
            + "<a href=\"../../media/c.pdf#2\">";
    PackLinks.collectMedia("tg/life/food.html", html.getBytes(StandardCharsets.UTF_8), media);
    assertEquals(Set.of("media/a/card.png", "media/b.mp3", "media/c.pdf"), without(media));
  }

  private static Set<String> without(Set<String> media) {
    media.removeIf(path -> path.endsWith("/"));
    return media;
  }
}
