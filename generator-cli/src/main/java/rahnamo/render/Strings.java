package rahnamo.render;

import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import rahnamo.text.Language;
import rahnamo.text.PluralRules;
import rahnamo.text.UzbekScript;

/** The interface's words in one language. Immutable. */
final class Strings {

  private final Language language;
  private final Map<String, String> texts;

  private Strings(Language language, Map<String, String> texts) {
    this.language = language;
    this.texts = texts;
  }

  /** The words of a theme; Uzbek in Cyrillic is made from Uzbek in Latin. */
  static Strings load(Theme theme, Language language) throws IOException {
    var properties = new Properties();
    properties.load(
        new StringReader(theme.text("strings/" + language.writtenIn().folder() + ".properties")));
    Map<String, String> texts = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      String text = properties.getProperty(key);
      boolean isCyrillic = language.equals(Language.UZ_CYRL);
      texts.put(key, isCyrillic ? UzbekScript.toCyrillic(text) : text);
    }
    return new Strings(language, new LinkedHashMap<>(texts));
  }

  Map<String, String> all() {
    return texts;
  }

  /** A text by key; the key itself in brackets if the theme lacks it, so that a page shows it. */
  String text(String key) {
    return texts.getOrDefault(key, "[" + key + "]");
  }

  /** A text with {@code {0}}, {@code {1}} replaced. */
  String text(String key, List<String> arguments) {
    String text = text(key);
    for (int i = 0; i < arguments.size(); i++) {
      text = text.replace("{" + i + "}", arguments.get(i));
    }
    return text;
  }

  /** A text in the plural form that a number needs, with {@code {0}} replaced by the number. */
  String plural(String key, long number) {
    String category = PluralRules.of(language).category(number).name();
    String form = key + "." + category.toLowerCase(java.util.Locale.ROOT);
    return text(form, List.of(Long.toString(number)));
  }
}
