package rahnamo.text;

import java.time.LocalDate;
import java.util.List;

/**
 * The written form of a calendar day in a language, as its official documents write it.
 *
 * <ul>
 *   <li>Tajik: {@code 24 ноябри соли 2026} (month and year joined by izofat, as in government
 *       decrees: «30 июни соли 2021»)
 *   <li>Russian: {@code 24 ноября 2026 г.}
 *   <li>Uzbek: {@code 2026-yil 24-noyabr} (orthography of 1995: a hyphen after the numerals of
 *       years and days)
 *   <li>Cyrillic Uzbek: {@code 2026 йил 24 ноябрь} (orthography of 1956: no hyphen)
 * </ul>
 *
 * The JDK has wrong data or none for Tajik, and its data change with its version; these tables do
 * not. Spaces are plain ones: keeping a date on one line is the style sheet's business.
 */
public final class DateFormats {

  private static final List<String> TAJIK =
      List.of(
          "январи",
          "феврали",
          "марти",
          "апрели",
          "майи",
          "июни",
          "июли",
          "августи",
          "сентябри",
          "октябри",
          "ноябри",
          "декабри");
  private static final List<String> RUSSIAN =
      List.of(
          "января",
          "февраля",
          "марта",
          "апреля",
          "мая",
          "июня",
          "июля",
          "августа",
          "сентября",
          "октября",
          "ноября",
          "декабря");
  private static final List<String> UZBEK =
      List.of(
          "yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avgust", "sentabr", "oktabr",
          "noyabr", "dekabr");
  private static final List<String> UZBEK_CYRILLIC =
      List.of(
          "январь",
          "февраль",
          "март",
          "апрель",
          "май",
          "июнь",
          "июль",
          "август",
          "сентябрь",
          "октябрь",
          "ноябрь",
          "декабрь");

  private final Language language;

  private DateFormats(Language language) {
    this.language = language;
  }

  /** The date format of a language. */
  public static DateFormats of(Language language) {
    return new DateFormats(language);
  }

  /** The day in words, with ASCII digits and no leading zeros. */
  public String format(LocalDate date) {
    int day = date.getDayOfMonth();
    int year = date.getYear();
    return switch (language) {
      case TG -> day + " " + month(TAJIK, date) + " соли " + year;
      case RU ->
          day + " " + month(RUSSIAN, date) + " " + year + "\u00A0г."; // never alone in a line
      case UZ -> year + "-yil " + day + "-" + month(UZBEK, date);
      case UZ_CYRL -> year + " йил " + day + " " + month(UZBEK_CYRILLIC, date);
    };
  }

  private static String month(List<String> names, LocalDate date) {
    return names.get(date.getMonthValue() - 1);
  }
}
