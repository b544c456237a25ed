package rahnamo.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rahnamo.config.SiteConfig;
import rahnamo.config.SiteConfigReader;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.diagnostic.SourceText;
import rahnamo.diagnostic.Term;
import rahnamo.parse.ArticleHeader;
import rahnamo.parse.ArticleParser;
import rahnamo.parse.FrontMatter;
import rahnamo.parse.HeaderReader;
import rahnamo.parse.SourceHash;
import rahnamo.parse.TranslationHashEditor;
import rahnamo.source.ContentFile;
import rahnamo.source.ContentScanner;
import rahnamo.source.ContentTree;
import rahnamo.source.SourceReader;

/** Writes into translations the hash of their source, which says: I have seen this version. */
public final class TranslationAcceptor {

  private final Path content;
  private final Diagnostics diagnostics;

  public TranslationAcceptor(Path content, Diagnostics diagnostics) {
    this.content = content;
    this.diagnostics = diagnostics;
  }

  /**
   * Accepts translations.
   *
   * @param paths files, or folders for all translations below them
   * @return the files that were changed, in the order of their paths
   */
  public List<Path> accept(List<Path> paths) throws IOException {
    ContentTree tree = ContentScanner.scan(content, diagnostics);
    Optional<SiteConfig> config =
        tree.siteConfig()
            .flatMap(file -> SourceReader.read(file, diagnostics))
            .flatMap(source -> new SiteConfigReader(new Diagnostics()).read(source));
    if (config.isEmpty()) {
      return List.of();
    }
    Map<String, ContentFile> files = new HashMap<>();
    tree.articles().forEach(file -> files.put(file.path(), file));
    var changed = new ArrayList<Path>();
    for (ContentFile file : selected(tree, paths)) {
      if (accept(file, files, config.get())) {
        changed.add(file.file());
      }
    }
    return changed;
  }

  private List<ContentFile> selected(ContentTree tree, List<Path> paths) {
    var selected = new ArrayList<ContentFile>();
    for (Path path : paths) {
      List<ContentFile> matching =
          tree.articles().stream().filter(file -> isBelow(file, path)).toList();
      if (matching.isEmpty()) {
        diagnostics.report(
            DiagnosticCode.UNREADABLE_FILE,
            SourceSpan.ofFile(path.toString()),
            Term.of("file.no-article"));
      }
      selected.addAll(matching);
    }
    return selected.stream().distinct().toList();
  }

  private boolean isBelow(ContentFile file, Path path) {
    Path full = file.file().toAbsolutePath().normalize();
    return full.startsWith(path.toAbsolutePath().normalize())
        || full.startsWith(content.resolve(path).toAbsolutePath().normalize());
  }

  private boolean accept(ContentFile file, Map<String, ContentFile> files, SiteConfig config)
      throws IOException {
    var reader = new HeaderReader(config, diagnostics);
    Optional<ArticleHeader> header = reader.read(file);
    Optional<FrontMatter.Translation> translation =
        header.flatMap(found -> found.frontMatter().translation());
    if (translation.isEmpty()) {
      return false;
    }
    String folder = translation.get().of().folder();
    String sourcePath = folder + file.path().substring(file.path().indexOf('/'));
    Optional<ArticleHeader> source =
        Optional.ofNullable(files.get(sourcePath)).flatMap(reader::read);
    if (source.isEmpty()) {
      diagnostics.report(
          DiagnosticCode.TRANSLATION_SOURCE_MISSING,
          translation.get().span(),
          translation.get().of().tag(),
          sourcePath);
      return false;
    }
    Optional<String> hash = hash(source.get());
    Optional<SourceText> text = SourceReader.read(file, diagnostics);
    return hash.isPresent() && text.isPresent() && write(file, text.get(), hash.get());
  }

  private Optional<String> hash(ArticleHeader source) {
    return new ArticleParser(diagnostics)
        .parse(source)
        .map(body -> SourceHash.of(source.frontMatter().title(), body.markdown()));
  }

  private static boolean write(ContentFile file, SourceText text, String hash) throws IOException {
    String edited = TranslationHashEditor.withHash(text, hash);
    if (edited.equals(text.content())) {
      return false;
    }
    Path target = file.file().toRealPath();
    Path part = target.resolveSibling("." + target.getFileName() + ".part");
    Files.write(part, edited.getBytes(StandardCharsets.UTF_8));
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return true;
  }
}
