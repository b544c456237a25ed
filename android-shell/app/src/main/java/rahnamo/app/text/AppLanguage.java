package rahnamo.app.text;

import java.util.Locale;

/** A language that the app speaks; its name in itself is how a reader finds it. */
public enum AppLanguage {
  TG("tg", "Тоҷикӣ"),
  RU("ru", "Русский"),
  UZ("uz", "Oʻzbekcha"),
  EN("en", "English");

  private final String code;
  private final String ownName;

  AppLanguage(String code, String ownName) {
    this.code = code;
    this.ownName = ownName;
  }

  /** The code, which is also the name of the language's folder in a pack. */
  public String code() {
    return code;
  }

  /** What its speakers call it. */
  public String ownName() {
    return ownName;
  }

  /**
   * The language to use.
   *
   * @param chosen the code that the reader chose, or an empty text
   * @param system the language of the phone
   */
  public static AppLanguage of(String chosen, Locale system) {
    String wanted = chosen.isEmpty() ? system.getLanguage() : chosen;
    for (AppLanguage language : values()) {
      if (language.code.equals(wanted)) {
        return language;
      }
    }
    return EN;
  }
}
