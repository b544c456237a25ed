package rahnamo.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import rahnamo.config.SiteConfig;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.parse.ArticleHeader;
import rahnamo.parse.FrontMatter.Located;
import rahnamo.text.Alphabet;
import rahnamo.text.Language;
import rahnamo.text.Transliteration;

/** Puts the lists of one language together. */
final class EditionAssembler {

  private final SiteConfig config;
  private final LocalDate date;
  private final Language language;
  private final List<Language> chain;
  private final Diagnostics diagnostics;

  EditionAssembler(SiteConfig config, LocalDate date, Language language, Diagnostics diagnostics) {
    this.config = config;
    this.date = date;
    this.language = language;
    this.chain = config.chain(language);
    this.diagnostics = diagnostics;
  }

  Edition assemble(
      List<Article> articles,
      List<Article> sectionPages,
      List<Article> standalone,
      List<Article> alerts,
      Optional<Article> home) {
    List<Edition.Section> sections = sections(articles, sectionPages);
    return new Edition(
        language,
        home.map(this::entry),
        sections,
        standalone.stream().map(this::entry).toList(),
        SiteAssembler.sorted(alerts.stream().map(this::entry).toList(), SiteAssembler.alertOrder()),
        tags(sections));
  }

  private Entry entry(Article article) {
    return Entry.of(article, language, article.shownIn(chain));
  }

  private List<Edition.Section> sections(List<Article> articles, List<Article> sectionPages) {
    Map<String, List<Entry>> entries = new HashMap<>();
    for (Article article : articles) {
      Entry entry = entry(article);
      boolean isExpired =
          entry.shown().frontMatter().expires().map(day -> !day.isAfter(date)).orElse(false);
      if (!isExpired) {
        entries.computeIfAbsent(article.section(), s -> new ArrayList<>()).add(entry);
      }
    }
    Map<String, Entry> indexes = new HashMap<>();
    sectionPages.forEach(page -> indexes.put(page.section(), entry(page)));
    var sections = new ArrayList<Edition.Section>();
    for (String slug : config.sections()) {
      Optional<Entry> index = Optional.ofNullable(indexes.get(slug));
      sections.add(
          new Edition.Section(
              slug,
              index.map(Entry::title).orElse(slug),
              index,
              inOrder(entries.getOrDefault(slug, List.of()))));
    }
    return List.copyOf(sections);
  }

  private record Sortable(Entry entry, int order, LocalDate published, String key) {}

  /** By `order`, then the newest, then by title in the language's own alphabet. */
  private List<Entry> inOrder(List<Entry> entries) {
    Alphabet alphabet = Alphabet.of(language);
    Comparator<Sortable> order =
        Comparator.comparingInt(Sortable::order)
            .thenComparing(Sortable::published, Comparator.reverseOrder())
            .thenComparing(Sortable::key)
            .thenComparing(sortable -> sortable.entry().article().slug());
    return entries.stream()
        .map(
            entry ->
                new Sortable(
                    entry,
                    entry.shown().frontMatter().order().orElse(Integer.MAX_VALUE),
                    entry.shown().frontMatter().published().orElse(LocalDate.MIN),
                    alphabet.sortKey(entry.title())))
        .sorted(order)
        .map(Sortable::entry)
        .toList();
  }

  /** Only articles in the readers' own language have tags that they can read. */
  private List<Edition.Tag> tags(List<Edition.Section> sections) {
    Map<String, String> titles = new HashMap<>();
    Map<String, List<Entry>> entries = new TreeMap<>();
    for (Edition.Section section : sections) {
      for (Entry entry : section.entries()) {
        if (!entry.isFallback()) {
          addTags(entry, titles, entries);
        }
      }
    }
    Alphabet alphabet = Alphabet.of(language);
    var tags = new ArrayList<Edition.Tag>();
    entries.forEach(
        (slug, list) -> tags.add(new Edition.Tag(titles.getOrDefault(slug, slug), slug, list)));
    tags.sort(Comparator.comparing(tag -> alphabet.sortKey(tag.title())));
    return List.copyOf(tags);
  }

  /** The address of a tag, which must not be that of the list of all tags. */
  private static String slug(String tag) {
    String slug = Transliteration.slug(tag);
    return slug.equals("index") ? "tag-index" : slug;
  }

  private void addTags(Entry entry, Map<String, String> titles, Map<String, List<Entry>> entries) {
    ArticleHeader header = entry.shown();
    Set<String> seen = new HashSet<>();
    for (Located<String> tag : header.frontMatter().tags()) {
      // From the alphabet that the language is kept in, so that each tag has one address.
      String slug = slug(Entry.inAlphabetOf(header.language(), header, tag.value()));
      String title = Entry.inAlphabetOf(language, header, tag.value());
      String first = titles.putIfAbsent(slug, title);
      if (first != null && !first.equals(title)) {
        diagnostics.report(DiagnosticCode.TAG_COLLISION, tag.span(), title, first, slug);
      } else if (seen.add(slug)) {
        entries.computeIfAbsent(slug, s -> new ArrayList<>()).add(entry);
      }
    }
  }
}
