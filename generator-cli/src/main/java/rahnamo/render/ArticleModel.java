package rahnamo.render;

import java.util.List;
import java.util.Optional;

/**
 * What only an article's page has; standalone pages, alerts and expired articles use parts of it.
 *
 * @param summary its summary
 * @param body its own text
 * @param toc its contents, headings of level 2 with those of level 3
 * @param state what readers must know of the text before they trust it
 */
record ArticleModel(
    Optional<String> summary,
    TrustedHtml body,
    List<TocItem> toc,
    Optional<DateText> published,
    Optional<DateText> updated,
    TextState state,
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

  /** A source of facts. */
  record Source(String title, String url, Optional<DateText> date) {}

  /** The spoken article. */
  record Audio(String href, String type) {}
}
