package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

  @Test
  void nameLongerThanTheLimitIsInvalid() {
    assertTrue(EntryName.isValid(letters(EntryName.MAX_LENGTH)));
    assertFalse(EntryName.isValid(letters(EntryName.MAX_LENGTH + 1)));
  }

  private static String letters(int count) {
    return new String(new char[count]).replace('\0', 'a');
  }
}
