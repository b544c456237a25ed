package rahnamo.site;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rahnamo.config.SiteConfig;
import rahnamo.parse.Contact;
import rahnamo.text.Language;

/**
 * Everything that pages are made from, but for the bodies of articles. Immutable.
 *
 * @param config the configuration
 * @param date the day the site is made for; everything dated derives from it
 * @param articles articles of the sections, sorted by path
 * @param standalone pages outside the sections, sorted by path
 * @param sectionPages texts of sections that have one, sorted by path
 * @param home the texts of the front pages
 * @param alerts alerts in force, sorted by path
 * @param redirects former addresses
 * @param contacts contacts by id, in the order of their file, without expired ones
 * @param editions the site by language, in the order of the languages
 * @param contentIndex which article and language a content path belongs to
 */
public record Site(
    SiteConfig config,
    LocalDate date,
    List<Article> articles,
    List<Article> standalone,
    List<Article> sectionPages,
    Optional<Article> home,
    List<Article> alerts,
    List<Redirect> redirects,
    Map<String, Contact> contacts,
    Map<Language, Edition> editions,
    ContentIndex contentIndex) {

  /**
   * A former address.
   *
   * @param from the address that no longer has a page
   * @param article what stood there
   * @param language the language of the address
   * @param title the article's title in that language
   */
  public record Redirect(Permalink from, Article article, Language language, String title) {

    /** Where the article is now. */
    public Permalink to() {
      return article.permalink(language);
    }
  }

  /** The site as readers of one of its languages get it. */
  public Edition edition(Language language) {
    Edition edition = editions.get(language);
    if (edition == null) {
      throw new IllegalArgumentException("the site is not published in " + language);
    }
    return edition;
  }

  /**
   * The newest day up to that of the site on which a text appeared, was changed or was checked; the
   * day of the site if no text has one. Unlike that, it is the same until somebody edits a text.
   */
  public LocalDate lastChange() {
    return Stream.of(articles, standalone, sectionPages, home.stream().toList(), alerts)
        .flatMap(List::stream)
        .flatMap(article -> article.translations().values().stream())
        .flatMap(header -> header.frontMatter().days())
        .filter(day -> !day.isAfter(date))
        .max(Comparator.naturalOrder())
        .orElse(date);
  }

  /** Whether a text is past its day. */
  public boolean isExpired(rahnamo.parse.ArticleHeader header) {
    return header.frontMatter().expires().map(day -> !day.isAfter(date)).orElse(false);
  }
}
