package rahnamo.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which files of a site are in which pack. */
class PackSelectionTest {

  private static final List<String> SITE =
      List.of(
          ".well-known/security.txt",
          "404.html",
          "CNAME",
          "app/rahnamo.apk",
          "assets/style.0a1b2c3d.css",
          "index.html",
          "manifest.webmanifest",
          "media/card.png",
          "packs/index.html",
          "packs/packs.json",
          "qr/site.svg",
          "robots.txt",
          "ru/feed.xml",
          "ru/index.html",
          "ru/life/food.html",
          "ru/search.html",
          "ru/work/patent.html",
          "search/ru/index.json",
          "search/ru/terms-0.js",
          "search/tg/terms-0.js",
          "sitemap.xml",
          "sw.js",
          "tg/index.html",
          "tg/life/food.html",
          "tg/work/patent.html");

  @Test
  void wholePackLeavesOutWhatHostsNeed() {
    assertEquals(
        List.of(
            ".well-known/security.txt",
            "404.html",
            "assets/style.0a1b2c3d.css",
            "index.html",
            "manifest.webmanifest",
            "media/card.png",
            "ru/index.html",
            "ru/life/food.html",
            "ru/search.html",
            "ru/work/patent.html",
            "search/ru/terms-0.js",
            "search/tg/terms-0.js",
            "tg/index.html",
            "tg/life/food.html",
            "tg/work/patent.html"),
        taken(new PackSelection("a", List.of("tg", "ru"), List.of(), List.of()), ""));
  }

  @Test
  void packOfALanguageHasNoOther() {
    assertEquals(
        List.of(
            "search/tg/terms-0.js", "tg/index.html", "tg/life/food.html", "tg/work/patent.html"),
        taken(new PackSelection("a", List.of("tg"), List.of("ru"), List.of()), "tg|ru|search"));
  }

  @Test
  void packOfASectionHasNoSearchOverAll() {
    assertEquals(
        List.of("ru/index.html", "ru/work/patent.html"),
        taken(
            new PackSelection("a", List.of("ru"), List.of("tg"), List.of("life")), "tg|ru|search"));
  }

  private static List<String> taken(PackSelection selection, String folders) {
    Stream<String> taken = SITE.stream().filter(selection::takes);
    return taken.filter(path -> folders.isEmpty() || path.matches("(" + folders + ")/.*")).toList();
  }
}
