package rahnamo.app.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rahnamo.app.text.AppLanguage;
import rahnamo.app.text.Texts;
import rahnamo.pack.format.Finding;
import rahnamo.pack.format.VerificationCode;

class FindingWordsTest {

  private final FindingWords words = new FindingWords(Texts.of(AppLanguage.EN));

  @ParameterizedTest
  @EnumSource
  void everyFindingHasASentenceAndItsCode(VerificationCode code) {
    String sentence = words.of(Finding.of(code));

    assertTrue(sentence.endsWith(" (" + code.id() + ")"), sentence);
    assertTrue(sentence.length() > code.id().length() + 15, sentence);
  }

  @Test
  void missingSpaceIsSaidInMegabytes() {
    Finding full = Finding.of(VerificationCode.INSTALL_DISK_FULL, "2500000");

    assertEquals(
        "Not enough space: 2.5 MB more are needed. Delete something and try again."
            + " (install-disk-full)",
        words.of(full));
  }
}
