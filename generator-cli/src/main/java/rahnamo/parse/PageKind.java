package rahnamo.parse;

/**
 * What a Markdown file of the content folder becomes; it decides which front matter keys it has.
 */
public enum PageKind {
  /** {@code ru/rights/detention.md}. */
  ARTICLE,
  /** {@code ru/about.md}: a page outside the sections. */
  STANDALONE,
  /** {@code ru/rights/_index.md}. */
  SECTION,
  /** {@code ru/_index.md}. */
  HOME,
  /** {@code ru/alerts/sim.md}. */
  ALERT
}
