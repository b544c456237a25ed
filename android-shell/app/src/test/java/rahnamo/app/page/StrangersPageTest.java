package rahnamo.app.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rahnamo.app.text.AppLanguage;
import rahnamo.app.text.Texts;
import rahnamo.pack.format.PackFile;
import rahnamo.pack.format.SamplePack;

class StrangersPageTest {

  @TempDir private Path folder;

  private static String harmless(String page) {
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    return new String(StrangersPage.harmless(bytes), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<iframe src=a>~<x-iframe src=a>",
        "<IFrame/src=a>~<x-IFrame/src=a>",
        "<frame>~<x-frame>",
        "<h:iframe src='a'/>~<x-iframe src='a'/>",
        "<form method=post>~<form action=\"\" method=post>",
        "<link rel=dns-prefetch href=a>~<link rel=\"x\" rel=dns-prefetch href=a>",
        "<link rel=\"stylesheet preconnect\" href=a>~"
            + "<link rel=\"x\" rel=\"stylesheet preconnect\" href=a>",
        "<LINK\trel=preconnect>~<LINK rel=\"x\"\trel=preconnect>",
        "<meta http-equiv=refresh content=0>~<meta http-equiv=\"x\" http-equiv=refresh content=0>",
        "<!ENTITY x 'y'>~<!-ENTITY x 'y'>"
      })
  void whatConnectsIsTakenOut(String page, String expected) {
    assertEquals(expected, harmless(page));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html lang=\"tg\"><meta charset=\"utf-8\"><title>Роҳнамо</title>",
        "<meta name=\"viewport\" content=\"width=device-width\">",
        "<link rel=\"stylesheet\" href=\"../assets/site.css\">",
        "<p>a < b, iframe, <b>form</b> &lt;iframe> <a href=\"x.html\">link</a>",
        "<metadata/><formula><linkage><iframes>"
      })
  void everythingElseStays(String page) {
    assertEquals(page, harmless(page));
  }

  @Test
  void pageThatCouldBeReadInAnotherEncodingIsNotShown() throws Exception {
    assertTrue(StrangersPage.isAmbiguous("<a>".getBytes(StandardCharsets.UTF_16)));
    assertTrue(StrangersPage.isAmbiguous("<a>".getBytes(StandardCharsets.UTF_16LE)));
    assertFalse(StrangersPage.isAmbiguous("\ufeffҒ".getBytes(StandardCharsets.UTF_8)));
    var pack =
        SamplePack.numbered(1)
            .with("wide.html", "<iframe>".getBytes(StandardCharsets.UTF_16))
            .with("frame.svg", "<svg><iframe/></svg>");
    try (var open = PackFile.open(pack.writeTo(folder.resolve("pack.zip")))) {
      var server = new PageServer(open, false, ColourScheme.LIGHT, Texts.of(AppLanguage.EN));
      assertEquals(PageStatus.FORBIDDEN, get(server, "/wide.html").status());
      PageAnswer svg = get(server, "/frame.svg");
      assertEquals("utf-8", svg.encoding());
      assertEquals(
          "<svg><x-iframe/></svg>", new String(svg.body().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static PageAnswer get(PageServer server, String path) {
    return server.answer("GET", PageServer.ORIGIN + path, Map.of());
  }
}
