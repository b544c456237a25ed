package rahnamo.render;

import java.util.List;
import java.util.Optional;
import rahnamo.site.Entry;

/**
 * What only an article's page has; standalone pages, alerts and expired articles use parts of it.
 *
 * @param summary its summary
 * @param body its own text
 * @param toc its contents, headings of level 2 with those of level 3
 * @param reviewOverdue whether it should have been checked again by now
 * @param reviewNeeded whether a native reader must still check it
 * @param outdated whether its source has changed since it was translated
 * @param fallback the languages, when it is shown in another one than asked for
 * @param generatedScript whether the program changed its alphabet
 * @param sourceHref where its source is, if it is a translation
 * @param sourceName the language of that source
 */
record ArticleModel(
    Optional<String> summary,
    TrustedHtml body,
    List<TocItem> toc,
    Optional<DateText> published,
    Optional<DateText> updated,
    Optional<DateText> verified,
    Optional<DateText> reviewBy,
    boolean reviewOverdue,
    boolean reviewNeeded,
    boolean outdated,
    Optional<String> sourceHref,
    Optional<String> sourceName,
    Optional<Fallback> fallback,
    boolean generatedScript,
    List<Source> sources,
    List<String> checklist,
    Optional<Audio> audio,
    List<PageFrame.TitledLink> tags,
    List<ListItem> related,
    Optional<ListItem> previous,
    Optional<ListItem> next,
    PageFrame.TitledLink section,
    Optional<DateText> starts,
    Optional<DateText> expires,
    Optional<String> severity,
    List<String> regions,
    List<String> citizenships,
    boolean active) {

  /** A heading in the contents. */
  record TocItem(String id, String title, int level, List<TocItem> children) {}

  /** The language shown and the language asked for, each in its own words. */
  record Fallback(String name, String wanted) {

    /** The languages of a text that is not in its readers' own. */
    static Optional<Fallback> of(Entry entry) {
      return entry.isFallback()
          ? Optional.of(
              new Fallback(entry.shown().language().autonym(), entry.language().autonym()))
          : Optional.empty();
    }
  }

  /** A source of facts. */
  record Source(String title, String url, Optional<DateText> date) {}

  /** The spoken article. */
  record Audio(String href, String type) {}
}
