package rahnamo.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Optional;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.site.Permalink;

/**
 * The scripts that keep a pack in a browser: one for the page of packs, and one that works without
 * a page. Neither is in packs, which need neither. Immutable.
 *
 * @param page the address of the script for the page
 * @param pageScript its text
 * @param worker the text of the other
 */
record OfflineScripts(Permalink page, String pageScript, String worker) {

  private static final Permalink WORKER = new Permalink("sw.js");
  private static final String PUBLISHER = "{publisher}";

  /**
   * The scripts of a theme.
   *
   * @param publisher whose packs browsers take; without one they take packs that nobody signed
   */
  static OfflineScripts load(Theme theme, Optional<String> publisher, Diagnostics diagnostics)
      throws IOException {
    String pageScript = theme.text("assets/offline.js");
    String worker = Assets.joined(theme, theme.list("assets/sw.list"), diagnostics);
    return new OfflineScripts(
        Assets.permalink("packs/offline", "js", pageScript.getBytes(UTF_8)),
        pageScript,
        worker.replace(PUBLISHER, publisher.orElse("")));
  }

  void writeTo(PageWriter writer) throws IOException {
    writer.write(page, pageScript.getBytes(UTF_8));
    writer.write(WORKER, worker.getBytes(UTF_8));
  }
}
