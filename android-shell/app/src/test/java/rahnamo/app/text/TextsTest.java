package rahnamo.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {

  @ParameterizedTest
  @EnumSource
  void everySentenceIsThereAndNoOther(AppLanguage language) throws IOException {
    Set<String> expected = new TreeSet<>();
    for (Text text : Text.values()) {
      expected.add(text.key());
    }
    assertEquals(expected, new TreeSet<>(sentences(language).stringPropertyNames()));
  }

  @ParameterizedTest
  @EnumSource
  void everySentenceNamesTheSameValues(AppLanguage language) {
    for (Text text : Text.values()) {
      assertEquals(places(AppLanguage.EN, text), places(language, text), text.key());
    }
  }

  @ParameterizedTest
  @EnumSource
  void sentencesAreWrittenAsTheProjectWritesThem(AppLanguage language) throws IOException {
    for (String sentence : sentences(language).values().toArray(new String[0])) {
      assertEquals(Normalizer.normalize(sentence, Normalizer.Form.NFC), sentence);
      assertFalse(sentence.isBlank());
      assertFalse(sentence.contains("'") && language != AppLanguage.EN, sentence);
      assertFalse(sentence.matches("(?s).*[<>&].*"), "it stands in pages too: " + sentence);
    }
  }

  @Test
  void languagesAreNotCopiesOfEachOther() {
    int same = 0;
    for (Text text : Text.values()) {
      if (sentence(AppLanguage.RU, text).equals(sentence(AppLanguage.TG, text))) {
        same++;
      }
    }
    assertTrue(same <= 4, same + " Tajik sentences are Russian ones");
  }

  @Test
  void valuesAreFilledInOnceAndAsTheyAre() {
    Texts texts = Texts.of(AppLanguage.EN);

    assertEquals("{1} of $2", texts.get(Text.FIND_COUNT, "{1}", "$2"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', tg-TJ, TG",
    "'', ru-KZ, RU",
    "'', uz-Latn-UZ, UZ",
    "'', fr-FR, EN",
    "uz, ru-RU, UZ",
    "xx, ru-RU, EN"
  })
  void languageFollowsThePhoneUnlessChosen(String chosen, String system, AppLanguage expected) {
    assertEquals(expected, AppLanguage.of(chosen, Locale.forLanguageTag(system)));
  }

  private static Set<String> places(AppLanguage language, Text text) {
    return Pattern.compile("\\{[^}]*\\}")
        .matcher(sentence(language, text))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String sentence(AppLanguage language, Text text) {
    return Texts.of(language).get(text, "{0}", "{1}");
  }

  private static Properties sentences(AppLanguage language) throws IOException {
    var sentences = new Properties();
    try (var in = Texts.class.getResourceAsStream("texts_" + language.code() + ".properties")) {
      sentences.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
    }
    return sentences;
  }
}
