package rahnamo.text.analysis;

/**
 * The classes of characters of the analysis, by plain ranges.
 *
 * <p>Java and a browser may know different versions of Unicode, and both must cut the same words.
 */
final class Characters {

  static final String HYPHENS = "-\u2010\u2011\u2012";

  private static final String APOSTROPHES =
      "'`\u00B4\u02B9\u02BB\u02BC\u02BD\u02C8\u2018\u2019\u201B\u2032\u2035\uFF07";
  private static final String NUMBER_GAPS = " \u00A0\u2009\u202F()+./\u2013" + HYPHENS;

  private static final int LONGEST_NUMBER_GAP = 3;

  private Characters() {}

  /** Stress marks, soft hyphens and the like: part of a word, but not of its form. */
  static boolean isIgnored(char c) {
    if (c < 0x0300) {
      return c == 0x00AD;
    }
    return c <= 0x036F || in(c, 0x0483, 0x0489) || in(c, 0x200B, 0x200D);
  }

  static boolean isDigit(char c) {
    return in(c, '0', '9');
  }

  static boolean isWordCharacter(char c) {
    if (c < 0x00C0) {
      return isDigit(c) || in(c, 'a', 'z') || in(c, 'A', 'Z');
    }
    return c != 0x00D7
        && c != 0x00F7
        && !in(c, 0x02B0, 0x036F)
        && !in(c, 0x0482, 0x0489)
        && !in(c, 0x2000, 0x2BFF)
        && !in(c, 0x3000, 0x303F)
        && c < 0xD800;
  }

  static boolean isApostrophe(char c) {
    boolean isLetter = in(c, 'a', 'z') || in(c, 0x0300, 0x1FFF); // as nearly always
    return !isLetter && APOSTROPHES.indexOf(c) >= 0;
  }

  /** Whether the part of a text between two groups of digits leaves them one number. */
  static boolean isNumberGap(String text, int from, int to) {
    if (to == from || to - from > LONGEST_NUMBER_GAP) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (NUMBER_GAPS.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a part of a text is one hyphen. */
  static boolean isHyphen(String text, int from, int to) {
    return to - from == 1 && HYPHENS.indexOf(text.charAt(from)) >= 0;
  }

  static boolean isNumber(String form) {
    for (int i = 0; i < form.length(); i++) {
      if (!isDigit(form.charAt(i))) {
        return false;
      }
    }
    return !form.isEmpty();
  }

  static boolean isCyrillic(String word) {
    return word.chars().anyMatch(c -> c >= 0x0400 && c < 0x0530);
  }

  /** Lower case of one character: Latin, Greek and Cyrillic, always one for one. */
  static char lower(char c) {
    if (isUpperIfEven(c)) {
      return (char) (c | 1);
    }
    if (in(c, 0x0139, 0x0148) || in(c, 0x04C1, 0x04CE)) {
      return (char) (c + (c & 1));
    }
    if (in(c, 'A', 'Z') || in(c, 0x00C0, 0x00DE) || in(c, 0x0391, 0x03A9) || in(c, 'А', 'Я')) {
      return (char) (c + 32);
    }
    if (in(c, 0x0400, 0x040F)) {
      return (char) (c + 80);
    }
    return c == 0x04C0 ? 0x04CF : c;
  }

  private static boolean isUpperIfEven(char c) {
    return in(c, 0x0100, 0x0137)
        || in(c, 0x014A, 0x0177)
        || in(c, 0x0460, 0x0481)
        || in(c, 0x048A, 0x04BF)
        || in(c, 0x04D0, 0x052F);
  }

  private static boolean in(char c, int first, int last) {
    return c >= first && c <= last;
  }
}
