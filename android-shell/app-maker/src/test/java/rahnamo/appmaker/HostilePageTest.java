package rahnamo.appmaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rahnamo.app.page.ColourScheme;
import rahnamo.app.page.PageServer;
import rahnamo.app.text.AppLanguage;
import rahnamo.app.text.Texts;
import rahnamo.pack.format.PackFile;
import rahnamo.pack.format.SamplePack;

/** A page that tries to reach the network and the phone in every way that a page knows. */
@Tag("browser")
class HostilePageTest {

  @TempDir private Path folder;

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = HostilePageTest.class.getResourceAsStream("/hostile/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private PackFile pack() throws Exception {
    var pack = SamplePack.numbered(1);
    for (String name : List.of("hostile.html", "hostile.js", "refresh.html", "picture.svg")) {
      pack.with(name, resource(name));
    }
    return PackFile.open(pack.writeTo(folder.resolve("pack.zip")));
  }

  private static PageServer server(PackFile pack, boolean isTrusted) {
    return new PageServer(pack, isTrusted, ColourScheme.LIGHT, Texts.of(AppLanguage.EN));
  }

  @Test
  void strangersPageReachesNothingAndLooksNoHostUp() throws Exception {
    try (PackFile pack = pack();
        var view = new EmulatedWebView(server(pack, false), false, folder)) {
      Page page = view.open();
      for (String name : List.of("hostile.html", "refresh.html", "picture.svg")) {
        page.navigate(PageServer.ORIGIN + "/" + name);
        // Longer than the second after which the page wants to be somewhere else.
        page.waitForTimeout(1500);
        assertEquals(PageServer.ORIGIN + "/" + name, page.url());
      }

      assertAllRefused(view);
      assertEquals(Set.of("control"), view.closeAndListHosts());
    }
  }

  @Test
  void evenThePublishersScriptLoadsNothingFromOutside() throws Exception {
    try (PackFile pack = pack();
        var view = new EmulatedWebView(server(pack, true), true, folder)) {
      Page page = view.open();
      page.navigate(PageServer.ORIGIN + "/hostile.html");
      String reached = "";
      for (int i = 0; i < 40 && reached.isEmpty(); i++) {
        page.waitForTimeout(500);
        reached = attribute(page, "data-reached");
      }

      assertEquals("nothing", reached);
      assertEquals("", attribute(page, "data-inline"), "an inline script ran");
      assertAllRefused(view);
      // Chromium connects for these three before it asks the policy, and sends nothing.
      var early = new TreeSet<>(Set.of("control", "form", "iframe", "window"));
      Set<String> hosts = view.closeAndListHosts();
      assertTrue(early.containsAll(hosts) && hosts.contains("control"), hosts.toString());
    }
  }

  /** Not by a locator, which would wait for the end of what the page began. */
  private static String attribute(Page page, String name) {
    return String.valueOf(
        page.evaluate("name => document.documentElement.getAttribute(name) || ''", name));
  }

  /** What got as far as the app was not answered with a file. */
  private static void assertAllRefused(EmulatedWebView view) {
    for (String complaint : view.complaints()) {
      assertTrue(
          complaint.matches("(?s)(FORBIDDEN|leads to|error:|warning:|info:|log:).*"), complaint);
    }
  }
}
