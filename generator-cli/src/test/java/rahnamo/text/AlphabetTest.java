package rahnamo.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlphabetTest {

  @Test
  void alphabetsHaveTheirOfficialLettersInOrder() {
    assertEquals(
        "А Б В Г Ғ Д Е Ё Ж З И Ӣ Й К Қ Л М Н О П Р С Т У Ӯ Ф Х Ҳ Ч Ҷ Ш Ъ Э Ю Я",
        String.join(" ", Alphabet.of(Language.TG).letters()));
    assertEquals(
        "А Б В Г Д Е Ё Ж З И Й К Л М Н О П Р С Т У Ф Х Ц Ч Ш Щ Ъ Ы Ь Э Ю Я",
        String.join(" ", Alphabet.of(Language.RU).letters()));
    assertEquals(
        "A B D E F G H I J K L M N O P Q R S T U V X Y Z Oʻ Gʻ Sh Ch",
        String.join(" ", Alphabet.of(Language.UZ).letters()));
    assertEquals(
        "А Б В Г Д Е Ё Ж З И Й К Л М Н О П Р С Т У Ф Х Ц Ч Ш Ъ Ь Э Ю Я Ў Қ Ғ Ҳ",
        String.join(" ", Alphabet.of(Language.UZ_CYRL).letters()));
  }

  @Test
  void eachLetterIsItsOwnHeadingAndStandsInItsPlace() {
    for (Language language : Language.all()) {
      Alphabet alphabet = Alphabet.of(language);
      for (String letter : alphabet.letters()) {
        assertEquals(letter, alphabet.indexLetter(letter));
      }
      assertSorted(language, alphabet.letters().toArray(String[]::new));
    }
  }

  @Test
  void tajikWordsFollowTheTajikAlphabet() {
    assertSorted(
        Language.TG, "Гап", "Ғарб", "Дар", "Ида", "Йод", "Корт", "Қонун", "Лола", "Хона", "Ҳуқуқ");
    assertSorted(Language.TG, "Чой", "Ҷадвал", "Шаҳр", "Ягона");
  }

  @Test
  void uzbekDigraphsAreLettersAtTheEndOfTheAlphabet() {
    assertSorted(Language.UZ, "Ota", "Suv", "Zina", "Oʻzbek", "Gʻarb", "Shahar", "Choy");
    assertSorted(Language.UZ, "asʼhob", "asr", "ashula");
  }

  @Test
  void uzbekApostrophesSortAlikeHoweverTheyAreTyped() {
    Alphabet uzbek = Alphabet.of(Language.UZ);
    for (String mark : new String[] {"'", "`", "\u2018", "\u2019", "\u02BC"}) {
      assertEquals("Oʻ", uzbek.indexLetter("O" + mark + "zbek"));
      assertTrue(uzbek.comparator().compare("Zina", "o" + mark + "zbek") < 0);
    }
  }

  @Test
  void cyrillicUzbekHasItsOwnLettersLast() {
    assertSorted(Language.UZ_CYRL, "Гап", "Кино", "Яхши", "Ўзбек", "Қонун", "Ғарб", "Ҳужжат");
  }

  @Test
  void yoIsALetterAfterYe() {
    assertSorted(Language.RU, "Еда", "Ель", "Ёлка", "Жара");
    assertEquals("Ё", Alphabet.of(Language.RU).indexLetter("ёлка"));
  }

  @Test
  void wordsAreComparedBeforeLettersOfTheNextWord() {
    assertSorted(Language.RU, "Нет", "Нет работы", "Нетрудоспособность");
    assertSorted(Language.RU, "SIM-карта", "SIMка");
  }

  @Test
  void quotesAndPunctuationDoNotMatter() {
    assertSorted(Language.RU, "Адрес", "«Банк»", "Визы", "…Год");
    assertEquals("Б", Alphabet.of(Language.RU).indexLetter("«Банк»"));
  }

  @Test
  void numbersComeBeforeLettersAndAreComparedByValue() {
    assertSorted(Language.RU, "2 дня", "010 справок", "90 дней", "112", "Адрес");
    assertEquals("0–9", Alphabet.of(Language.RU).indexLetter("112: помощь"));
  }

  @Test
  void otherScriptsComeAfterTheAlphabet() {
    assertSorted(Language.TG, "Ягона", "SIM", "WhatsApp");
    assertSorted(Language.UZ, "Choy", "Адрес", "Яндекс");
    assertEquals("S", Alphabet.of(Language.TG).indexLetter("sIM-корт"));
    assertEquals("中", Alphabet.of(Language.TG).indexLetter("中文"));
  }

  @Test
  void lettersThatTheAlphabetLacksStandWhereReadersKnowThem() {
    assertSorted(Language.TG, "Ъ", "Ы", "Э");
    assertSorted(Language.TG, "Ҳуқуқ", "Цирк", "Чой");
    assertSorted(Language.UZ, "Bank", "COVID", "Davlat");
    assertEquals("Ц", Alphabet.of(Language.TG).indexLetter("цирк"));
  }

  @Test
  void aTitleWithoutLettersHasTheSignHeading() {
    assertEquals("#", Alphabet.of(Language.RU).indexLetter("?!"));
    assertEquals("#", Alphabet.of(Language.RU).indexLetter(""));
  }

  @Test
  void headingsThemselvesSortInOrder() {
    assertSorted(Language.UZ, "#", "0–9", "A", "Z", "Ch", "Б");
  }

  @Test
  void caseDecidesOnlyBetweenEqualWords() {
    Comparator<String> order = Alphabet.of(Language.RU).comparator();
    assertTrue(order.compare("Виза", "визы") < 0);
    assertTrue(order.compare("виза", "Визы") < 0);
    assertNotEquals(0, order.compare("виза", "Виза"));
    assertEquals(0, order.compare("виза", "виза"));
  }

  @Test
  void decomposedLettersAreLetters() {
    assertEquals("Ӣ", Alphabet.of(Language.TG).indexLetter("И\u0304д"));
    assertEquals("Й", Alphabet.of(Language.RU).indexLetter("И\u0306од"));
    assertEquals("E", Alphabet.of(Language.RU).indexLetter("Élan"));
  }

  @Test
  void keysOrderTextsAsTheComparatorDoes() {
    Random random = new Random(42);
    String letters = "аАбёЁғӣқoOʻ'shcz019 -«é中";
    Alphabet alphabet = Alphabet.of(Language.UZ);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(6); j > 0; j--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      texts.add(text.toString());
    }
    List<String> byKey = new ArrayList<>(texts);
    byKey.sort(Comparator.comparing(alphabet::sortKey));
    Collections.shuffle(texts, random);
    texts.sort(alphabet.comparator());
    assertEquals(byKey, texts);
  }

  private static void assertSorted(Language language, String... expected) {
    List<String> shuffled = new ArrayList<>(Arrays.asList(expected));
    Collections.reverse(shuffled);
    shuffled.sort(Alphabet.of(language).comparator());
    assertEquals(Arrays.asList(expected), shuffled);
  }
}
