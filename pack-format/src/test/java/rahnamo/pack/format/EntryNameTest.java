package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index.html",
        "uz-cyrl/rights/detention.html",
        "assets/style.0a1b2c3d.css",
        ".well-known/x_1",
        "SHA256SUMS",
        "SHA256SUMS.sig"
      })
  void ordinaryNameIsValid(String name) {
    assertTrue(EntryName.isValid(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/index.html",
        "ru/",
        "ru//index.html",
        "../index.html",
        "ru/../../x",
        "./x",
        "Index.html",
        "sub/SHA256SUMS",
        "a\\b",
        "a b",
        "c:x",
        "роҳ.html",
        "ı.html"
      })
  void nameThatMeansDifferentThingsOnDifferentSystemsIsInvalid(String name) {
    assertFalse(EntryName.isValid(name));
  }

  @ParameterizedTest
  @CsvSource({
    "../a, NAME_TRAVERSAL",
    "a/./b, NAME_TRAVERSAL",
    "..\\a, NAME_TRAVERSAL",
    "%2e%2E/a, NAME_TRAVERSAL",
    "a%2f..%5cb, NAME_TRAVERSAL",
    "/a, NAME_ABSOLUTE",
    "//host/a, NAME_ABSOLUTE",
    "c:/a, NAME_DRIVE",
    "a\\b, NAME_BACKSLASH",
    "a\u0000.html, NAME_NUL",
    "a/, NAME_FOLDER",
    "A.html, NAME_UPPER_CASE",
    "\uFF0E\uFF0E/a, NAME_NOT_ASCII",
    "a b, NAME_CHARACTER",
    "a//b, NAME_CHARACTER",
    "'', NAME_LENGTH",
    "con, NAME_RESERVED",
    "a/nul.html, NAME_RESERVED",
    "com1.css, NAME_RESERVED",
    "a./b, NAME_RESERVED"
  })
  void gravestReasonComesFirst(String name, VerificationCode code) {
    assertEquals(code, EntryName.problems(name).iterator().next());
  }

  @Test
  void nameLongerThanTheLimitIsInvalid() {
    assertTrue(EntryName.isValid(letters(EntryName.MAX_LENGTH)));
    assertFalse(EntryName.isValid(letters(EntryName.MAX_LENGTH + 1)));
  }

  @Test
  void quickLookSaysTheSameAsTheLongOne() {
    var random = new Random(11);
    String[] parts = {
      "a", "b", "/", ".", "..", "com", "1", "con", "nul", "aux.", "-", "_", "A", "%2e", "\\",
      "x.html", ":"
    };
    int valid = 0;
    for (int round = 0; round < 100_000; round++) {
      var name = new StringBuilder();
      for (int i = random.nextInt(6); i >= 0; i--) {
        name.append(parts[random.nextInt(parts.length)]);
      }
      boolean isValid = EntryName.isValid(name.toString());
      assertEquals(EntryName.problems(name.toString()).isEmpty(), isValid, name.toString());
      valid += isValid ? 1 : 0;
    }
    assertTrue(valid > 1000, valid + " were valid");
  }

  private static String letters(int count) {
    return new String(new char[count]).replace('\0', 'a');
  }
}
