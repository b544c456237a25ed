package rahnamo.pipeline;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import rahnamo.config.SiteConfig;
import rahnamo.index.IndexBuilder;
import rahnamo.index.IndexSink;
import rahnamo.index.SearchDocument;
import rahnamo.render.PageText;
import rahnamo.render.TextSink;
import rahnamo.site.Article;
import rahnamo.site.Edition;
import rahnamo.site.Entry;
import rahnamo.site.Site;
import rahnamo.text.Language;

/** The search indexes of all languages of a site, filled page by page. */
final class SearchIndexes implements TextSink {

  private final SiteConfig.Search config;
  private final Map<Language, Index> indexes = new EnumMap<>(Language.class);

  /**
   * The index of one language.
   *
   * @param numbers the number of each page by its path
   */
  private record Index(IndexBuilder builder, Map<String, Integer> numbers) {}

  /**
   * Indexes of a site.
   *
   * @param sink takes their files by their path in the site; called by many threads
   */
  SearchIndexes(Site site, IndexSink sink) {
    this.config = site.config().search();
    for (Edition edition : site.editions().values()) {
      Language language = edition.language();
      Map<String, Integer> numbers = numbers(site, edition);
      String folder = "search/" + language.folder() + "/";
      var builder =
          new IndexBuilder(
              language,
              numbers.size(),
              config.hasPositions(),
              (path, bytes) -> sink.accept(folder + path, bytes));
      indexes.put(language, new Index(builder, numbers));
    }
  }

  /** Pages by the day of their publication, so that a new article comes last; then by path. */
  private static Map<String, Integer> numbers(Site site, Edition edition) {
    var days = new HashMap<String, LocalDate>();
    days.put("contacts", LocalDate.MIN);
    edition.sections().forEach(section -> days.put(section.slug() + "/index", LocalDate.MIN));
    var articles = new ArrayList<Article>(site.articles());
    articles.addAll(site.standalone());
    articles.addAll(site.alerts());
    List<Language> chain = site.config().chain(edition.language());
    for (Article article : articles) {
      Entry entry = Entry.of(article, edition.language(), article.shownIn(chain));
      days.put(article.path(), entry.shown().frontMatter().published().orElse(LocalDate.MIN));
    }
    List<String> paths = new ArrayList<>(days.keySet());
    paths.sort(
        Comparator.comparing((String path) -> days.getOrDefault(path, LocalDate.MIN))
            .thenComparing(Comparator.naturalOrder()));
    var numbers = new HashMap<String, Integer>();
    paths.forEach(path -> numbers.put(path, numbers.size()));
    return numbers;
  }

  @Override
  public void accept(PageText text) throws IOException {
    Index index = indexes.get(text.language());
    Integer number = index == null ? null : index.numbers().get(text.path());
    if (index == null || number == null) {
      throw new IllegalArgumentException("no page of the site is at " + text.path());
    }
    index
        .builder()
        .add(number, new SearchDocument(text.path(), text.title(), text.section(), text.words()));
  }

  /** Writes what needs all pages; to be called once. Lets go of one language before the next. */
  void finish() throws IOException {
    for (Iterator<Index> left = indexes.values().iterator(); left.hasNext(); left.remove()) {
      Index index = left.next();
      index.builder().finish(config.whole().isWanted(index.numbers().size()));
    }
  }
}
