package rahnamo.text;

/**
 * The rule by which a language picks the form of a message for a whole number.
 *
 * <p>Russian and Uzbek follow Unicode CLDR. CLDR has no data for Tajik, so the rule is our own: a
 * Tajik noun stays singular after a numeral (як китоб, панҷ китоб), hence one form, {@link
 * PluralCategory#OTHER}. Russian has no {@code OTHER} for whole numbers.
 */
public final class PluralRules {

  private final Language language;

  private PluralRules(Language language) {
    this.language = language;
  }

  /** The rule of a language. */
  public static PluralRules of(Language language) {
    return new PluralRules(language);
  }

  /** The category of a number; the sign does not matter. */
  public PluralCategory category(long n) {
    return switch (language) {
      case TG -> PluralCategory.OTHER;
      case RU -> russian(n);
      case UZ, UZ_CYRL -> n == 1 || n == -1 ? PluralCategory.ONE : PluralCategory.OTHER;
    };
  }

  private static PluralCategory russian(long n) {
    // The remainder first: Math.abs(Long.MIN_VALUE) would stay negative.
    long lastTwo = Math.abs(n % 100);
    long last = lastTwo % 10;
    if (lastTwo >= 11 && lastTwo <= 14) {
      return PluralCategory.MANY;
    }
    if (last == 1) {
      return PluralCategory.ONE;
    }
    return last >= 2 && last <= 4 ? PluralCategory.FEW : PluralCategory.MANY;
  }
}
