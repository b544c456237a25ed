package rahnamo.text;

import java.util.List;
import java.util.Optional;

/**
 * A language, in one script, in which a site can be published.
 *
 * <p>The set is closed on purpose: a language is known here only when its alphabet, dates, plurals
 * and search rules are known too. The order of the constants means nothing to readers; a site says
 * in its configuration in which order it lists them.
 */
public enum Language {
  /** Tajik, in Cyrillic. */
  TG("tg", "tg", "Тоҷикӣ", Script.CYRILLIC),
  /** Russian. */
  RU("ru", "ru", "Русский", Script.CYRILLIC),
  /** Uzbek in the Latin alphabet of 1995; the script in which Uzbek articles are kept. */
  UZ("uz", "uz", "Oʻzbekcha", Script.LATIN),
  /** Uzbek in Cyrillic, generated from the Latin text. */
  UZ_CYRL("uz-Cyrl", "uz-cyrl", "Ўзбекча", Script.CYRILLIC);

  private static final List<Language> ALL = List.of(values());

  private final String tag;
  private final String folder;
  private final String autonym;
  private final Script script;

  Language(String tag, String folder, String autonym, Script script) {
    this.tag = tag;
    this.folder = folder;
    this.autonym = autonym;
    this.script = script;
  }

  /** The language with this BCP 47 tag; letter case does not matter, as BCP 47 wants it. */
  public static Optional<Language> of(String tag) {
    return ALL.stream().filter(language -> language.tag.equalsIgnoreCase(tag)).findFirst();
  }

  /** The language whose pages and articles are in the folder of this name, case and all. */
  public static Optional<Language> ofFolder(String folder) {
    return ALL.stream().filter(language -> language.folder.equals(folder)).findFirst();
  }

  /** All known languages, always in the same order. */
  public static List<Language> all() {
    return ALL;
  }

  /** The BCP 47 tag for {@code lang} attributes, such as {@code uz-Cyrl}. */
  public String tag() {
    return tag;
  }

  /** The name of the language's folder in the content and in the site: the tag in lower case. */
  public String folder() {
    return folder;
  }

  /** The language's name in itself, for the language switcher. */
  public String autonym() {
    return autonym;
  }

  /** The script of the published pages. */
  public Script script() {
    return script;
  }

  /** The language whose folder holds this language's articles: {@link #UZ} for Cyrillic Uzbek. */
  public Language writtenIn() {
    return this == UZ_CYRL ? UZ : this;
  }

  /** The BCP 47 tag. */
  @Override
  public String toString() {
    return tag;
  }
}
