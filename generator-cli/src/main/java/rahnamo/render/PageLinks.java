package rahnamo.render;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import rahnamo.config.SiteConfig;
import rahnamo.diagnostic.Diagnostic;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.Severity;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.parse.ArticleHeader;
import rahnamo.parse.LinkResolver;
import rahnamo.parse.PageKind;
import rahnamo.site.Article;
import rahnamo.site.ContentIndex;
import rahnamo.site.Permalink;
import rahnamo.site.Site;
import rahnamo.source.MediaFile;
import rahnamo.text.DidYouMean;
import rahnamo.text.Language;

/** Finds the targets of the links of one text, for readers of one language. */
final class PageLinks implements LinkResolver {

  private static final String SEARCH = "search.html";
  private static final String A_TO_Z = "a-z.html";

  private static final Set<String> LISTS =
      Set.of("contacts.html", A_TO_Z, "tags/index.html", "alerts/index.html", "index.html", SEARCH);

  private final Site site;
  private final Article article;
  private final ArticleHeader header;
  private final Language language;
  private final Permalink page;
  private final boolean hasSearch;
  private final AnchorCheck anchors;
  private final Diagnostics diagnostics;

  PageLinks(
      Site site,
      Article article,
      ArticleHeader header,
      Language language,
      Permalink page,
      boolean hasSearch,
      AnchorCheck anchors,
      Diagnostics diagnostics) {
    this.site = site;
    this.article = article;
    this.header = header;
    this.language = language;
    this.page = page;
    this.hasSearch = hasSearch;
    this.anchors = anchors;
    this.diagnostics = diagnostics;
  }

  @Override
  public Optional<String> link(String destination, SourceSpan span) {
    if (destination.isEmpty()) {
      report(Diagnostic.of(DiagnosticCode.BROKEN_LINK, span, destination));
      return Optional.empty();
    }
    int hash = destination.indexOf('#');
    String path = hash < 0 ? destination : destination.substring(0, hash);
    String anchor = hash < 0 ? "" : destination.substring(hash);
    if (path.isEmpty()) {
      checkAnchor(header.file().path(), anchor, span);
      return Optional.of(anchor.isEmpty() ? "#" : anchor);
    }
    Optional<String> resolved = ContentIndex.resolve(header.file().path(), path);
    Optional<String> href = resolved.flatMap(target -> target(target, anchor, span));
    boolean isReported = resolved.map(site.contentIndex().unusable()::contains).orElse(false);
    if (href.isEmpty() && !isReported) {
      report(
          resolved.filter(this::isUnpublished).isPresent()
              ? Diagnostic.of(DiagnosticCode.UNPUBLISHED_LINK, span, destination)
              : Diagnostic.of(DiagnosticCode.BROKEN_LINK, span, destination)
                  .suggesting(suggestion(path, resolved)));
    }
    return href;
  }

  /** Whether a path leads to a draft or a text for another day, here or in the languages to try. */
  private boolean isUnpublished(String contentPath) {
    return inLanguages(contentPath).anyMatch(site.contentIndex().unpublished()::contains);
  }

  /** A path, then the same in the languages that its readers get instead. */
  private Stream<String> inLanguages(String contentPath) {
    int slash = contentPath.indexOf('/');
    Optional<Language> wanted =
        slash < 0 ? Optional.empty() : Language.ofFolder(contentPath.substring(0, slash));
    return Stream.concat(
        Stream.of(contentPath),
        wanted.stream()
            .flatMap(folder -> site.config().chain(folder).stream())
            .map(other -> other.folder() + contentPath.substring(slash)));
  }

  private Optional<String> target(String contentPath, String anchor, SourceSpan span) {
    if (contentPath.endsWith(".md")) {
      return find(contentPath).map(target -> href(target, anchor, span));
    }
    MediaFile media = site.contentIndex().media().get(contentPath);
    if (media != null) {
      return Optional.of(new Permalink(contentPath).relativeTo(page));
    }
    String folder = header.language().folder() + "/";
    boolean isList =
        contentPath.startsWith(folder) && LISTS.contains(contentPath.substring(folder.length()));
    return isList
        ? Optional.of(listPage(contentPath.substring(folder.length())).relativeTo(page) + anchor)
        : Optional.empty();
  }

  /** A list; where a site is built without its search, all titles are the next best. */
  private Permalink listPage(String name) {
    String there = name.equals(SEARCH) && !hasSearch ? A_TO_Z : name;
    return new Permalink(language.folder() + "/" + there);
  }

  /** The page of a content path, or of the same path in another language. */
  private Optional<ContentIndex.Page> find(String contentPath) {
    ContentIndex.Page exact = site.contentIndex().pages().get(contentPath);
    if (exact != null) {
      return Optional.of(exact);
    }
    int slash = contentPath.indexOf('/');
    if (slash < 0 || site.contentIndex().unusable().contains(contentPath)) {
      return Optional.empty();
    }
    return Language.ofFolder(contentPath.substring(0, slash))
        .flatMap(
            folder ->
                inLanguages(contentPath)
                    .flatMap(path -> Stream.ofNullable(site.contentIndex().pages().get(path)))
                    .findFirst()
                    .map(found -> new ContentIndex.Page(found.article(), folder)));
  }

  private String href(ContentIndex.Page target, String anchor, SourceSpan span) {
    boolean isOwnLanguage = target.language().equals(header.language());
    Language shown = isOwnLanguage ? language : target.language();
    ArticleHeader text = target.article().shownIn(site.config().chain(shown));
    checkAnchor(text.file().path(), anchor, span);
    return permalink(target.article(), shown).relativeTo(page) + anchor;
  }

  /** The address of an article, section page or front page. */
  static Permalink permalink(Article article, Language language) {
    return article.kind() == PageKind.SECTION || article.kind() == PageKind.HOME
        ? new Permalink(language.folder() + "/" + article.path() + ".html")
        : article.permalink(language);
  }

  /** Checked where the text is read in its own language, so that a mistake is reported once. */
  private void checkAnchor(String contentPath, String anchor, SourceSpan span) {
    if (anchor.length() > 1 && language.writtenIn().equals(header.language())) {
      anchors.reference(contentPath, anchor.substring(1), span, severity());
    }
  }

  private Optional<String> suggestion(String path, Optional<String> resolved) {
    String folder =
        resolved.map(target -> target.substring(0, target.lastIndexOf('/') + 1)).orElse("");
    List<String> names =
        site.contentIndex().pages().keySet().stream()
            .filter(known -> known.startsWith(folder) && known.indexOf('/', folder.length()) < 0)
            .map(known -> known.substring(folder.length()))
            .sorted()
            .toList();
    int slash = path.lastIndexOf('/') + 1;
    return DidYouMean.closest(path.substring(slash), names)
        .map(name -> path.substring(0, slash) + name);
  }

  @Override
  public Optional<Picture> picture(String destination, SourceSpan span) {
    return media(destination, true, span).map(this::picture);
  }

  /** A sound that is named relative to the text, or nothing (which is reported). */
  Optional<MediaFile> sound(String destination, SourceSpan span) {
    return media(destination, false, span);
  }

  private Optional<MediaFile> media(String destination, boolean isPicture, SourceSpan span) {
    Optional<String> path = ContentIndex.resolve(header.file().path(), destination);
    Optional<MediaFile> media =
        path.map(p -> site.contentIndex().media().get(p))
            .filter(file -> file.type().isPicture() == isPicture);
    boolean isReported = path.map(site.contentIndex().unusable()::contains).orElse(false);
    if (media.isEmpty() && !isReported) {
      diagnostics.report(
          Diagnostic.of(DiagnosticCode.BROKEN_IMAGE, span, destination)
              .suggesting(mediaSuggestion(destination)));
    }
    return media;
  }

  /** How to write the path of the media file whose name is nearest. */
  private Optional<String> mediaSuggestion(String destination) {
    Map<String, String> paths = new TreeMap<>();
    for (String path : site.contentIndex().media().keySet()) {
      String name = path.substring(path.lastIndexOf('/') + 1);
      paths.merge(name, path, (a, b) -> a.compareTo(b) < 0 ? a : b);
    }
    String written = destination.substring(destination.lastIndexOf('/') + 1);
    Permalink from = new Permalink(header.file().path());
    return DidYouMean.closest(written.toLowerCase(Locale.ROOT), paths.keySet())
        .map(name -> new Permalink(paths.getOrDefault(name, name)).relativeTo(from))
        .filter(path -> !path.equals(destination));
  }

  private Picture picture(MediaFile file) {
    SiteConfig.Images images = site.config().images();
    int width = Math.min(file.width().orElse(0), images.width());
    String href = new Permalink(file.file().path()).relativeTo(page);
    if (width == 0) {
      return new Picture(href, OptionalInt.empty(), OptionalInt.empty());
    }
    long height = Math.round((double) file.height().orElse(0) * width / file.width().orElse(1));
    return new Picture(href, OptionalInt.of(width), OptionalInt.of((int) Math.max(1, height)));
  }

  private Severity severity() {
    Language source = site.config().sourceLanguage();
    boolean isTranslation =
        !header.language().equals(source) && article.translations().containsKey(source);
    return isTranslation ? Severity.WARNING : Severity.ERROR;
  }

  private void report(Diagnostic diagnostic) {
    diagnostics.report(severity() == Severity.WARNING ? diagnostic.asWarning() : diagnostic);
  }
}
