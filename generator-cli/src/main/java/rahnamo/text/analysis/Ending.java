package rahnamo.text.analysis;

/**
 * An ending and where it may stand.
 *
 * @param slot its place, counted from the end of a word; what is stripped after it has a higher one
 * @param next the slot it leaves behind, usually its own
 * @param after what it may follow: {@code V} a vowel, {@code C} a consonant, {@code *} anything,
 *     else one of these letters
 * @param least how many letters must be left, at least 1
 * @param text the ending, folded
 */
record Ending(int slot, int next, String after, int least, String text) {

  boolean mayFollow(char letter, boolean isVowel) {
    return switch (after) {
      case "*" -> true;
      case "V" -> isVowel;
      case "C" -> !isVowel;
      default -> after.indexOf(letter) >= 0;
    };
  }
}
