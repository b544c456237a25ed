package rahnamo.app.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rahnamo.app.text.AppLanguage;
import rahnamo.app.text.Texts;
import rahnamo.pack.format.PackFile;
import rahnamo.pack.format.SamplePack;

class PageServerTest {

  private static final String ORIGIN = PageServer.ORIGIN;

  @TempDir private Path folder;

  private PackFile pack;
  private PageServer server;

  @BeforeEach
  void openPack() throws Exception {
    byte[] large = new byte[(1 << 20) + 100];
    for (int i = 0; i < large.length; i++) {
      large[i] = (byte) ((i * 31) >> 8);
    }
    pack =
        PackFile.open(
            SamplePack.numbered(1)
                .with("media/large.mp3", large)
                .writeTo(folder.resolve("pack.zip")));
    server = server(ColourScheme.LIGHT);
  }

  @AfterEach
  void closePack() throws IOException {
    pack.close();
  }

  private PageServer server(ColourScheme scheme) {
    return new PageServer(pack, true, scheme, Texts.of(AppLanguage.EN));
  }

  private PageAnswer get(String path) {
    return server.answer("GET", ORIGIN + path, Map.of());
  }

  private static String text(PageAnswer answer) throws IOException {
    return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void pageIsServedFromThePack() throws IOException {
    PageAnswer answer = get("/tg/index.html");

    assertEquals(PageStatus.OK, answer.status());
    assertEquals("text/html", answer.mediaType());
    assertEquals("utf-8", answer.encoding());
    assertEquals("<!DOCTYPE html><title>Аввал 1</title>", text(answer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tg/", "/tg/index.html?q=a", "/tg/index.html#part", "/tg/?x#y"})
  void folderQueryAndFragmentLeadToTheFile(String path) throws IOException {
    assertEquals("<!DOCTYPE html><title>Аввал 1</title>", text(get(path)));
  }

  @Test
  void startPageIsThatOfTheLanguageIfThereIsOne() {
    assertEquals(ORIGIN + "/tg/index.html", server.startPage("tg"));
    assertEquals(ORIGIN + "/index.html", server.startPage("ru"));
  }

  @Test
  void soundHasATypeButNoEncoding() {
    PageAnswer answer = get("/media/sound.mp3");

    assertEquals("audio/mpeg", answer.mediaType());
    assertEquals("", answer.encoding());
    assertEquals("bytes", answer.headers().get("Accept-Ranges"));
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=2-4, PARTIAL, bytes 2-4/10",
    "bytes=-3, PARTIAL, bytes 7-9/10",
    "bytes=10-, OUTSIDE, bytes */10"
  })
  void partOfASoundIsDescribed(String range, PageStatus status, String described) {
    PageAnswer answer = server.answer("GET", ORIGIN + "/media/sound.mp3", Map.of("range", range));

    assertEquals(status, answer.status());
    assertEquals(described, answer.headers().get("Content-Range"));
  }

  @Test
  void webViewCanSkipToThePartItself() throws IOException {
    for (String name : new String[] {"/media/sound.mp3", "/media/large.mp3"}) {
      byte[] all = get(name).body().readAllBytes();
      int start = all.length - 7;
      var body =
          server.answer("GET", ORIGIN + name, Map.of("Range", "bytes=" + start + "-")).body();

      assertEquals(all.length, body.available(), name);
      assertEquals(start, body.skip(start), name);
      assertEquals(7, body.available(), name);
      assertEquals(all[start], (byte) body.read(), name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/",
        "https://pack.invalid.example.org/",
        "https://pack.invalid:8443/index.html",
        "https://user@pack.invalid/index.html",
        "http://pack.invalid/index.html",
        "https://pack.invalid",
        "file:///etc/hosts",
        "content://media/external",
        "ws://pack.invalid/",
        "data:text/html,x",
        ""
      })
  void everythingOutsideIsForbidden(String url) {
    assertEquals(PageStatus.FORBIDDEN, server.answer("GET", url, Map.of()).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "get", ""})
  void onlyReadingIsAllowed(String method) {
    PageAnswer answer = server.answer(method, ORIGIN + "/tg/index.html", Map.of());

    assertEquals(PageStatus.FORBIDDEN, answer.status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ru/index.html",
        "/../index.html",
        "//index.html",
        "/tg/../index.html",
        "/TG/index.html",
        "/tg%2Findex.html",
        "/tg\\index.html",
        "/ё.html",
        "/tg/index.html/"
      })
  void whatIsNotInThePackIsMissing(String path) throws IOException {
    PageAnswer answer = get(path);

    assertEquals(PageStatus.NOT_FOUND, answer.status());
    assertTrue(text(answer).contains("This page is not in the pack."));
  }

  @Test
  void damagedFileIsNotShown() throws Exception {
    byte[] bytes = Files.readAllBytes(folder.resolve("pack.zip"));
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    bytes[latin.indexOf("0123456789")] ^= 1;
    Files.write(folder.resolve("bad.zip"), bytes);
    try (PackFile bad = PackFile.open(folder.resolve("bad.zip").toFile())) {
      PageAnswer answer =
          new PageServer(bad, true, ColourScheme.LIGHT, Texts.of(AppLanguage.RU))
              .answer("GET", ORIGIN + "/media/sound.mp3", Map.of());

      assertEquals(PageStatus.DAMAGED, answer.status());
      assertFalse(text(answer).contains("0123456789"));
    }
  }

  @Test
  void styleSheetIsWrittenForTheColourScheme() throws IOException {
    assertEquals("@media (max-width:0) { p { color: #fff } }", text(get("/assets/site.css")));
    PageAnswer dark =
        server(ColourScheme.DARK).answer("GET", ORIGIN + "/assets/site.css", Map.of());
    assertEquals("@media (min-width:0) { p { color: #fff } }", text(dark));
  }

  @Test
  void everyAnswerHasAPolicyWithoutOtherSites() {
    for (String path : new String[] {"/index.html", "/missing.html", "/media/sound.mp3"}) {
      String policy = String.valueOf(get(path).headers().get("Content-Security-Policy"));
      assertTrue(policy.startsWith("default-src 'none'; "), path);
      assertFalse(policy.contains("http") || policy.contains("*"), path);
      assertFalse(policy.contains("script-src 'self' 'unsafe"), path);
    }
  }

  @Test
  void nothingIsSaidThatAWebViewRefuses() {
    for (PageStatus status : PageStatus.values()) {
      assertFalse(status.code() / 100 == 3, "a redirect throws");
      assertTrue(status.reason().matches("[ -~]+"), "an empty or foreign reason throws");
    }
    assertNull(get("/index.html").headers().get("Set-Cookie"));
  }
}
