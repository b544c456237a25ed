package rahnamo.render;

import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.text.Language;
import rahnamo.text.PluralRules;
import rahnamo.text.UzbekScript;

/** The interface's words in one language. Safe for use by many threads. */
final class Strings {

  private static final Pattern PLURAL_FORM = Pattern.compile("\\.(one|few|many|other)$");

  private final Language language;
  private final Map<String, String> texts;
  private final SourceSpan source;
  private final Diagnostics diagnostics;

  private Strings(
      Language language, Map<String, String> texts, SourceSpan source, Diagnostics diagnostics) {
    this.language = language;
    this.texts = texts;
    this.source = source;
    this.diagnostics = diagnostics;
  }

  /**
   * The words of a theme in some languages; what one language has and another lacks is reported.
   */
  static Map<Language, Strings> load(Theme theme, List<Language> languages, Diagnostics diagnostics)
      throws IOException {
    Map<Language, Strings> strings = new LinkedHashMap<>();
    var keys = new TreeSet<String>();
    for (Language language : languages) {
      Strings words = load(theme, language, diagnostics);
      strings.put(language, words);
      keys.addAll(words.texts.keySet());
    }
    keys.removeIf(key -> PLURAL_FORM.matcher(key).find()); // languages have different ones
    strings.values().forEach(words -> keys.forEach(words::text));
    return strings;
  }

  /** The words of a theme; Uzbek in Cyrillic is made from Uzbek in Latin. */
  private static Strings load(Theme theme, Language language, Diagnostics diagnostics)
      throws IOException {
    String file = "strings/" + language.writtenIn().folder() + ".properties";
    var properties = new Properties();
    properties.load(new StringReader(theme.text(file)));
    Map<String, String> texts = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      String text = properties.getProperty(key);
      boolean isCyrillic = language.equals(Language.UZ_CYRL);
      texts.put(key, isCyrillic ? UzbekScript.toCyrillic(text) : text);
    }
    SourceSpan source = SourceSpan.ofFile(theme.display(file));
    return new Strings(language, new LinkedHashMap<>(texts), source, diagnostics);
  }

  Map<String, String> all() {
    return texts;
  }

  /** A text by key, or the key itself in brackets if the theme lacks it (which is reported). */
  String text(String key) {
    String text = texts.get(key);
    if (text == null) {
      String tag = language.writtenIn().tag();
      diagnostics.report(DiagnosticCode.MISSING_STRING, source, key, tag);
      return "[" + key + "]";
    }
    return text;
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
