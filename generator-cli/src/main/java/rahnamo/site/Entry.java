package rahnamo.site;

import java.util.Optional;
import rahnamo.parse.ArticleHeader;
import rahnamo.text.Language;
import rahnamo.text.Script;
import rahnamo.text.UzbekScript;

/**
 * An article as readers of one language meet it in lists. Immutable.
 *
 * @param article the article
 * @param language the readers' language
 * @param shown the text they get, which may be in another language
 * @param title its title in their alphabet
 * @param summary its summary in their alphabet
 */
public record Entry(
    Article article,
    Language language,
    ArticleHeader shown,
    String title,
    Optional<String> summary) {

  /** The entry of an article for readers of a language. */
  public static Entry of(Article article, Language language, ArticleHeader shown) {
    return new Entry(
        article,
        language,
        shown,
        inAlphabetOf(language, shown, shown.frontMatter().title()),
        shown.frontMatter().summary().map(summary -> inAlphabetOf(language, shown, summary)));
  }

  /**
   * Text of an article as readers of a language get it: in their alphabet if the language is
   * theirs.
   */
  public static String inAlphabetOf(Language language, ArticleHeader header, String text) {
    if (!header.language().equals(Language.UZ)) {
      return text;
    }
    Script wanted = alphabet(language, header).script();
    if (wanted == header.script()) {
      return text;
    }
    return wanted == Script.LATIN ? UzbekScript.toLatin(text) : UzbekScript.toCyrillic(text);
  }

  private static Language alphabet(Language reader, ArticleHeader header) {
    return reader.writtenIn().equals(header.language()) ? reader : header.language();
  }

  /** Its address. */
  public Permalink permalink() {
    return article.permalink(language);
  }

  /** Whether readers get another language than their own. */
  public boolean isFallback() {
    return !shown.language().equals(language.writtenIn());
  }

  /** Whether the text was put into the other alphabet by the program. */
  public boolean isTransliterated() {
    return shown.language().equals(Language.UZ)
        && alphabet(language, shown).script() != shown.script();
  }

  /** The language and alphabet of the text that readers get. */
  public Language textLanguage() {
    return alphabet(language, shown);
  }
}
