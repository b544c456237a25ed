package rahnamo.text.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rahnamo.text.Language;

/** What a reader may type and an editor may write, and which terms both come to. */
class AnalyzerTest {

  @ParameterizedTest
  @CsvSource({
    "tg, ҳуҷҷат, хуччат",
    "tg, ҳуҷҷат, ҳуджджат",
    "tg, Ҷавоб, жавоб",
    "tg, шиносномаи, шиноснома",
    "tg, китобҳояшонро, китоб",
    "tg, мекунад, кардан",
    "tg, навиштааст, менависам",
    "tg, нависандагон, нависанда",
    "tg, мехонад, хондан",
    "tg, бармегардам, баргаштан",
    "tg, намераванд, рафтам",
    "ru, патентами, патент",
    "uz, shahrimizda, shahar",
    "uz, singlimga, singil",
    "ru, ёлка, елки",
    "uz, oʻqituvchilarimizning, o'qituvchi",
    "uz, o‘zbek, ozbek",
    "uz, qishlog'imizda, қишлоқ",
    "uz, tilagi, tilak",
    "uz, Ўзбекистонда, Oʻzbekiston",
    "uz, sanʼat, санъат",
    "uz-Cyrl, шартномани, shartnoma",
  })
  void formsOfOneWordHaveOneStem(String language, String one, String other) {
    assertEquals(stem(language, one), stem(language, other));
  }

  @ParameterizedTest
  @CsvSource({
    "tg, меҳнат, нат",
    "tg, наздик, здик",
    "uz, ota, ot",
    "uz, son, so'z",
    "tg, хона, хондан",
    "uz, bola, bo'ladi",
    "ru, право, правда"
  })
  void differentWordsStayApart(String language, String one, String other) {
    assertNotEquals(stem(language, one), stem(language, other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+7 (495) 123-45-67",
        "8 495 123 45 67",
        "84951234567",
        "8(495)1234567",
        "7.495.123.45.67",
        "495 123‐45‐67",
        "8 495 123 45 67"
      })
  void phoneNumberIsOneWordHoweverItIsGrouped(String number) {
    Word word = words("ru", number).get(0);

    assertEquals("4951234567", word.form());
    assertEquals("1234567", word.stem());
    assertEquals(number.length(), word.start() + word.length());
  }

  @Test
  void lawNumberIsFoundWholeAndInParts() {
    assertEquals(List.of("115фз", "115", "фз"), forms("ru", "115-ФЗ"));
    assertEquals(List.of("115фз", "115", "фз"), forms("tg", "115‐ФЗ"));
  }

  @Test
  void wordsKnowTheirPlaceInTheText() {
    assertEquals(List.of(new Word(3, 6, "замок", "замок")), words("ru", "«— за\u0301мок»"));
    assertEquals(List.of(new Word(2, 6, "oqish", "oqi")), words("uz", "  oʻqish!"));
  }

  @Test
  void queryOfStopWordsKeepsItsWords() {
    List<QueryWord> query = Analyzer.of(Language.RU).query("кто и где");

    assertEquals(List.of("кто", "и", "где"), query.stream().map(QueryWord::form).toList());
    assertTrue(query.stream().allMatch(QueryWord::stop));
  }

  @Test
  void cyrillicUzbekTypedOnARussianKeyboardHasOtherSpellings() {
    QueryWord word = Analyzer.of(Language.UZ).query("укитувчи").get(0);

    assertTrue(word.spellings().contains("oqituvchi"));
  }

  @Test
  void russianWordInATajikIndexIsTriedByItsStem() {
    QueryWord word = Analyzer.of(Language.TG).query("регистрацией").get(0);

    assertEquals("регистрац*", last(last(word.alternatives())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "+-:~^*", "\u0000", "\uD83D", "😀😀", "\u0301", "ъ", "'''", "\u202Eאב"})
  void awkwardTextIsNoTrouble(String text) {
    for (Language language : Language.all()) {
      Analyzer analyzer = Analyzer.of(language);
      assertEquals(
          analyzer.words(text).size(), analyzer.query(text).size(), () -> language + " " + text);
      for (Word word : analyzer.words(text)) {
        assertTrue(!word.form().isEmpty() && !word.stem().isEmpty());
      }
    }
  }

  @Test
  void endlessWordIsQuicklyDone() {
    for (Language language : Language.all()) {
      assertEquals(1, Analyzer.of(language).query("даки".repeat(2500)).size());
    }
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  private static String stem(String language, String text) {
    return words(language, text).get(0).stem();
  }

  private static List<String> forms(String language, String text) {
    return words(language, text).stream().map(Word::form).toList();
  }

  private static List<Word> words(String language, String text) {
    return Analyzer.of(Language.of(language).orElseThrow()).words(text);
  }
}
