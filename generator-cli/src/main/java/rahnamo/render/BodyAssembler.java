package rahnamo.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.parse.HtmlBody;
import rahnamo.site.Permalink;
import rahnamo.text.Language;

/** Puts a body together from its parts, and cleans it if the author wrote HTML of his own. */
final class BodyAssembler {

  private final BlockRenderer blocks;
  private final HtmlCleaner cleaner = new HtmlCleaner();
  private final Diagnostics diagnostics;

  BodyAssembler(BlockRenderer blocks, Diagnostics diagnostics) {
    this.blocks = blocks;
    this.diagnostics = diagnostics;
  }

  TrustedHtml assemble(HtmlBody body, Language language, Permalink page, PageLinks links)
      throws IOException {
    if (body.parts().size() == 1
        && body.rawHtml().isEmpty()
        && body.parts().get(0) instanceof HtmlBody.Html html) {
      return new TrustedHtml(html.html());
    }
    boolean mustClean = !body.rawHtml().isEmpty();
    var out = new StringBuilder();
    var rendered = new ArrayList<String>();
    for (HtmlBody.Part part : body.parts()) {
      if (part instanceof HtmlBody.Html html) {
        out.append(html.html());
      } else if (part instanceof HtmlBody.Block block) {
        String html = blocks.render(block, language, page, links);
        out.append(mustClean ? HtmlCleaner.slot(rendered.size()) : html);
        rendered.add(html);
      }
    }
    return new TrustedHtml(mustClean ? clean(body, out.toString(), rendered) : out.toString());
  }

  private String clean(HtmlBody body, String html, List<String> rendered) {
    cleaner.report(body.rawHtml(), diagnostics);
    String clean = cleaner.clean(html);
    var out = new StringBuilder();
    int from = 0;
    for (int i = 0; i < rendered.size(); i++) {
      String slot = HtmlCleaner.slot(i);
      int at = clean.indexOf(slot, from);
      if (at >= 0) {
        out.append(clean, from, at).append(rendered.get(i));
        from = at + slot.length();
      }
    }
    return out.append(clean, from, clean.length()).toString();
  }
}
