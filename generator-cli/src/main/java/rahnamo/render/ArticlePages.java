package rahnamo.render;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.parse.ArticleBody;
import rahnamo.parse.ArticleHeader;
import rahnamo.parse.ArticleParser;
import rahnamo.parse.BodyContext;
import rahnamo.parse.FrontMatter;
import rahnamo.parse.Heading;
import rahnamo.parse.HtmlBody;
import rahnamo.parse.PageKind;
import rahnamo.site.Article;
import rahnamo.site.Edition;
import rahnamo.site.Entry;
import rahnamo.site.Permalink;
import rahnamo.site.Site;
import rahnamo.source.MediaFile;
import rahnamo.text.Language;

/**
 * Writes the pages of one article in all languages. Its texts are parsed here, the source first,
 * since translations take over its heading ids, and forgotten afterwards.
 */
final class ArticlePages {

  private final Site site;
  private final Frames frames;
  private final PageHeads heads;
  private final BodyAssembler bodies;
  private final PageWriter writer;
  private final AnchorCheck anchors;
  private final Optional<PageTexts> words;
  private final Map<Language, Neighbours> neighbours;
  private final TranslationCheck translations;
  private final Diagnostics diagnostics;

  ArticlePages(
      Site site,
      Frames frames,
      PageHeads heads,
      BodyAssembler bodies,
      PageWriter writer,
      AnchorCheck anchors,
      Optional<PageTexts> words,
      Diagnostics diagnostics) {
    this.site = site;
    this.frames = frames;
    this.heads = heads;
    this.bodies = bodies;
    this.writer = writer;
    this.anchors = anchors;
    this.words = words;
    this.diagnostics = diagnostics;
    this.translations = new TranslationCheck(site.contentIndex(), diagnostics);
    this.neighbours = new HashMap<>();
    site.editions()
        .forEach((language, edition) -> neighbours.put(language, new Neighbours(edition)));
  }

  /** Writes an article for readers of every language. */
  void write(Article article) throws IOException {
    Texts texts = parse(article);
    for (Language language : languagesSourceFirst()) {
      ArticleHeader shown = article.shownIn(site.config().chain(language));
      Entry entry = Entry.of(article, language, shown);
      if (site.isExpired(shown)) {
        writeExpired(entry);
      } else if (texts.bodies.containsKey(shown.language())) {
        write(entry, texts);
      }
    }
  }

  /** The parsed texts of an article by language, and the headings of its source. */
  private static final class Texts {
    private final Map<Language, ArticleBody> bodies = new HashMap<>();
    private List<Heading> sourceHeadings = List.of();

    private ArticleBody body(ArticleHeader header) {
      return Objects.requireNonNull(bodies.get(header.language()));
    }
  }

  private Texts parse(Article article) {
    var texts = new Texts();
    var parser = new ArticleParser(diagnostics);
    for (ArticleHeader header : article.translations().values()) {
      parser.parse(header).ifPresent(body -> texts.bodies.put(header.language(), body));
    }
    return texts;
  }

  private Set<Language> languagesSourceFirst() {
    var languages = new LinkedHashSet<Language>();
    for (Language language : site.config().languages()) {
      if (language.writtenIn().equals(site.config().sourceLanguage())) {
        languages.add(language);
      }
    }
    languages.addAll(site.config().languages());
    return languages;
  }

  private void write(Entry entry, Texts texts) throws IOException {
    ArticleHeader header = entry.shown();
    Permalink page = entry.permalink();
    PageLinks links = links(entry, page);
    HtmlBody body = render(entry, texts, links);
    if (header.language().equals(site.config().sourceLanguage())) {
      texts.sourceHeadings = body.headings();
    }
    anchors.ids(header.file().path(), body.ids());
    TrustedHtml html = bodies.assemble(body, entry.language(), page, links);
    if (words.isPresent()) {
      String title = entry.article().section().isEmpty() ? "" : section(entry).title();
      words.get().article(entry, page, title, texts.body(header), body);
    }
    ArticleModel model = model(entry, html, body.headings(), state(entry, page, texts));
    writer.write(page, new PageModel(model, head(entry, kindOf(entry)), frame(entry)));
  }

  private HtmlBody render(Entry entry, Texts texts, PageLinks links) {
    ArticleHeader header = entry.shown();
    UnaryOperator<String> transliterate =
        entry.isTransliterated()
            ? text -> Entry.inAlphabetOf(entry.language(), header, text)
            : UnaryOperator.identity();
    var context =
        new BodyContext(
            links, texts.sourceHeadings, transliterate, frames.strings(entry.language())::text);
    return texts.body(header).document().render(context, diagnostics);
  }

  private static String kindOf(Entry entry) {
    return switch (entry.article().kind()) {
      case ALERT -> "alert";
      case STANDALONE -> "standalone";
      case ARTICLE, SECTION, HOME -> "article";
    };
  }

  private void writeExpired(Entry entry) throws IOException {
    TextState state = TextState.of(entry, entry.permalink(), false, site);
    ArticleModel model = model(entry, new TrustedHtml(""), List.of(), state);
    writer.write(entry.permalink(), new PageModel(model, head(entry, "expired"), frame(entry)));
  }

  private PageFrame frame(Entry entry) {
    return frames.frame(entry.permalink(), entry.language(), entry.article().section());
  }

  private PageHead head(Entry entry, String kind) {
    Permalink page = entry.permalink();
    boolean isIndexed = !entry.isFallback() && !kind.equals("expired");
    var subject =
        new PageHeads.Subject(
            kind,
            page,
            entry.language(),
            entry.textLanguage(),
            entry.title(),
            entry.summary(),
            isIndexed);
    var self = new PageHead.Crumb(entry.title(), Optional.empty());
    List<PageHead.Crumb> crumbs =
        entry.article().section().isEmpty()
            ? heads.crumbs(page, entry.language(), self)
            : heads.crumbs(page, entry.language(), sectionCrumb(entry), self);
    return heads.of(subject, entry.article(), entry.shown(), crumbs);
  }

  private PageHead.Crumb sectionCrumb(Entry entry) {
    PageFrame.TitledLink section = section(entry);
    return new PageHead.Crumb(section.title(), Optional.of(section.href()));
  }

  private PageFrame.TitledLink section(Entry entry) {
    Language language = entry.language();
    String slug = entry.article().section();
    String title =
        entry.article().kind() == PageKind.ALERT
            ? frames.strings(language).text("alerts")
            : site.edition(language).sections().stream()
                .filter(section -> section.slug().equals(slug))
                .map(Edition.Section::title)
                .findFirst()
                .orElse(frames.strings(language).text("home"));
    String folder = slug.isEmpty() ? "/" : "/" + slug + "/";
    var index = new Permalink(language.folder() + folder + "index.html");
    return new PageFrame.TitledLink(title, index.relativeTo(entry.permalink()));
  }

  private ArticleModel model(
      Entry entry, TrustedHtml body, List<Heading> headings, TextState state) {
    FrontMatter frontMatter = entry.shown().frontMatter();
    Language language = entry.language();
    Permalink page = entry.permalink();
    Neighbours beside = Objects.requireNonNull(neighbours.get(language));
    Optional<LocalDate> starts = frontMatter.alert().map(FrontMatter.Alert::starts);
    Optional<LocalDate> expires =
        frontMatter.alert().map(FrontMatter.Alert::expires).or(frontMatter::expires);
    return new ArticleModel(
        entry.summary(),
        body,
        toc(headings),
        date(frontMatter.published(), language),
        date(frontMatter.updated(), language),
        state,
        sources(frontMatter, language),
        frontMatter.checklist().stream()
            .map(item -> Entry.inAlphabetOf(language, entry.shown(), item))
            .toList(),
        audio(frontMatter, page),
        beside.tags(entry.article()).stream()
            .map(
                tag ->
                    new PageFrame.TitledLink(tag.title(), tag.permalink(language).relativeTo(page)))
            .toList(),
        beside.related(entry.article()).stream().map(e -> ListItem.of(e, page)).toList(),
        beside.previous(entry.article()).map(e -> ListItem.of(e, page)),
        beside.next(entry.article()).map(e -> ListItem.of(e, page)),
        section(entry),
        date(starts, language),
        date(expires, language),
        frontMatter.alert().map(alert -> alert.severity().id()),
        regions(frontMatter, language),
        citizenships(frontMatter, language),
        frontMatter.alert().isPresent());
  }

  /** The regions that an alert concerns; none if it concerns all. */
  private List<String> regions(FrontMatter frontMatter, Language language) {
    List<String> regions = frontMatter.alert().map(FrontMatter.Alert::regions).orElse(List.of());
    return regions.contains("all")
        ? List.of()
        : regions.stream()
            .map(region -> ContactModel.regionName(region, frames.strings(language)))
            .toList();
  }

  private List<String> citizenships(FrontMatter frontMatter, Language language) {
    Strings strings = frames.strings(language);
    return frontMatter.alert().map(FrontMatter.Alert::citizenships).orElse(List.of()).stream()
        .map(country -> strings.all().getOrDefault("country-" + country, country))
        .toList();
  }

  private static Optional<DateText> date(Optional<LocalDate> date, Language language) {
    return date.map(day -> DateText.of(day, language));
  }

  static List<ArticleModel.Source> sources(FrontMatter frontMatter, Language language) {
    return frontMatter.sources().stream()
        .map(s -> new ArticleModel.Source(s.title(), s.url(), date(s.date(), language)))
        .toList();
  }

  private Optional<ArticleModel.Audio> audio(FrontMatter frontMatter, Permalink page) {
    if (frontMatter.audio().isEmpty()) {
      return Optional.empty();
    }
    FrontMatter.Located<String> audio = frontMatter.audio().get();
    String path = "media/" + audio.value();
    MediaFile media = site.contentIndex().media().get(path);
    if (media == null || media.type().isPicture()) {
      if (!site.contentIndex().unusable().contains(path)) {
        diagnostics.report(DiagnosticCode.BROKEN_IMAGE, audio.span(), audio.value());
      }
      return Optional.empty();
    }
    String href = new Permalink(media.file().path()).relativeTo(page);
    return Optional.of(new ArticleModel.Audio(href, media.type().mimeType()));
  }

  /** Headings of level 2, each with those of level 3 below it. */
  private static List<ArticleModel.TocItem> toc(List<Heading> headings) {
    var toc = new ArrayList<ArticleModel.TocItem>();
    for (Heading heading : headings) {
      if (heading.level() == 2) {
        toc.add(item(heading));
      } else if (heading.level() == 3 && !toc.isEmpty()) {
        toc.get(toc.size() - 1).children().add(item(heading));
      }
    }
    return toc;
  }

  private static ArticleModel.TocItem item(Heading heading) {
    return new ArticleModel.TocItem(
        heading.id(), heading.title(), heading.level(), new ArrayList<>(2));
  }

  /** A page without the article's own text: what is the same on every page. */
  String chrome(Article article, Language language) throws IOException {
    ArticleHeader shown = article.shownIn(site.config().chain(language));
    Entry entry = Entry.of(article, language, shown);
    TextState state = TextState.of(entry, entry.permalink(), false, site);
    ArticleModel model = model(entry, new TrustedHtml(""), List.of(), state);
    PageModel page = new PageModel(model, head(entry, "article"), frame(entry));
    return writer.text("layouts/article.ftlh", Map.of("page", page));
  }

  private PageLinks links(Entry entry, Permalink page) {
    return new PageLinks(
        site,
        entry.article(),
        entry.shown(),
        entry.language(),
        page,
        words.isPresent(),
        anchors,
        diagnostics);
  }

  /**
   * The own text of a section or front page.
   *
   * @param body its HTML, if it has more than a title
   * @param state what readers must know of it
   */
  record OwnText(Optional<TrustedHtml> body, TextState state) {}

  /** The own text of a section or front page, with what it shows on its first page. */
  OwnText ownText(Entry entry, Permalink page) throws IOException {
    Texts texts = parse(entry.article());
    TextState state = state(entry, page, texts);
    ArticleBody parsed = texts.bodies.get(entry.shown().language());
    if (parsed == null || parsed.markdown().isBlank()) {
      return new OwnText(Optional.empty(), state);
    }
    texts.sourceHeadings = sourceHeadings(entry, page, texts);
    PageLinks links = links(entry, page);
    HtmlBody body = render(entry, texts, links);
    anchors.ids(entry.shown().file().path(), body.ids());
    if (words.isPresent() && entry.article().kind() == PageKind.SECTION) {
      words.get().article(entry, page, "", parsed, body);
    }
    return new OwnText(Optional.of(bodies.assemble(body, entry.language(), page, links)), state);
  }

  private List<Heading> sourceHeadings(Entry entry, Permalink page, Texts texts) {
    Language language = site.config().sourceLanguage();
    if (language.equals(entry.shown().language()) || !texts.bodies.containsKey(language)) {
      return List.of();
    }
    Article article = entry.article();
    Entry source = Entry.of(article, language, article.shownIn(List.of(language)));
    return render(source, texts, links(source, page)).headings();
  }

  private TextState state(Entry entry, Permalink page, Texts texts) {
    boolean isOutdated = translations.isOutdated(entry.article(), entry.shown(), texts.bodies);
    return TextState.of(entry, page, isOutdated, site);
  }
}
