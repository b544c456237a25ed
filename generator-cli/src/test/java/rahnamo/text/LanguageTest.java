package rahnamo.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanguageTest {

  @Test
  void eachLanguageIsFoundByItsTagAndItsFolder() {
    for (Language language : Language.all()) {
      assertEquals(Optional.of(language), Language.of(language.tag()));
      assertEquals(Optional.of(language), Language.ofFolder(language.folder()));
      assertEquals(language.tag().toLowerCase(Locale.ROOT), language.folder());
    }
  }

  @Test
  void tagsAreComparedWithoutCaseButFoldersAreNot() {
    assertEquals(Optional.of(Language.UZ_CYRL), Language.of("UZ-CYRL"));
    assertTrue(Language.ofFolder("uz-Cyrl").isEmpty());
  }

  @Test
  void unknownTagsGiveNothing() {
    assertTrue(Language.of("kk").isEmpty());
    assertTrue(Language.of("").isEmpty());
  }

  @Test
  void languagesAreNamedInThemselves() {
    assertEquals("Тоҷикӣ", Language.TG.autonym());
    assertEquals("Русский", Language.RU.autonym());
    assertEquals("O\u02BBzbekcha", Language.UZ.autonym());
    assertEquals("Ўзбекча", Language.UZ_CYRL.autonym());
  }

  @Test
  void cyrillicUzbekIsWrittenInTheUzbekFolder() {
    assertSame(Language.UZ, Language.UZ_CYRL.writtenIn());
    assertSame(Language.TG, Language.TG.writtenIn());
    assertSame(Script.CYRILLIC, Language.UZ_CYRL.script());
    assertSame(Script.LATIN, Language.UZ.script());
  }

  @Test
  void aLanguageIsShownAsItsTag() {
    assertEquals("uz-Cyrl", Language.UZ_CYRL.toString());
  }

  @Test
  void theScriptOfATextIsThatOfMostOfItsLetters() {
    assertEquals(Optional.of(Script.CYRILLIC), Script.dominant("SIM-карта керак"));
    assertEquals(Optional.of(Script.LATIN), Script.dominant("O\u02BBzbekiston: 112"));
    assertEquals(Optional.empty(), Script.dominant("112"));
  }
}
