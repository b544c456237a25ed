package rahnamo.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import rahnamo.cli.Run;

/** A pack that a reader keeps in the browser: read without a network, updated, refused, removed. */
@Tag("browser")
@ExtendWith(Shared.class)
class KeptPackTest {

  @TempDir private Path temp;
  private StaticServer server;

  @BeforeEach
  void start() throws IOException {
    write("site.yml", config());
    content("первая", 11);
    server = StaticServer.start(temp);
    Files.writeString(temp.resolve("passphrase"), "one passphrase for all\n");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String config() {
    return """
    title: {ru: Сайт, tg: Сомона}
    base-url: https://example.org/
    languages: [tg, ru]
    source-language: ru
    sections: [work]
    packs: {name: probe}
    """;
  }

  private void write(String path, String text) throws IOException {
    Path file = temp.resolve("content").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** The site in one of its versions; pictures and search index keep their addresses. */
  private void content(String word, int width) throws IOException {
    for (String language : List.of("tg", "ru")) {
      write(
          language + "/work/patent.md",
          "---\ntitle: Патент\n---\nВерсия " + word + ".\n\n![х](../../media/dot.svg)\n");
    }
    write(
        "media/dot.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\" height=\"9\" width=\""
            + width
            + "\"/>");
  }

  private void build(String date, String... more) {
    var arguments = new ArrayList<>(List.of("build", "--quiet", "--ui-lang", "en", "--date", date));
    arguments.addAll(List.of("--content", temp.resolve("content").toString()));
    arguments.addAll(List.of("--output", temp.resolve("host/site").toString()));
    arguments.addAll(List.of("--passphrase-file", temp.resolve("passphrase").toString()));
    arguments.addAll(List.of(more));
    Run run = Run.of(arguments.toArray(String[]::new));
    assertEquals(0, run.exitCode(), run.err());
  }

  private String makeKeys(String name) {
    Path keys = temp.resolve(name);
    Run run =
        Run.of(
            "keys",
            "init",
            "--keys=" + keys,
            "--date=2026-11-01",
            "--passphrase-file=" + temp.resolve("passphrase"),
            "--root-passphrase-file=" + temp.resolve("passphrase"));
    assertEquals(0, run.exitCode(), run.err());
    return keys.toString();
  }

  private String address(String path) {
    return server.address() + "/host/site/" + path;
  }

  private OpenPage open(BrowserSession browser) {
    return browser.open(address("packs/index.html"), View.PHONE);
  }

  private static void press(Page page, String part) {
    page.click("#tg [data-part=" + part + "] button");
  }

  private static void waitFor(Page page, String words) {
    page.waitForFunction(
        "words => document.querySelector('#tg [data-part=said]').textContent.indexOf(words) >= 0"
            + " && document.querySelector('#tg [data-part=progress]').hidden",
        words);
  }

  private static void keep(Page page) {
    press(page, "keep");
    waitFor(page, "Нигоҳ дошта шуд");
  }

  private void go(Page page, String path) {
    page.navigate("about:blank");
    page.navigate(address(path));
  }

  private static List<?> caches(Page page) {
    return (List<?>) page.evaluate("caches.keys()");
  }

  private static Object registrations(Page page) {
    return page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)");
  }

  /** Waits until what a promise promises is true. */
  private static void waitUntil(Page page, String promise) {
    page.evaluate(
        "() => new Promise(done => (function look() { "
            + promise
            + ".then(isTrue => isTrue ? done() : setTimeout(look, 50)); })())");
  }

  private static String body(Page page) {
    return page.textContent("main");
  }

  /** How wide the picture of the open article is: other versions have other pictures. */
  private static Object pictureWidth(Page page) {
    return page.evaluate(
        "new Promise(done => { const i = new Image(); i.onload = () => done(i.naturalWidth);"
            + " i.onerror = () => done(0); i.src = '../../media/dot.svg?' + Math.random(); })");
  }

  @Test
  void nothingIsRegisteredBeforeAReaderAsks(BrowserSession browser) {
    build("2026-11-24");
    try (var open = open(browser)) {
      Page page = open.page();
      page.waitForSelector("#tg [data-part=keep] button");
      assertFalse(page.isVisible("#tg [data-part=remove]"));
      assertFalse(page.isVisible("#tg [data-part=newer]"));
      assertEquals(List.of(), Axe.in(page).all("offered"));
      go(page, "tg/work/patent.html");
      assertEquals(0, registrations(page));
      assertEquals(List.of(), caches(page));
      assertEquals(List.of(), open.complaints());
    }
    try (var open =
        browser.open(temp.resolve("host/site/packs/index.html").toUri().toString(), View.PHONE)) {
      open.page().waitForTimeout(300);
      assertFalse(open.page().isVisible(".keep"));
      assertEquals(List.of(), open.complaints());
    }
  }

  @Test
  void keptSiteIsReadAndSearchedWithoutANetworkAndRemovedWhole(BrowserSession browser) {
    build("2026-11-24", "--keys", makeKeys("keys"));
    try (var open = open(browser)) {
      Page page = open.page();
      keep(page);
      assertTrue(page.textContent("#tg [data-part=said]").contains("24.11.2026"));
      assertEquals(List.of(), Axe.in(page).all("kept"));
      page.setViewportSize(320, 640);
      assertEquals(320, page.evaluate("document.documentElement.scrollWidth"));
      server.setReachable(false);
      go(page, "tg/work/patent.html");
      assertTrue(body(page).contains("Версия первая"));
      assertEquals(11, pictureWidth(page));
      go(page, "tg/search.html#q=%D0%BF%D0%B5%D1%80%D0%B2%D0%B0%D1%8F");
      page.waitForSelector("#results li .passage mark");
      page.click("#results a");
      page.waitForURL("**/work/patent.html");
      go(page, "ru/work/patent.html");
      assertTrue(page.url().endsWith("tg/not-in-pack.html"), page.url());
      go(page, "");
      assertTrue(page.isVisible(".choices"));
      go(page, "packs/index.html");
      press(page, "remove");
      waitFor(page, "Нест карда шуд");
      assertEquals(List.of(), caches(page));
      assertEquals(0, registrations(page));
      assertEquals(0, page.evaluate("localStorage.length + document.cookie.length"));
    }
  }

  @Test
  void openPageGoesOnWithItsVersionWhileANewOneComes(BrowserSession browser) throws IOException {
    build("2026-11-24", "--keys", makeKeys("keys"));
    try (var open = open(browser)) {
      Page page = open.page();
      keep(page);
      Page old = page.context().newPage();
      old.navigate(address("tg/work/patent.html"));
      Page search = page.context().newPage();
      search.navigate(address("tg/search.html"));

      content("вторая", 22);
      build("2026-11-25", "--keys", temp.resolve("keys").toString());
      go(page, "packs/index.html");
      press(page, "newer");
      waitFor(page, "25.11.2026");

      assertEquals(11, pictureWidth(old));
      search.fill("#query", "вторая");
      search.waitForFunction("() => document.getElementById('found').textContent !== ''");
      assertEquals(0, search.locator("#results li").count());
      search.fill("#query", "первая");
      search.waitForSelector("#results li .passage mark");
      assertEquals(4, caches(page).size(), caches(page).toString());

      server.setReachable(false);
      old.reload();
      assertTrue(body(old).contains("Версия вторая"), body(old));
      assertEquals(22, pictureWidth(old));
      search.close();
      go(page, "tg/index.html");
      waitUntil(page, "caches.keys().then(all => all.length === 3)");
    }
  }

  @Test
  void newVersionComesByItselfNowAndThen(BrowserSession browser) throws IOException {
    build("2026-11-24");
    try (var open = open(browser)) {
      Page page = open.page();
      keep(page);
      content("вторая", 22);
      build("2026-11-25");
      go(page, "tg/work/patent.html");
      page.waitForTimeout(500);
      assertTrue(body(page).contains("Версия первая"));
      page.evaluate(
          "caches.open('rahnamo /host/site/').then(c => c.match('/host/site/.kept').then(r =>"
              + " r.json()).then(r => { r.asked = 0;"
              + " return c.put('/host/site/.kept', new Response(JSON.stringify(r))); }))");
      go(page, "tg/work/patent.html");
      waitUntil(
          page,
          "caches.match('/host/site/.kept').then(r => r.json()).then(r =>"
              + " r.current.created === '2026-11-25')");
      assertTrue(body(page).contains("Версия первая"));
      page.reload();
      assertTrue(body(page).contains("Версия вторая"));
    }
  }

  @Test
  void damagedPackIsRefusedAndTheOldOneStays(BrowserSession browser) throws IOException {
    build("2026-11-24");
    byte[] good = Files.readAllBytes(pack());
    damage();
    try (var open = open(browser)) {
      Page page = open.page();
      press(page, "keep");
      waitFor(page, "вайрон");
      assertEquals(List.of(), caches(page));
      assertEquals(0, registrations(page));

      Files.write(pack(), good);
      keep(page);
      content("вторая", 22);
      build("2026-11-25");
      damage();
      go(page, "packs/index.html");
      press(page, "newer");
      waitFor(page, "вайрон");
      assertEquals(3, caches(page).size());
      server.setReachable(false);
      go(page, "tg/work/patent.html");
      assertTrue(body(page).contains("Версия первая"));
    }
  }

  private Path pack() throws IOException {
    try (Stream<Path> all = Files.list(temp.resolve("host/site/packs"))) {
      return all.filter(file -> file.toString().matches(".*/probe-tg-.*\\.zip")).findFirst().get();
    }
  }

  private void damage() throws IOException {
    byte[] bytes = Files.readAllBytes(pack());
    bytes[bytes.length / 2] ^= 4;
    Files.write(pack(), bytes);
  }

  @Test
  void packOfAnotherPublisherOrOfNobodyIsRefused(BrowserSession browser) throws IOException {
    String keys = makeKeys("keys");
    build("2026-11-24", "--keys", keys);
    try (var open = open(browser)) {
      Page page = open.page();
      keep(page);
      content("вторая", 22);
      for (String other : List.of(makeKeys("others"), temp.resolve("none").toString())) {
        build("2026-11-25", "--keys", other);
        byte[] foreign = Files.readAllBytes(pack());
        build("2026-11-25", "--keys", keys);
        Files.write(pack(), foreign);
        go(page, "packs/index.html");
        press(page, "newer");
        waitFor(page, "ношири сомона насохтааст");
      }
      server.setReachable(false);
      go(page, "tg/work/patent.html");
      assertTrue(body(page).contains("Версия первая"));
    }
  }

  @Test
  void anotherLanguageTakesThePlaceOfTheFirst(BrowserSession browser) {
    build("2026-11-24");
    try (var open = open(browser)) {
      Page page = open.page();
      keep(page);
      page.click("#ru [data-part=keep] button");
      page.waitForFunction(
          "() => document.querySelector('#ru [data-part=said]').textContent.length > 0"
              + " && document.querySelector('#ru [data-part=progress]').hidden");
      assertEquals("", page.textContent("#tg [data-part=said]"));
      assertTrue(page.isVisible("#tg [data-part=keep]"));
      assertTrue(page.isVisible("#ru [data-part=remove]"));
      server.setReachable(false);
      go(page, "ru/work/patent.html");
      assertTrue(body(page).contains("Версия первая"));
      assertEquals(3, caches(page).size());
    }
  }

  @Test
  void olderPackIsRefused(BrowserSession browser) throws IOException {
    build("2026-11-25");
    try (var open = open(browser)) {
      Page page = open.page();
      keep(page);
      content("вторая", 22);
      build("2026-11-24", "--sequence", "7");
      go(page, "packs/index.html");
      press(page, "newer");
      waitFor(page, "кӯҳнатар");
      server.setReachable(false);
      go(page, "tg/work/patent.html");
      assertTrue(body(page).contains("Версия первая"));
    }
  }

  /** The verdicts of pack-format on its own examples, whose rules this browser keeps too. */
  @Test
  void examplesOfTheFormatGetTheSameVerdict(BrowserSession browser) throws IOException {
    Path fixtures =
        Path.of(System.getProperty("basedir", "."))
            .resolve("../pack-format/src/test/resources/rahnamo/pack/format/fixtures");
    build("2026-11-24");
    try (var open = open(browser)) {
      Page page = open.page();
      for (String script : List.of("begin", "inflate", "zip", "trust")) {
        page.evaluate(
            "text => (0, eval)(text)", TestResource.text("/theme/assets/sw/" + script + ".js"));
      }
      page.evaluate(VERDICT);
      page.evaluate("bytes => known(bytes)", base64(fixtures.resolve("good--signed.zip")));
      var wrong = new ArrayList<String>();
      List<String> lines = Files.readAllLines(fixtures.resolve("fixtures.tsv"));
      for (String line : lines) {
        String[] parts = line.split("\t", -1);
        Object found = page.evaluate("bytes => verdict(bytes)", base64(fixtures.resolve(parts[0])));
        if (!parts[1].equals(found)) {
          wrong.add(line + ": " + found);
        }
      }
      assertEquals(List.of(), wrong);
      assertTrue(lines.size() > 150);
    }
  }

  private static final String VERDICT =
      "() => { const bytesOf = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));"
          + "const before = {publisher: '', roots: [], epoch: 0};"
          + "window.known = text => rahnamo.openPack(bytesOf(text), before).then(pack =>"
          + " { before.roots = pack.roots; before.epoch = pack.manifest.epoch; });"
          + "window.verdict = text => Promise.resolve().then(() =>"
          + " rahnamo.openPack(bytesOf(text), before)).then(async pack => {"
          + " for (const file of pack.files) await rahnamo.fileOf(pack, file);"
          + " return !pack.publisher ? 'UNSIGNED' :"
          + " pack.publisher === before.roots[0] ? 'TRUSTED' : 'UNKNOWN_ROOT'; })"
          + ".catch(fault => fault.code ? 'INVALID' : String(fault.stack)); }";

  private static String base64(Path file) throws IOException {
    return java.util.Base64.getEncoder().encodeToString(Files.readAllBytes(file));
  }

  @Test
  void brokenNetworkAndFullPhoneAreToldInWords(BrowserSession browser) {
    build("2026-11-24");
    try (var open = open(browser)) {
      Page page = open.page();
      keep(page);
      press(page, "remove");
      waitFor(page, "Нест карда шуд");
      var quota = new JsonObject();
      quota.addProperty("origin", server.address());
      quota.addProperty("quotaSize", 1000);
      var session = page.context().newCDPSession(page);
      session.send("Storage.overrideQuotaForOrigin", quota);
      press(page, "keep");
      waitFor(page, "Ҷой намерасад");
      quota.remove("quotaSize");
      session.send("Storage.overrideQuotaForOrigin", quota);
      assertEquals(List.of(), caches(page));
      keep(page);
      press(page, "remove");
      waitFor(page, "Нест карда шуд");
      server.setReachable(false);
      press(page, "keep");
      page.waitForFunction(
          "() => /Алоқа канда шуд|нигоҳ дошта натавонист/.test("
              + "document.querySelector('#tg [data-part=said]').textContent)");
    }
  }
}
