package rahnamo.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.Month;
import org.junit.jupiter.api.Test;

class DateFormatsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  @Test
  void daysAreWrittenAsOfficialDocumentsWriteThem() {
    assertEquals("24 ноябри соли 2026", DateFormats.of(Language.TG).format(DAY));
    assertEquals("24 ноября 2026\u00A0г.", DateFormats.of(Language.RU).format(DAY));
    assertEquals("2026-yil 24-noyabr", DateFormats.of(Language.UZ).format(DAY));
    assertEquals("2026 йил 24 ноябрь", DateFormats.of(Language.UZ_CYRL).format(DAY));
  }

  @Test
  void daysHaveNoLeadingZero() {
    assertEquals(
        "5 марта 2024\u00A0г.", DateFormats.of(Language.RU).format(LocalDate.of(2024, 3, 5)));
    assertEquals("5 марти соли 2024", DateFormats.of(Language.TG).format(LocalDate.of(2024, 3, 5)));
  }

  @Test
  void uzbekMonthsAreTheSameWordsInBothScripts() {
    for (Month month : Month.values()) {
      LocalDate day = LocalDate.of(2026, month, 1);
      String latin = DateFormats.of(Language.UZ).format(day);
      String cyrillic = DateFormats.of(Language.UZ_CYRL).format(day);
      assertEquals(cyrillic, UzbekScript.toCyrillic(latin.replace('-', ' ')));
    }
  }

  @Test
  void tajikMonthsEndInTheIzofat() {
    for (Month month : Month.values()) {
      String date = DateFormats.of(Language.TG).format(LocalDate.of(2026, month, 1));
      assertEquals("и", date.split(" ", -1)[1].replaceAll("^.*(?=.$)", ""));
    }
  }
}
