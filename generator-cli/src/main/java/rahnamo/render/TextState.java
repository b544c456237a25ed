package rahnamo.render;

import java.util.Optional;
import rahnamo.parse.ArticleHeader;
import rahnamo.parse.FrontMatter;
import rahnamo.site.Entry;
import rahnamo.site.Permalink;
import rahnamo.site.Site;

/**
 * What readers must know of a text before they trust it.
 *
 * @param verified the day its facts were checked
 * @param reviewBy the day by which they must be checked again
 * @param reviewOverdue whether that day is over
 * @param reviewNeeded whether a native reader must still check it
 * @param outdated whether its source has changed since it was translated
 * @param fallback the languages, when it is shown in another one than asked for
 * @param generatedScript whether the program changed its alphabet
 * @param sourceHref where its source is, if it is a translation
 * @param sourceName the language of that source
 */
record TextState(
    Optional<DateText> verified,
    Optional<DateText> reviewBy,
    boolean reviewOverdue,
    boolean reviewNeeded,
    boolean outdated,
    Optional<Fallback> fallback,
    boolean generatedScript,
    Optional<String> sourceHref,
    Optional<String> sourceName) {

  /** The language shown and the language asked for, each in its own words. */
  record Fallback(String name, String wanted) {

    private static Optional<Fallback> of(Entry entry) {
      return entry.isFallback()
          ? Optional.of(
              new Fallback(entry.shown().language().autonym(), entry.language().autonym()))
          : Optional.empty();
    }
  }

  /** The state of a text on a page. */
  static TextState of(Entry entry, Permalink page, boolean isOutdated, Site site) {
    FrontMatter frontMatter = entry.shown().frontMatter();
    Optional<ArticleHeader> source =
        frontMatter.translation().flatMap(t -> entry.article().in(t.of()));
    return new TextState(
        frontMatter.verified().map(day -> DateText.of(day, entry.language())),
        frontMatter.reviewBy().map(due -> DateText.of(due.value(), entry.language())),
        frontMatter.reviewBy().map(due -> due.value().isBefore(site.date())).orElse(false),
        frontMatter.needsReview(),
        isOutdated,
        Fallback.of(entry),
        entry.isTransliterated(),
        source.map(s -> PageLinks.permalink(entry.article(), s.language()).relativeTo(page)),
        source.map(s -> s.language().autonym()));
  }
}
