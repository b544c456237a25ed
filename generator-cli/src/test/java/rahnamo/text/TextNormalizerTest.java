package rahnamo.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextNormalizerTest {

  @Test
  void anyMarkAfterOOrGMakesTheUzbekLetter() {
    for (String mark : List.of("'", "`", "´", "ʹ", "ʻ", "ʼ", "‘", "’", "′")) {
      String typed = "O#zbekiston tog# yo#li".replace("#", mark);
      assertEquals(
          "O\u02BBzbekiston tog\u02BB yo\u02BBli", TextNormalizer.normalize(typed, Language.UZ));
    }
  }

  @Test
  void aMarkBetweenOtherLettersIsTheTutuq() {
    assertEquals(
        "ma\u02BClumot, san\u02BCat, as\u02BChob, MA\u02BCNO",
        TextNormalizer.normalize("ma'lumot, san’at, as‘hob, MAʻNO", Language.UZ));
  }

  @Test
  void quotesAroundWordsStayQuotes() {
    for (String text :
        new String[] {"'patent' va ‘viza’", "'foto' va 'blog' soʻzi", "5' 30''", "''foto''"}) {
      assertEquals(text, TextNormalizer.normalize(text, Language.UZ));
    }
    assertEquals("‘togʻ’ soʻzi", TextNormalizer.normalize("‘tog'’ so'zi", Language.UZ));
    assertEquals("togʻ va bogʻ", TextNormalizer.normalize("tog' va bog'", Language.UZ));
  }

  @Test
  void otherLanguagesKeepTheirApostrophes() {
    String text = "O'Нил, д’Артаньян, o'zbek";
    assertEquals(text, TextNormalizer.normalize(text, Language.RU));
    assertEquals(text, TextNormalizer.normalize(text, Language.TG));
    assertEquals(text, TextNormalizer.normalize(text, Language.UZ_CYRL));
  }

  @Test
  void textIsComposedInEveryLanguage() {
    assertEquals(
        "Тоҷикӣ й ё", TextNormalizer.normalize("Тоҷики\u0304 и\u0306 е\u0308", Language.TG));
    assertEquals("й", TextNormalizer.normalizeMarkdown("и\u0306", Language.RU));
  }

  @Test
  void cleanTextIsReturnedAsItIs() {
    String clean = "Oʻzbekiston fuqarolari — maʼlumot: «togʻ», Ҷумҳурӣ, за́кон";
    assertSame(clean, TextNormalizer.normalize(clean, Language.UZ));
    assertSame(clean, TextNormalizer.normalizeMarkdown(clean, Language.UZ));
  }

  @Test
  void whatIsCalledCleanStaysAsItIs() {
    Random random = new Random(5);
    String letters = "og'ʼʻ’ \nsaбйи\u0306\u0304\u0301—\0";
    int clean = 0;
    for (int i = 0; i < 5000; i++) {
      char[] text = new char[random.nextInt(8)];
      for (int j = 0; j < text.length; j++) {
        text[j] = letters.charAt(random.nextInt(letters.length()));
      }
      for (Language language : List.of(Language.UZ, Language.TG)) {
        if (TextNormalizer.isClean(text, 0, language)) {
          clean++;
          String source = new String(text);
          assertEquals(source, TextNormalizer.normalizeMarkdown(source, language));
          assertEquals(-1, source.indexOf('\0'));
        }
      }
    }
    assertTrue(clean > 1000, "clean: " + clean);
  }

  @Test
  void onlyWhatFollowsTheOffsetMustBeClean() {
    char[] text = "o'z\nOʻzbekiston — Ҷумҳурӣ".toCharArray();
    assertFalse(TextNormalizer.isClean(text, 0, Language.UZ));
    assertTrue(TextNormalizer.isClean(text, 4, Language.UZ));
    assertTrue(TextNormalizer.isClean(text, 0, Language.TG));
  }

  @Test
  void markdownProseIsNormalised() {
    assertMarkdown("## Ma’lumot {#malumot}\n", "## Maʼlumot {#malumot}\n");
    assertMarkdown(
        "- **o'quv** [yo'l](yo'l.md#bo'l \"o'q\")", "- **oʻquv** [yoʻl](yo'l.md#bo'l \"o'q\")");
    assertMarkdown("::: note Ma'lumot\no'qing\n:::", "::: note Maʼlumot\noʻqing\n:::");
    assertMarkdown("| o'g'il | qiz |\n|---|---|\n", "| oʻgʻil | qiz |\n|---|---|\n");
    assertMarkdown("[^1]: ma'no\n", "[^1]: maʼno\n");
  }

  @Test
  void codeIsNotTouched() {
    assertMarkdown("`o'z` o'z ``o'z ` o'z``", "`o'z` oʻz ``o'z ` o'z``");
    assertMarkdown("```\no'z\n```\no'z", "```\no'z\n```\noʻz");
    assertMarkdown("~~~ sh\no'z\n```\no'z\n~~~\no'z", "~~~ sh\no'z\n```\no'z\n~~~\noʻz");
    assertMarkdown("> ```\n> o'z\n> ```\no'z", "> ```\n> o'z\n> ```\noʻz");
    assertMarkdown("1. ```\n   o'z\n   ```\n2. o'z", "1. ```\n   o'z\n   ```\n2. oʻz");
    assertMarkdown("o'z\n```\no'z", "oʻz\n```\no'z");
  }

  @Test
  void addressesTagsAndAttributesAreNotTouched() {
    assertMarkdown("<https://a.uz/o'z> o'z", "<https://a.uz/o'z> oʻz");
    assertMarkdown("https://a.uz/o'z o'z", "https://a.uz/o'z oʻz");
    assertMarkdown("<b title='o'z'>o'z</b>", "<b title='o'z'>oʻz</b>");
    assertMarkdown("<!-- o'z\no'z --> o'z", "<!-- o'z\no'z --> oʻz");
    assertMarkdown("[o'z]{title=o'z} o'z", "[oʻz]{title=o'z} oʻz");
    assertMarkdown("![o'z](../o'z(1).svg) o'z", "![oʻz](../o'z(1).svg) oʻz");
    assertMarkdown("[o'z]: o'z.md 'o'z'\no'z", "[oʻz]: o'z.md 'o'z'\noʻz");
  }

  @Test
  void frontMatterIsNotTouched() {
    assertMarkdown("---\ntitle: 'O'z'\n---\no'z", "---\ntitle: 'O'z'\n---\noʻz");
    assertMarkdown("o'z\n\n---\no'z\n---\n", "oʻz\n\n---\noʻz\n---\n");
  }

  @Test
  void aBacktickAfterALetterIsAnApostrophe() {
    assertMarkdown("O`zbek san`ati `o'z` tog` yo`li", "Oʻzbek sanʼati `o'z` togʻ yoʻli");
  }

  @Test
  void placesInTheSourceDoNotMove() {
    Random random = new Random(3);
    String letters = "og'ʼ`‘’ \n[]()<>{}:-~#aо";
    for (int i = 0; i < 5000; i++) {
      StringBuilder source = new StringBuilder();
      for (int j = random.nextInt(40); j > 0; j--) {
        source.append(letters.charAt(random.nextInt(letters.length())));
      }
      String text = source.toString();
      String clean = TextNormalizer.normalizeMarkdown(text, Language.UZ);
      assertEquals(text.length(), clean.length());
      for (int at = 0; at < text.length(); at++) {
        if (!Apostrophes.isMark(text.charAt(at))) {
          assertEquals(text.charAt(at), clean.charAt(at));
        }
      }
    }
  }

  @Test
  void oddInputTakesNoLongerThanPlainText() {
    for (String piece : List.of("](", "<a", "<!--", "{", "`a``", "[o'z]: ", "> ```", "o'")) {
      String source = "o'z " + piece.repeat(50_000);
      assertTimeout(
          Duration.ofSeconds(5),
          () -> TextNormalizer.normalizeMarkdown(source, Language.UZ),
          piece);
    }
  }

  @Test
  void normalisingTwiceChangesNothingMore() {
    Random random = new Random(4);
    String letters = "og'ʼ‘’ \nsa-";
    for (int i = 0; i < 5000; i++) {
      StringBuilder source = new StringBuilder();
      for (int j = random.nextInt(20); j > 0; j--) {
        source.append(letters.charAt(random.nextInt(letters.length())));
      }
      String once = TextNormalizer.normalize(source.toString(), Language.UZ);
      assertEquals(once, TextNormalizer.normalize(once, Language.UZ), () -> "for " + source);
    }
  }

  private static void assertMarkdown(String source, String expected) {
    assertEquals(expected, TextNormalizer.normalizeMarkdown(source, Language.UZ));
  }
}
