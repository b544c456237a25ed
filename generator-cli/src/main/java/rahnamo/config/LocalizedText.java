package rahnamo.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import rahnamo.text.Language;

/**
 * A short text in several languages. Immutable.
 *
 * @param texts the text by language; never empty
 */
public record LocalizedText(Map<Language, String> texts) {

  public LocalizedText {
    texts = Map.copyOf(texts);
  }

  /** The first text in a chain of languages, with the language it is in. */
  public Optional<InLanguage> in(List<Language> chain) {
    return chain.stream()
        .filter(texts::containsKey)
        .map(language -> new InLanguage(language, texts.getOrDefault(language, "")))
        .findFirst();
  }

  /**
   * A text and its language.
   *
   * @param language the language that the text is written in
   * @param text the text
   */
  public record InLanguage(Language language, String text) {}
}
