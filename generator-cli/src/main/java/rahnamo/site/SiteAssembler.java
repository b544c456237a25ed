package rahnamo.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import rahnamo.config.SiteConfig;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.parse.AlertSeverity;
import rahnamo.parse.ArticleHeader;
import rahnamo.parse.Contact;
import rahnamo.parse.PageKind;
import rahnamo.source.MediaFile;
import rahnamo.text.Language;

/** Puts articles together to a site: translations, order, tags, alerts and former addresses. */
public final class SiteAssembler {

  private final SiteConfig config;
  private final PublicationRules rules;
  private final Diagnostics diagnostics;

  public SiteAssembler(SiteConfig config, PublicationRules rules, Diagnostics diagnostics) {
    this.config = config;
    this.rules = rules;
    this.diagnostics = diagnostics;
  }

  /** The parts that a site is made from. */
  public record Parts(
      List<ArticleHeader> headers,
      List<Contact> contacts,
      List<MediaFile> media,
      Collection<String> unusable) {}

  /** The site; contradictions between its parts are reported. */
  public Site assemble(Parts parts) {
    List<ArticleHeader> published =
        withoutSuperseded(parts.headers().stream().filter(rules::isPublished).toList());
    Map<PageKind, List<Article>> byKind = group(published);
    List<Article> articles = byKind.getOrDefault(PageKind.ARTICLE, List.of());
    List<Article> alerts = byKind.getOrDefault(PageKind.ALERT, List.of());
    List<Article> standalone = byKind.getOrDefault(PageKind.STANDALONE, List.of());
    List<Article> sectionPages = byKind.getOrDefault(PageKind.SECTION, List.of());
    Optional<Article> home = byKind.getOrDefault(PageKind.HOME, List.of()).stream().findFirst();
    reportWhatIsDue(published);
    Map<Language, Edition> editions = new LinkedHashMap<>();
    for (Language language : config.languages()) {
      var assembler = new EditionAssembler(config, rules.date(), language, diagnostics);
      editions.put(language, assembler.assemble(articles, sectionPages, standalone, alerts, home));
    }
    var redirects = new RedirectCollector(config, diagnostics).collect(articles, standalone);
    return new Site(
        config,
        rules.date(),
        articles,
        standalone,
        sectionPages,
        home,
        alerts,
        redirects,
        contacts(parts.contacts()),
        editions,
        contentIndex(byKind.values(), parts));
  }

  /** Leaves out alerts that a newer one in force replaces, in every language. */
  private static List<ArticleHeader> withoutSuperseded(List<ArticleHeader> headers) {
    Map<String, LocalDate> superseded = new HashMap<>();
    for (ArticleHeader header : headers) {
      header
          .frontMatter()
          .alert()
          .ifPresent(
              alert ->
                  alert
                      .supersedes()
                      .filter(slug -> !slug.equals(header.slug()))
                      .ifPresent(
                          slug -> superseded.merge(slug, alert.starts(), SiteAssembler::later)));
    }
    return superseded.isEmpty()
        ? headers
        : headers.stream().filter(header -> !isSuperseded(header, superseded)).toList();
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  /** An alert does not yield to an older one: two that name each other must not both vanish. */
  private static boolean isSuperseded(ArticleHeader header, Map<String, LocalDate> superseded) {
    Optional<LocalDate> since = Optional.ofNullable(superseded.get(header.slug()));
    return header
        .frontMatter()
        .alert()
        .flatMap(alert -> since.filter(day -> day.isAfter(alert.starts())))
        .isPresent();
  }

  private static Map<PageKind, List<Article>> group(List<ArticleHeader> headers) {
    Map<PageKind, Map<String, Map<Language, ArticleHeader>>> grouped = new TreeMap<>();
    for (ArticleHeader header : headers) {
      grouped
          .computeIfAbsent(header.kind(), kind -> new TreeMap<>())
          .computeIfAbsent(header.articlePath(), path -> new HashMap<>())
          .put(header.language(), header);
    }
    Map<PageKind, List<Article>> articles = new HashMap<>();
    grouped.forEach(
        (kind, byPath) ->
            articles.put(kind, byPath.values().stream().map(SiteAssembler::article).toList()));
    return articles;
  }

  private static Article article(Map<Language, ArticleHeader> translations) {
    ArticleHeader any = translations.values().iterator().next();
    return new Article(any.kind(), any.section(), any.slug(), translations);
  }

  private void reportWhatIsDue(List<ArticleHeader> headers) {
    for (ArticleHeader header : headers) {
      header
          .frontMatter()
          .reviewBy()
          .filter(due -> due.value().isBefore(rules.date()))
          .ifPresent(
              due ->
                  diagnostics.report(
                      DiagnosticCode.REVIEW_OVERDUE, due.span(), due.value().toString()));
    }
  }

  private Map<String, Contact> contacts(List<Contact> all) {
    Map<String, Contact> contacts = new LinkedHashMap<>();
    for (Contact contact : all) {
      boolean isExpired = contact.expires().map(day -> !day.isAfter(rules.date())).orElse(false);
      if (isExpired) {
        diagnostics.report(
            DiagnosticCode.CONTACT_EXPIRED,
            contact.span(),
            contact.id(),
            contact.expires().map(Object::toString).orElse(""));
      } else {
        contacts.put(contact.id(), contact);
      }
    }
    return contacts;
  }

  private static ContentIndex contentIndex(Collection<List<Article>> articles, Parts parts) {
    Map<String, ContentIndex.Page> pages = new HashMap<>();
    for (List<Article> group : articles) {
      for (Article article : group) {
        article
            .translations()
            .forEach(
                (language, header) ->
                    pages.put(header.file().path(), new ContentIndex.Page(article, language)));
      }
    }
    Map<String, MediaFile> media =
        parts.media().stream()
            .collect(Collectors.toMap(file -> file.file().path(), Function.identity()));
    Set<String> unpublished =
        parts.headers().stream()
            .map(header -> header.file().path())
            .filter(path -> !pages.containsKey(path))
            .collect(Collectors.toSet());
    return new ContentIndex(pages, Set.copyOf(parts.unusable()), unpublished, media);
  }

  /** The order of alerts: the most urgent first, then the newest. */
  static Comparator<Entry> alertOrder() {
    return Comparator.<Entry, AlertSeverity>comparing(
            entry -> entry.shown().frontMatter().alert().orElseThrow().severity())
        .thenComparing(
            entry -> entry.shown().frontMatter().alert().orElseThrow().starts(),
            Comparator.reverseOrder())
        .thenComparing(entry -> entry.article().path());
  }

  static <T> List<T> sorted(Collection<T> items, Comparator<T> order) {
    var sorted = new ArrayList<>(items);
    sorted.sort(order);
    return sorted;
  }
}
