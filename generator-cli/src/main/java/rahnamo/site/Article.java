package rahnamo.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import rahnamo.parse.ArticleHeader;
import rahnamo.parse.PageKind;
import rahnamo.text.Language;

/**
 * One article, alert, section or standalone page with all its translations. Immutable.
 *
 * @param kind what it is
 * @param section its section, empty outside the sections
 * @param slug its name in the section
 * @param translations its texts by the language they are written in; never empty
 */
public record Article(
    PageKind kind, String section, String slug, Map<Language, ArticleHeader> translations) {

  public Article {
    translations = Map.copyOf(translations);
  }

  /** The path that all translations share: {@code rights/detention}. */
  public String path() {
    return section.isEmpty() ? slug : section + "/" + slug;
  }

  /** Its address for readers of a language, whether it is translated or not. */
  public Permalink permalink(Language language) {
    return new Permalink(language.folder() + "/" + path() + ".html");
  }

  /** The text to show, the first one that exists in a chain of languages. */
  public ArticleHeader shownIn(List<Language> chain) {
    return chain.stream()
        .filter(translations::containsKey)
        .findFirst()
        .map(translations::get)
        .orElseThrow();
  }

  /** The text in a language, if it is translated. */
  public Optional<ArticleHeader> in(Language language) {
    return Optional.ofNullable(translations.get(language.writtenIn()));
  }
}
