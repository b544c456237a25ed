package rahnamo.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the head of a page keeps in a pack. */
class PackHeadTest {

  private static final String KEPT =
      """
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'">
      <title>1 > 2</title>
      <meta name="robots" content="noindex">
      <meta name="color-scheme" content="light dark">
      <link rel="stylesheet" href="a.css">
      <link rel="alternate stylesheet" href="b.css">
      <script src="a.js" defer></script>
      """;

  @Test
  void whatReadersNeedStays() {
    String page = "<html><head>\n" + KEPT + "</head><body>text</body></html>";
    assertSame(page, PackHead.lean(page));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<link rel=\"canonical\" href=\"https://example.org/\">\n",
        "<link rel=\"alternate\" hreflang=\"tg\" href=\"https://example.org/?a>b\">\n",
        "<meta property=\"og:title\" content=\"1 > 2 'x\">\n",
        "<meta name=\"description\" content='\"'>\n",
        "<meta name=\"theme-color\" content=\"#fff\">",
        "<script type=\"application/ld+json\">{\"a\":\"<b>\"}</script>\n"
      })
  void whatTheNetworkLooksAtGoes(String furniture) {
    String end = "</head><body><p>" + furniture + "</p></body>";
    assertEquals("<head>" + KEPT + end, PackHead.lean("<head>" + furniture + KEPT + end));
    assertEquals("<head>" + KEPT + end, PackHead.lean("<head>" + KEPT + furniture + end));
  }

  @Test
  void pageWithoutAHeadStays() {
    assertEquals("<meta name=\"description\">", PackHead.lean("<meta name=\"description\">"));
  }
}
