package rahnamo.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PluralRulesTest {

  @Test
  void russianHasOneFewAndMany() {
    for (long n : new long[] {1, 21, 101, 1001}) {
      assertEquals(PluralCategory.ONE, PluralRules.of(Language.RU).category(n), "for " + n);
    }
    for (long n : new long[] {2, 3, 4, 22, 104}) {
      assertEquals(PluralCategory.FEW, PluralRules.of(Language.RU).category(n), "for " + n);
    }
    for (long n : new long[] {0, 5, 11, 12, 14, 20, 111, 112}) {
      assertEquals(PluralCategory.MANY, PluralRules.of(Language.RU).category(n), "for " + n);
    }
  }

  @Test
  void uzbekHasOneAndOtherInBothScripts() {
    for (Language uzbek : new Language[] {Language.UZ, Language.UZ_CYRL}) {
      assertEquals(PluralCategory.ONE, PluralRules.of(uzbek).category(1));
      assertEquals(PluralCategory.OTHER, PluralRules.of(uzbek).category(0));
      assertEquals(PluralCategory.OTHER, PluralRules.of(uzbek).category(21));
    }
  }

  @Test
  void tajikHasOneFormForAllNumbers() {
    for (long n : new long[] {0, 1, 2, 5, 21}) {
      assertEquals(PluralCategory.OTHER, PluralRules.of(Language.TG).category(n));
    }
  }

  @Test
  void theSignDoesNotMatter() {
    assertEquals(PluralCategory.ONE, PluralRules.of(Language.RU).category(-21));
    assertEquals(PluralCategory.MANY, PluralRules.of(Language.RU).category(Long.MIN_VALUE));
  }
}
