package rahnamo.render;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import java.io.IOException;
import java.io.Writer;

/**
 * HTML as templates write it. The library asks each text for each of its characters with a call of
 * its own, which takes a twelfth of the time of a build; this looks at them in an array.
 */
final class PageFormat extends HTMLOutputFormat {

  static final PageFormat INSTANCE = new PageFormat();

  private PageFormat() {}

  @Override
  public void output(String text, Writer out) throws IOException {
    char[] chars = text.toCharArray();
    int start = 0;
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      if (c <= '>') {
        String entity = entity(c);
        if (!entity.isEmpty()) {
          out.write(chars, start, i - start);
          out.write(entity);
          start = i + 1;
        }
      }
    }
    out.write(chars, start, chars.length - start);
  }

  /** The same as the library's. */
  private static String entity(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> "";
    };
  }

  @Override
  protected TemplateHTMLOutputModel newTemplateMarkupOutputModel(String plainText, String markup) {
    return new Markup(plainText, markup);
  }

  /** Text that is HTML already. */
  private static final class Markup extends TemplateHTMLOutputModel {

    Markup(String plainText, String markup) {
      super(plainText, markup);
    }

    @Override
    public HTMLOutputFormat getOutputFormat() {
      return INSTANCE;
    }
  }
}
