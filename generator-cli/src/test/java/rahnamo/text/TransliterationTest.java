package rahnamo.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TransliterationTest {

  @Test
  void headingsBecomeReadableAddresses() {
    assertEquals("khlopok", Transliteration.slug("Хлопок"));
    assertEquals("kak-poluchit-patent", Transliteration.slug("Как получить патент?"));
    assertEquals("huquqi-muhojiri-mehnati", Transliteration.slug("Ҳуқуқи муҳоҷири меҳнатӣ"));
    assertEquals("ish-haqi-va-tolov", Transliteration.slug("Ish haqi va toʻlov"));
    assertEquals("podezd-obyom-yozh-shchuka", Transliteration.slug("Подъезд, объём: ёж — щука"));
  }

  @Test
  void uzbekLettersWithApostrophesAreOneWordInAnySpelling() {
    for (String mark : new String[] {"'", "`", "\u2018", "\u2019", "\u02BB", "\u02BC"}) {
      assertEquals("ozbek-sanat", Transliteration.slug("O" + mark + "zbek san" + mark + "at"));
    }
    assertEquals("ozbek", Transliteration.slug("Ўзбек"));
  }

  @Test
  void accentsAreLeftOutAndNumbersStay() {
    assertEquals("resume-24", Transliteration.slug("Résumé №24"));
    assertEquals("zamok", Transliteration.slug("за́мок"));
  }

  @Test
  void composedAndDecomposedTextGiveTheSameSlug() {
    assertEquals(Transliteration.slug("Тоҷикӣ й"), Transliteration.slug("Тоҷики\u0304 и\u0306"));
  }

  @Test
  void aTextThatHasNoLettersStillHasASlug() {
    assertEquals("section", Transliteration.slug(""));
    assertEquals("section", Transliteration.slug("— ! —"));
    assertEquals("section", Transliteration.slug("中文"));
  }

  @Test
  void anyTextGivesWordsJoinedBySingleHyphens() {
    Random random = new Random(7);
    String letters = "aZ9 -_ъЬғӣҷЎʻ'\u0301é中—\n";
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(12); j > 0; j--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      String slug = Transliteration.slug(text.toString());
      assertTrue(slug.matches("[a-z0-9]+(-[a-z0-9]+)*"), () -> text + " gives " + slug);
      assertEquals(slug, Transliteration.slug(slug), "a slug is its own slug");
    }
  }
}
