package rahnamo.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.parse.Destinations;
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
    if (body.parts().size() == 1 && body.parts().get(0) instanceof HtmlBody.Html html) {
      return new TrustedHtml(html.html());
    }
    return new TrustedHtml(
        body.hasRawHtml()
            ? cleaned(body, language, page, links)
            : joined(body, language, page, links));
  }

  private String joined(HtmlBody body, Language language, Permalink page, PageLinks links)
      throws IOException {
    var out = new StringBuilder();
    for (HtmlBody.Part part : body.parts()) {
      if (part instanceof HtmlBody.Html html) {
        out.append(html.html());
      } else if (part instanceof HtmlBody.Block block) {
        out.append(blocks.render(block, language, page, links));
      }
    }
    return out.toString();
  }

  private String cleaned(HtmlBody body, Language language, Permalink page, PageLinks links)
      throws IOException {
    var out = new StringBuilder();
    var rendered = new ArrayList<String>();
    var addresses = new RawAddresses(new Destinations(links, diagnostics), diagnostics);
    for (HtmlBody.Part part : body.parts()) {
      if (part instanceof HtmlBody.Html html) {
        out.append(RawAddresses.marked(html.html()));
      } else if (part instanceof HtmlBody.RawHtml raw) {
        HtmlCleaner.report(raw, diagnostics);
        addresses.read(raw);
        out.append(RawAddresses.unmarked(raw.html()));
      } else if (part instanceof HtmlBody.Block block) {
        out.append(HtmlCleaner.slot(rendered.size()));
        rendered.add(blocks.render(block, language, page, links));
      }
    }
    return withBlocks(cleaner.clean(out.toString(), addresses), rendered);
  }

  private static String withBlocks(String clean, List<String> rendered) {
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
