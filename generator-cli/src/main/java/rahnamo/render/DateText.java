package rahnamo.render;

import java.time.LocalDate;
import rahnamo.text.DateFormats;
import rahnamo.text.Language;

/**
 * A day for machines and for people.
 *
 * @param iso such as 2026-11-24
 * @param text in the words of a language
 */
record DateText(String iso, String text) {

  static DateText of(LocalDate date, Language language) {
    return new DateText(date.toString(), DateFormats.of(language).format(date));
  }
}
