package rahnamo.text;

/**
 * The marks that people type for the two apostrophe letters of Uzbek, and what they should be.
 *
 * <p>The turned comma U+02BB belongs to the letters oʻ and gʻ, the tutuq U+02BC is a sign of its
 * own (sanʼat). Keyboards offer neither, so editors type whatever looks right.
 */
final class Apostrophes {

  /** U+02BB, the second half of the letters oʻ and gʻ. */
  static final char TURNED_COMMA = '\u02BB';

  /** U+02BC, the tutuq. */
  static final char TUTUQ = '\u02BC';

  private Apostrophes() {}

  /** Whether the character is one of the marks used for an Uzbek apostrophe. */
  static boolean isMark(char c) {
    return switch (c) {
      case '\'', '`', '\u00B4' -> true; // apostrophe, grave, acute
      case '\u02B9', TURNED_COMMA, TUTUQ, '\u02BD', '\u02C8' -> true; // modifier letters
      case '\u2018', '\u2019', '\u201B', '\u2032', '\u2035', '\uFF07' -> true; // quotes, primes
      default -> false;
    };
  }

  /** Whether a mark after this letter makes the letter oʻ or gʻ. */
  static boolean takesTurnedComma(char letter) {
    return letter == 'o' || letter == 'O' || letter == 'g' || letter == 'G';
  }
}
