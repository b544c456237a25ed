package rahnamo.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import freemarker.core.HTMLOutputFormat;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFormatTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<",
        "a & b",
        "<a href=\"x\">o'y</a>",
        "«Ҳуқуқ» & ҷ",
        "&&'\"<>",
        "=;\n\t\u0001"
      })
  void textIsEscapedAsTheLibraryDoesIt(String text) throws Exception {
    var out = new StringWriter();

    PageFormat.INSTANCE.output(text, out);

    assertEquals(HTMLOutputFormat.INSTANCE.escapePlainText(text), out.toString());
  }

  @Test
  void markupStaysAsItIs() throws Exception {
    var out = new StringWriter();

    PageFormat.INSTANCE.output(PageFormat.INSTANCE.fromMarkup("<b>&amp;</b>"), out);

    assertEquals("<b>&amp;</b>", out.toString());
  }
}
