package rahnamo.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("browser")
class BrowserSessionTest {

  private static BrowserSession browser;

  @TempDir private Path folder;

  @BeforeAll
  static void startBrowser() {
    browser = BrowserSession.start();
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  @Test
  void pageOpensFromTheDiskAndItsScriptRuns() throws IOException {
    Path file = page("<p id=p>1</p><script>document.getElementById('p').textContent = 2</script>");

    try (var open = browser.open(file, View.PHONE)) {
      assertEquals("2", open.page().textContent("#p"));
      assertEquals(360, open.page().evaluate("window.innerWidth"));
      assertEquals(List.of(), open.complaints());
      assertEquals(List.of(file.toUri().toString()), open.requests());
    }
  }

  @Test
  void scriptDoesNotRunWhenScriptsAreOff() throws IOException {
    Path file = page("<p id=p>1</p><script>document.getElementById('p').textContent = 2</script>");

    try (var open = browser.open(file, View.PHONE.withoutScripts())) {
      assertEquals("1", open.page().textContent("#p"));
    }
  }

  @Test
  void darkColoursAreAskedFor() throws IOException {
    Path file = page("<p>text</p>");

    try (var open = browser.open(file, View.DESKTOP.dark())) {
      assertEquals(
          true, open.page().evaluate("matchMedia('(prefers-color-scheme: dark)').matches"));
    }
  }

  @Test
  void everyComplaintIsHeard() throws IOException {
    Path file = page("<script>console.log('heard'); throw new Error('thrown')</script>");

    try (var open = browser.open(file, View.PHONE)) {
      assertEquals("log: heard", open.complaints().get(0));
      assertTrue(open.complaints().get(1).startsWith("uncaught: Error: thrown"));
    }
  }

  private Path page(String body) throws IOException {
    String html = "<!doctype html><html lang=en><meta charset=utf-8><title>t</title>" + body;
    return Files.writeString(folder.resolve("page.html"), html);
  }
}
