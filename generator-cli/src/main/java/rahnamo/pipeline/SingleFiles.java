package rahnamo.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import rahnamo.config.SiteConfig;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.pack.BuiltPack;
import rahnamo.pack.PackSelection;
import rahnamo.pack.PackedPages;
import rahnamo.pack.format.Digest;
import rahnamo.pack.format.PackLimits;
import rahnamo.render.SingleFile;
import rahnamo.render.SingleFileRenderer;
import rahnamo.site.Site;
import rahnamo.text.Language;

/** Makes packs of one language as one HTML file each. */
final class SingleFiles {

  /** More than that messengers and old phones do not take. */
  private static final long MOST_BYTES = PackLimits.COMFORTABLE_PACK_SIZE;

  private final Site site;
  private final SingleFileRenderer renderer;
  private final Diagnostics diagnostics;

  SingleFiles(Site site, Optional<Path> templates, Diagnostics diagnostics) {
    this.site = site;
    this.renderer = new SingleFileRenderer(site, templates, diagnostics);
    this.diagnostics = diagnostics;
  }

  /** Whether a file belongs to a pack: it has one language, and the site wants such files. */
  static boolean areWanted(SiteConfig config, PackSelection selection) {
    return config.packs().hasSingleFiles() && selection.languages().size() == 1;
  }

  /** Takes the bytes of a file. */
  interface Sink {
    void accept(String fileName, byte[] bytes) throws IOException;
  }

  /** A pack with the file that belongs to it. */
  MadePack beside(
      BuiltPack pack, PackSelection selection, SortedMap<String, Path> files, Path place, Sink sink)
      throws IOException {
    return new MadePack(pack, write(pack, selection, files, place, sink));
  }

  /**
   * Makes the file that belongs to a pack, unless the pack has several languages or the site wants
   * none; that it would be too large is reported.
   *
   * @param files where each file of the site lies, by its path
   * @param place how messages name the folder
   */
  private Optional<MadePack.Single> write(
      BuiltPack pack, PackSelection selection, SortedMap<String, Path> files, Path place, Sink sink)
      throws IOException {
    if (!areWanted(site.config(), selection)) {
      return Optional.empty();
    }
    Language language = language(selection.languages().get(0));
    String name = pack.fileName().replaceFirst("\\.zip$", ".html");
    Optional<SingleFile> file =
        renderer.render(language, new PackedPages(selection, files), MOST_BYTES);
    if (file.isEmpty()) {
      diagnostics.report(
          DiagnosticCode.SINGLE_FILE_TOO_LARGE,
          SourceSpan.ofFile(place.resolve(name).toString()),
          Long.toString(MOST_BYTES >> 20));
      return Optional.empty();
    }
    byte[] html = file.get().html();
    sink.accept(name, html);
    String digest = Digest.of(html).hex();
    return Optional.of(new MadePack.Single(name, html.length, digest, file.get().leftOut()));
  }

  private Language language(String folder) {
    return site.config().languages().stream()
        .filter(language -> language.folder().equals(folder))
        .findFirst()
        .orElseThrow();
  }
}
