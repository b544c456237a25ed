package rahnamo.parse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import rahnamo.config.SiteConfig;
import rahnamo.config.YamlParser;
import rahnamo.config.YamlReader;
import rahnamo.diagnostic.Diagnostic;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.diagnostic.SourceText;
import rahnamo.source.ContentFile;
import rahnamo.source.SourceReader;
import rahnamo.text.DidYouMean;
import rahnamo.text.Language;
import rahnamo.text.Script;

/** Reads the front matter of Markdown files and says what each file is. Safe for many threads. */
public final class HeaderReader {

  private static final Set<String> RESERVED =
      Set.of("index", "a-z", "contacts", "alerts", "tags", "feed", "search", "sitemap");

  private final SiteConfig config;
  private final Diagnostics diagnostics;

  public HeaderReader(SiteConfig config, Diagnostics diagnostics) {
    this.config = config;
    this.diagnostics = diagnostics;
  }

  /** The header of a file, or nothing if it cannot become a page (which is reported). */
  public Optional<ArticleHeader> read(ContentFile file) {
    Optional<Place> place = place(file);
    if (place.isEmpty()) {
      return Optional.empty();
    }
    return beginning(file)
        .or(() -> SourceReader.read(file, diagnostics))
        .flatMap(source -> read(place.get(), source));
  }

  /** The first lines of a file if the whole front matter is in them. */
  private static Optional<SourceText> beginning(ContentFile file) {
    return SourceReader.readBeginning(file)
        .filter(source -> FrontMatterBlock.find(source, new Diagnostics()).isPresent());
  }

  private Optional<ArticleHeader> read(Place place, SourceText source) {
    Optional<FrontMatterBlock> block = FrontMatterBlock.find(source, diagnostics);
    if (block.isEmpty()) {
      return Optional.empty();
    }
    return YamlParser.parse(source, block.get().start(), block.get().end(), diagnostics)
        .flatMap(value -> YamlReader.of(value, "front matter", diagnostics))
        .flatMap(yaml -> new FrontMatterReader(yaml, place.language, diagnostics).read(place.kind))
        .map(frontMatter -> place.header(frontMatter));
  }

  /** What the path of a file says. */
  private record Place(
      ContentFile file, PageKind kind, Language language, String section, String slug) {

    ArticleHeader header(FrontMatter frontMatter) {
      Script script = Script.dominant(frontMatter.title()).orElse(language.script());
      return new ArticleHeader(file, kind, language, script, section, slug, frontMatter);
    }
  }

  private Optional<Place> place(ContentFile file) {
    String[] parts = file.path().split("/");
    Optional<Language> language = language(file, parts[0]);
    if (language.isEmpty()) {
      return Optional.empty();
    }
    String name = parts[parts.length - 1];
    String slug = name.substring(0, name.length() - ".md".length());
    boolean isIndex = slug.equals("_index");
    if (parts.length == 2) {
      PageKind kind = isIndex ? PageKind.HOME : PageKind.STANDALONE;
      return unlessReserved(new Place(file, kind, language.get(), "", isIndex ? "index" : slug));
    }
    String section = parts[1];
    if (parts.length == 3 && section.equals("alerts") && !isIndex) {
      return unlessReserved(new Place(file, PageKind.ALERT, language.get(), section, slug));
    }
    if (parts.length != 3 || !config.sections().contains(section)) {
      reportUnknownSection(file, String.join("/", List.of(parts).subList(1, parts.length - 1)));
      return Optional.empty();
    }
    PageKind kind = isIndex ? PageKind.SECTION : PageKind.ARTICLE;
    return unlessReserved(new Place(file, kind, language.get(), section, isIndex ? "index" : slug));
  }

  private Optional<Language> language(ContentFile file, String folder) {
    Optional<Language> language =
        Language.ofFolder(folder)
            .filter(l -> l.writtenIn().equals(l))
            .filter(l -> config.languages().stream().anyMatch(o -> o.writtenIn().equals(l)));
    if (language.isEmpty()) {
      List<String> known =
          config.languages().stream().map(l -> l.writtenIn().folder()).distinct().toList();
      diagnostics.report(
          Diagnostic.of(
                  DiagnosticCode.UNKNOWN_LANGUAGE_FOLDER,
                  SourceSpan.ofFile(file.display()),
                  folder,
                  String.join(", ", known))
              .suggesting(DidYouMean.closest(folder, known)));
    }
    return language;
  }

  private void reportUnknownSection(ContentFile file, String section) {
    diagnostics.report(
        Diagnostic.of(
                DiagnosticCode.UNKNOWN_SECTION,
                SourceSpan.ofFile(file.display()),
                section,
                String.join(", ", config.sections()))
            .suggesting(DidYouMean.closest(section, config.sections())));
  }

  private Optional<Place> unlessReserved(Place place) {
    boolean isIndexPage = place.kind == PageKind.HOME || place.kind == PageKind.SECTION;
    boolean isPager = place.slug.matches("page-[0-9]+");
    boolean isReserved = place.kind == PageKind.STANDALONE && RESERVED.contains(place.slug);
    if (!isIndexPage && (isPager || isReserved || place.slug.equals("index"))) {
      diagnostics.report(
          DiagnosticCode.RESERVED_NAME, SourceSpan.ofFile(place.file.display()), place.slug);
      return Optional.empty();
    }
    return Optional.of(place);
  }
}
