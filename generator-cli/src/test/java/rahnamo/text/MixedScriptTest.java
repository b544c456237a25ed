package rahnamo.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rahnamo.text.MixedScript.Finding;

class MixedScriptTest {

  @Test
  void aLatinLookAlikeInARussianWordIsFoundAndPutRight() {
    assertEquals(
        List.of(new Finding("с" + "a" + "йт", 4, "a", Optional.of("сайт"))),
        MixedScript.find("наш с" + "a" + "йт"));
  }

  @Test
  void aCyrillicLookAlikeInALatinWordIsFoundAndPutRight() {
    assertEquals(
        List.of(new Finding("p\u0430tent", 0, "а", Optional.of("patent"))),
        MixedScript.find("p\u0430tent olish"));
  }

  @Test
  void theScriptThatCanBeReplacedIsTheSuspectOfTwoEqualOnes() {
    assertEquals("а", MixedScript.find("d\u0430").get(0).suspects());
    assertEquals("a", MixedScript.find("д" + "a").get(0).suspects());
  }

  @Test
  void nothingIsSuggestedForALetterWithoutALookAlike() {
    Finding finding = MixedScript.find("zаявка").get(0);
    assertEquals("z", finding.suspects());
    assertEquals(Optional.empty(), finding.suggestion());
  }

  @Test
  void anAbbreviationWithAnEndingIsGivenAHyphen() {
    assertEquals(Optional.of("SMS-ка"), MixedScript.find("SMSка").get(0).suggestion());
    assertEquals(Optional.of("РФ-da"), MixedScript.find("РФda").get(0).suggestion());
    // Capitals that may be Cyrillic are more likely a slip of the keyboard.
    assertEquals(Optional.of("ТАТарстан"), MixedScript.find("TATарстан").get(0).suggestion());
  }

  @Test
  void compoundsAreMadeOfCleanWords() {
    String text = "SIM-карта, ruID-и нав, e-патент, 4G-модем, Wi\u2011Fi–роутер, 5км, 220В/50Hz";
    assertEquals(List.of(), MixedScript.find(text));
  }

  @Test
  void cleanTextHasNoFindings() {
    assertEquals(List.of(), MixedScript.find("Oʻzbekiston, Ҷумҳурии Тоҷикистон, за́мок, Москва"));
    assertEquals(List.of(), MixedScript.find(""));
  }

  @Test
  void accentsAndUzbekLettersDoNotCutAWord() {
    assertEquals("O\u02BBzb\u0435k", MixedScript.find("O\u02BBzb\u0435k tili").get(0).word());
    assertEquals("з" + "a\u0301" + "мок", MixedScript.find("з" + "a\u0301" + "мок").get(0).word());
  }

  @Test
  void allMixedWordsAreFoundInReadingOrder() {
    List<Finding> findings = MixedScript.find("Mосква и p\u0430tent и c\u043Eхта");
    assertEquals(List.of(0, 9, 18), findings.stream().map(Finding::offset).toList());
  }
}
