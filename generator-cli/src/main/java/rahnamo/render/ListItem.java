package rahnamo.render;

import java.util.Optional;
import rahnamo.site.Entry;
import rahnamo.site.Permalink;
import rahnamo.text.Language;

/**
 * An article in a list.
 *
 * @param title its title
 * @param href its address
 * @param summary its summary
 * @param verified the day its facts were checked
 * @param published the day it was published
 * @param lang the language of its text
 * @param fallback whether that is not the readers' language
 * @param section the title of its section, where a list mixes sections
 */
record ListItem(
    String title,
    String href,
    Optional<String> summary,
    Optional<DateText> verified,
    Optional<DateText> published,
    String lang,
    boolean fallback,
    Optional<String> section) {

  static ListItem of(Entry entry, Permalink page) {
    Language language = entry.language();
    return new ListItem(
        entry.title(),
        entry.permalink().relativeTo(page),
        entry.summary(),
        entry.shown().frontMatter().verified().map(date -> DateText.of(date, language)),
        entry.shown().frontMatter().published().map(date -> DateText.of(date, language)),
        entry.textLanguage().tag(),
        entry.isFallback(),
        Optional.empty());
  }

  ListItem inSection(String title) {
    return new ListItem(
        this.title, href, summary, verified, published, lang, fallback, Optional.of(title));
  }
}
