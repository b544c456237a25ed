package rahnamo.app.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rahnamo.app.text.AppLanguage;
import rahnamo.app.text.Texts;
import rahnamo.pack.format.PackDate;
import rahnamo.pack.format.PackVerifier;
import rahnamo.pack.format.Progress;
import rahnamo.pack.format.SamplePack;
import rahnamo.pack.format.SamplePublisher;
import rahnamo.pack.format.TrustAnchor;

class PackWordsTest {

  @TempDir private Path folder;

  private PackWords words(SamplePack pack, TrustAnchor anchor, String today) throws IOException {
    PackDate day = PackDate.parse(today);
    var file = pack.writeTo(Files.createTempFile(folder, "p", ".zip"));
    var report = new PackVerifier(anchor, day).verify(file, Progress.IGNORED);
    return new PackWords(report, day, Texts.of(AppLanguage.EN));
  }

  @Test
  void trustIsSaidPlainly() throws Exception {
    var publisher = new SamplePublisher();
    SamplePack signed = SamplePack.numbered(7).signedBy(publisher);

    PackWords trusted = words(signed, publisher.anchor(), "2026-04-01");
    assertTrue(trusted.isTrusted());
    assertTrue(trusted.trust().startsWith("Verified"), trusted.trust());
    PackWords unknown = words(signed, new SamplePublisher().anchor(), "2026-04-01");
    assertFalse(unknown.isTrusted());
    assertTrue(unknown.trust().startsWith("UNKNOWN PUBLISHER"), unknown.trust());
    assertTrue(unknown.publisher().matches("([0-9a-f]{4} ){3}[0-9a-f]{4}"), unknown.publisher());
    assertEquals(trusted.publisher(), unknown.publisher());
    assertFalse(unknown.publisher().equals(unknown.signer()));
    PackWords unsigned = words(SamplePack.numbered(7), publisher.anchor(), "2026-04-01");
    assertTrue(unsigned.trust().startsWith("NOT SIGNED"), unsigned.trust());
    assertEquals("—", unsigned.publisher());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01, age in days: 0",
    "2026-03-11, age in days: 10",
    "2026-09-01, age in days: 184",
    "2026-09-02, OLD: look for a newer one"
  })
  void ageIsSaid(String today, String expected) throws Exception {
    String version = words(SamplePack.numbered(7), TrustAnchor.none(), today).version();

    assertEquals("Version 7 of 2026-03-01 · " + expected, version);
  }

  @Test
  void clockThatIsBehindSaysNothingAboutAge() throws Exception {
    String version = words(SamplePack.numbered(7), TrustAnchor.none(), "2026-02-28").version();

    assertEquals("Version 7 of 2026-03-01", version);
  }

  @Test
  void titleIsInTheLanguageOrTheMainOne() throws Exception {
    PackWords words = words(SamplePack.numbered(7), TrustAnchor.none(), "2026-04-01");

    assertEquals("Намуна", words.title("tg"));
    assertEquals("Намуна", words.title("ru"));
  }

  @ParameterizedTest
  @CsvSource({
    "1772323200000, 2026-03-01",
    "1772409599999, 2026-03-01",
    "0, 2000-01-01",
    "-1, 2000-01-01",
    "253402300800000, 2000-01-01"
  })
  void anyClockGivesADay(long millis, String expected) {
    assertEquals(expected, PackWords.date(millis).toString());
  }

  @Test
  void daysAreCountedOverLeapYearsAndCenturies() {
    LocalDate from = LocalDate.of(2000, 1, 1);
    for (int days = 0; days < 150_000; days += 97) {
      String day = from.plusDays(days).toString();
      assertEquals(days, PackWords.days(PackDate.parse("2000-01-01"), PackDate.parse(day)), day);
    }
  }
}
