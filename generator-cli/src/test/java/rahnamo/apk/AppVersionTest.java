package rahnamo.apk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AppVersionTest {

  private static AppVersion version(String day, int build) {
    return new AppVersion(LocalDate.parse(day), build);
  }

  @Test
  void laterDayOrBuildHasAHigherNumber() {
    int before = 0;
    for (LocalDate day = LocalDate.parse("2000-01-01");
        day.getYear() < 2100;
        day = day.plusDays(1)) {
      for (int build : new int[] {0, 1, 99}) {
        int code = new AppVersion(day, build).code();
        assertTrue(code > before && code <= 2_100_000_000, day + " " + build);
        before = code;
      }
    }
  }

  @Test
  void versionIsWrittenAsPeopleReadIt() {
    assertEquals(2_026_030_102, version("2026-03-01", 2).code());
    assertEquals("2026.03.01", version("2026-03-01", 0).name());
    assertEquals("2026.03.01.2", version("2026-03-01", 2).name());
    assertEquals("20260301-2", version("2026-03-01", 2).inFileName());
    assertEquals("20260301", version("2026-03-01", 0).inFileName());
  }

  @Test
  void whatAndroidCouldNotCountIsImpossible() {
    assertFalse(AppVersion.isPossible(LocalDate.parse("2100-01-01"), 0));
    assertFalse(AppVersion.isPossible(LocalDate.parse("1999-12-31"), 0));
    assertFalse(AppVersion.isPossible(LocalDate.parse("2026-01-01"), 100));
    assertFalse(AppVersion.isPossible(LocalDate.parse("2026-01-01"), -1));
  }
}
