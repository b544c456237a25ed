package rahnamo.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rahnamo.cli.Run;

/** The search page with the engine and the index that readers have. */
@Tag("browser")
@ExtendWith(Shared.class)
class FindingTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "tg, шиносномаамро гум кардам, rights/lost-passport.html",
    "tg, шиноснома, rights/lost-passport.html",
    "tg, паспорта, rights/lost-passport.html",
    "ru, потерял паспорт, rights/lost-passport.html",
    "ru, паспортт, rights/lost-passport.html",
    "uz, pasportimni yoʻqotdim, rights/lost-passport.html",
    "uz, паспортимни йуқотдим, rights/lost-passport.html",
    "uz-cyrl, pasportim yoqoldi, rights/lost-passport.html"
  })
  void readersFindTheArticleFromTheDiskAndFromAHost(
      String language, String words, String article, BrowserSession browser, BuiltSite site) {
    String path = language + "/search.html";
    for (String address : List.of(site.file(path), site.hosted(path))) {
      try (var open = browser.open(address, View.PHONE)) {
        Page page = open.page();
        page.fill("#query", words);
        page.waitForSelector("#results li");
        page.waitForSelector("#results li p mark");
        List<?> links =
            (List<?>)
                page.evaluate(
                    "[].slice.call(document.querySelectorAll('#results a'), 0, 5).map(a => a.href)");
        assertTrue(
            links.stream().anyMatch(link -> link.toString().endsWith(language + "/" + article)),
            () -> words + ": " + links);
        assertEquals(List.of(), open.complaints());
      }
    }
  }

  /** No complaint means, too, that no index of another language was asked for. */
  @ParameterizedTest
  @CsvSource({"tg, шиноснома", "ru, паспорт", "all, шиноснома"})
  void unpackedPackFindsWhatTheSiteFinds(
      String series, String words, BrowserSession browser, BuiltSite site) throws IOException {
    Path unpacked = folder.resolve("unpacked");
    site.unpack(series, unpacked);
    String language = series.equals("all") ? "tg" : series;
    List<String> found = new ArrayList<>();
    for (Path place : List.of(site.folder(), unpacked)) {
      try (var open = browser.open(place.resolve(language + "/search.html"), View.PHONE)) {
        Page page = open.page();
        page.fill("#query", words);
        page.waitForSelector("#results li");
        page.waitForFunction(
            "() => [].every.call(document.querySelectorAll('.passage'), p => p.textContent)");
        found.add(page.textContent("#results"));
        assertEquals(List.of(), open.complaints());
      }
    }
    assertEquals(found.get(0), found.get(1));
  }

  @Test
  void noTextIsAnError(BrowserSession browser, BuiltSite site) {
    List<String> hostile =
        List.of(
            "кор ".repeat(2_500),
            "+ - : ~ ^ *",
            "😀 🏳️‍🌈",
            "\u0000\u0001",
            "\u202eпатент \u05d0");
    try (var open = browser.open(site.file("ru/search.html"), View.PHONE)) {
      for (String words : hostile) {
        open.page().fill("#query", words);
        open.page().press("#query", "Enter");
        open.page().fill("#query", "паспорт");
        open.page().waitForSelector("#results li");
      }
      assertEquals(List.of(), open.complaints());
    }
  }

  @Test
  void awkwardArticlesAreFound(BrowserSession browser) throws IOException {
    write(
        "site.yml",
        "title: {ru: Сайт, tg: Сомона}\nbase-url: https://example.org/\nlanguages: [ru, tg]\nsections: [work]\n");
    article("one", "Два патента", "Первый текст о деньгах.");
    article("two", "Два патента", "Второй текст о деньгах.");
    article("empty", "Пустота", "***");
    Path output = folder.resolve("site");
    assertEquals("", Run.build(folder.resolve("content"), output).err());

    assertEquals(Set.of("one.html", "two.html"), found(browser, output, "ru", "патент"));
    assertEquals(Set.of("empty.html"), found(browser, output, "ru", "пустота"));
    assertEquals(Set.of(), found(browser, output, "tg", "калима"));
  }

  @Test
  void missingAndBrokenShardsAreToldAndTheRestServes(BrowserSession browser) throws IOException {
    write(
        "site.yml",
        "title: {ru: Сайт}\nbase-url: https://example.org/\nlanguages: [ru]\nsections: [work]\n");
    for (int i = 0; i < 40; i++) {
      var text = new StringBuilder("Общее слово.");
      for (int word = 0; word < 400; word++) {
        text.append(' ').append(word(i * 400 + word));
      }
      article("a" + i, "Статья " + word(i), text.toString());
    }
    Path output = folder.resolve("site");
    assertEquals("", Run.build(folder.resolve("content"), output).err());
    List<Path> shards = shards(output);
    assertTrue(shards.size() > 4, shards::toString);
    Files.delete(shardWith(shards, word(1)));
    Files.writeString(shardWith(shards, word(19)), "rahnamo.shard({");

    try (var open = browser.open(output.resolve("ru/search.html"), View.PHONE)) {
      Page page = open.page();
      for (String unknown : List.of(word(1), word(19))) {
        page.fill("#query", unknown + " общее");
        page.waitForSelector("#trouble:not([hidden])");
        assertTrue(page.textContent("#trouble").contains("Часть поиска не загрузилась"));
        assertEquals(10, page.locator("#results li").count());
        page.fill("#query", "общее");
        page.waitForFunction("() => document.getElementById('trouble').hidden");
        assertEquals(10, page.locator("#results li").count());
      }
    }
  }

  private Set<String> found(BrowserSession browser, Path output, String language, String words) {
    try (var open = browser.open(output.resolve(language + "/search.html"), View.PHONE)) {
      Page page = open.page();
      page.fill("#query", words);
      page.waitForFunction("() => document.getElementById('found').textContent !== ''");
      List<?> links =
          (List<?>)
              page.evaluate(
                  "[].map.call(document.querySelectorAll('#results a'), a => a.href.split('/').pop())");
      assertEquals(List.of(), open.complaints());
      var names = new TreeSet<String>();
      links.forEach(link -> names.add(link.toString()));
      return names;
    }
  }

  /** A word of six letters that no ending is stripped from. */
  private static String word(int number) {
    var word = new StringBuilder();
    for (int rest = number, i = 0; i < 3; i++, rest /= 20) {
      word.append("бвгджзклмнпрстфхцчшщ".charAt(rest % 20)).append('о');
    }
    return word.append('к').toString();
  }

  private static List<Path> shards(Path output) throws IOException {
    try (Stream<Path> files = Files.list(output.resolve("search/ru"))) {
      return files.filter(file -> file.getFileName().toString().startsWith("s")).sorted().toList();
    }
  }

  private static Path shardWith(List<Path> shards, String text) throws IOException {
    for (Path shard : shards) {
      if (Files.exists(shard) && Files.readString(shard).contains("\\n" + text + " ")) {
        return shard;
      }
    }
    throw new IOException("no shard has " + text);
  }

  private void article(String slug, String title, String text) throws IOException {
    write("ru/work/" + slug + ".md", "---\ntitle: " + title + "\n---\n\n" + text + "\n");
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve("content").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
