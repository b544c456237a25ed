package rahnamo.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import rahnamo.config.SiteConfig;
import rahnamo.config.SiteConfigReader;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.source.ContentScanner;
import rahnamo.source.ContentTree;
import rahnamo.source.SourceReader;

/** Reads the configuration of a content folder. */
public final class SiteSettings {

  private SiteSettings() {}

  /**
   * The configuration alone, for commands that make no pages: what else is wrong in the folder is
   * not said. Nothing if it is missing or broken.
   */
  public static Optional<SiteConfig> read(Path content, Diagnostics diagnostics)
      throws IOException {
    ContentTree tree = ContentScanner.scan(content, new Diagnostics());
    if (tree.siteConfig().isEmpty()) {
      diagnostics.report(
          DiagnosticCode.SITE_CONFIG_MISSING,
          SourceSpan.ofFile(content.toString().replace('\\', '/') + "/site.yml"));
    }
    return of(tree, diagnostics);
  }

  /** The configuration of a folder that was scanned. */
  static Optional<SiteConfig> of(ContentTree tree, Diagnostics diagnostics) {
    return tree.siteConfig()
        .flatMap(file -> SourceReader.read(file, diagnostics))
        .flatMap(source -> new SiteConfigReader(diagnostics).read(source));
  }
}
