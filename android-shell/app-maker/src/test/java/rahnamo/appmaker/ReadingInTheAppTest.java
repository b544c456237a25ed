package rahnamo.appmaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rahnamo.app.page.ColourScheme;
import rahnamo.app.page.PageServer;
import rahnamo.app.text.AppLanguage;
import rahnamo.app.text.Texts;
import rahnamo.pack.format.PackFile;

/** A site as the app shows it: from a pack, by the app's own server, in the engine of WebViews. */
@Tag("browser")
class ReadingInTheAppTest {

  @TempDir private static Path folder;
  private static Path built = Path.of("");

  @BeforeAll
  static void buildPack() throws Exception {
    var workshop = new Workshop(folder);
    workshop.writeSite();
    built = workshop.pack();
  }

  /** What a test does with the open pack. */
  private interface Reader {
    void read(PackFile pack, PageServer server, EmulatedWebView view) throws Exception;
  }

  private static void read(ColourScheme scheme, Reader reader) throws Exception {
    read(built, scheme, reader);
  }

  private static void read(Path file, ColourScheme scheme, Reader reader) throws Exception {
    try (PackFile pack = PackFile.open(file.toFile())) {
      var server = new PageServer(pack, true, scheme, Texts.of(AppLanguage.RU));
      try (var view = new EmulatedWebView(server, true, folder)) {
        reader.read(pack, server, view);
      }
    }
  }

  @Test
  void everyPageOpensWithoutAComplaint() throws Exception {
    assertEveryPageOpens(built, 5);
  }

  @Test
  void everyPageOfTheSiteInThisRepositoryOpensWithoutAComplaint() throws Exception {
    Path content = Path.of("..", "..", "content").toRealPath();
    var workshop = new Workshop(Files.createDirectory(folder.resolve("real")));
    workshop.run("build", "--date", "2026-11-25", "--content", content.toString()).requireDone();
    assertEveryPageOpens(workshop.builtPack("migrant-tg-"), 30);
  }

  private static void assertEveryPageOpens(Path file, int least) throws Exception {
    read(
        file,
        ColourScheme.LIGHT,
        (pack, server, view) -> {
          Page page = view.open();
          int pages = 0;
          for (String name : pack.names()) {
            if (name.endsWith(".html") && !name.equals("404.html")) {
              page.navigate(PageServer.ORIGIN + "/" + name);
              pages++;
            }
          }
          assertTrue(pages > least, pages + " pages");
          assertEquals(List.of(), view.complaints());
          assertEquals(Set.of("control"), view.closeAndListHosts());
        });
  }

  @Test
  void searchFindsAndLeadsToTheArticle() throws Exception {
    read(
        ColourScheme.LIGHT,
        (pack, server, view) -> {
          Page page = view.open();
          page.navigate(PageServer.ORIGIN + "/ru/search.html");
          page.locator("#query").fill("патента");
          page.locator("#results a").first().waitFor();
          page.locator("#results a").first().click();
          page.waitForURL(PageServer.ORIGIN + "/ru/work/patent.html*");
          assertEquals(List.of(), view.complaints());
        });
  }

  @Test
  void chosenSchemeCountsWhateverTheWebViewSays() throws Exception {
    String light = background(ColourScheme.LIGHT);
    String dark = background(ColourScheme.DARK);

    assertTrue(brightness(light) > 200, light);
    assertTrue(brightness(dark) < 60, dark);
  }

  private static String background(ColourScheme scheme) throws Exception {
    var found = new String[1];
    read(
        scheme,
        (pack, server, view) -> {
          Page page = view.open();
          page.navigate(server.startPage("ru"));
          found[0] =
              String.valueOf(
                  page.evaluate(
                      "[document.body, document.documentElement].map(e =>"
                          + " getComputedStyle(e).backgroundColor).filter(c =>"
                          + " c !== 'rgba(0, 0, 0, 0)')[0]"));
        });
    return String.valueOf(found[0]);
  }

  private static int brightness(String rgb) {
    String[] parts = rgb.replaceAll("[^0-9,]", "").split(",", -1);
    return (Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]) + Integer.parseInt(parts[2]))
        / 3;
  }

  @Test
  void pageThatIsNotThereIsSaidInTheReadersLanguage() throws Exception {
    read(
        ColourScheme.LIGHT,
        (pack, server, view) -> {
          Page page = view.open();
          page.navigate(PageServer.ORIGIN + "/ru/nothing.html");
          assertTrue(page.content().contains("Этой страницы в пакете нет"), page.content());
        });
  }
}
