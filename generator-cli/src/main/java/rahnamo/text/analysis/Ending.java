package rahnamo.text.analysis;

/**
 * An ending and where it may stand.
 *
 * @param slot its place, counted from the end of a word; what is stripped after it has a higher one
 * @param next the slot it leaves behind, usually its own
 * @param after what must stand before it
 * @param least how many letters must be left, at least 1
 * @param text the ending, folded
 */
record Ending(int slot, int next, After after, int least, String text) {

  /** What an ending may follow. */
  enum After {
    CONSONANT("C"),
    VOWEL("V"),
    ANY("*");

    private final String sign;

    After(String sign) {
      this.sign = sign;
    }

    static After of(String sign) {
      for (After after : values()) {
        if (after.sign.equals(sign)) {
          return after;
        }
      }
      throw new IllegalArgumentException("`" + sign + "` is none of C, V and *");
    }

    String sign() {
      return sign;
    }

    boolean allows(boolean vowel) {
      return this == ANY || this == VOWEL == vowel;
    }
  }
}
