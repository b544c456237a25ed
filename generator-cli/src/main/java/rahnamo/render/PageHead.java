package rahnamo.render;

import java.util.List;
import java.util.Optional;

/**
 * What is said of every page.
 *
 * @param kind the name of its layout
 * @param contentLang the language of its text, which differs from the interface's on a fallback
 * @param title the title
 * @param documentTitle the title for the browser's window and for search engines
 * @param description one sentence for search engines
 * @param path its address in the site
 * @param canonical its full address
 * @param noindex whether search engines must leave it out
 * @param alternates the same page in other languages, as full addresses
 * @param languages the language switcher
 * @param breadcrumbs the way from the front page
 * @param openGraph what messengers show of a link
 * @param jsonLd what search engines read
 */
record PageHead(
    String kind,
    String contentLang,
    String title,
    String documentTitle,
    Optional<String> description,
    String path,
    Optional<String> canonical,
    boolean noindex,
    List<Alternate> alternates,
    List<LanguageLink> languages,
    List<Crumb> breadcrumbs,
    OpenGraph openGraph,
    Optional<TrustedHtml> jsonLd) {

  /** The same page in another language, for search engines. */
  record Alternate(String lang, String href) {}

  /** One language of the switcher. */
  record LanguageLink(String tag, String name, String href, boolean current, boolean translated) {}

  /** One step of the way from the front page; the last one is the page itself. */
  record Crumb(String title, Optional<String> href) {}

  /** What messengers show of a link. */
  record OpenGraph(String type, Optional<String> image) {}
}
