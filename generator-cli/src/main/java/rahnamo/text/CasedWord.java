package rahnamo.text;

import java.util.Locale;

/** A word together with its letter case, which is carried over to the other script. */
final class CasedWord {

  private final String word;
  private final String lower;
  private final boolean isAllCapitals;

  CasedWord(String word) {
    this.word = word;
    this.lower = word.toLowerCase(Locale.ROOT);
    this.isAllCapitals = isAllCapitals(word);
  }

  /** The word in lower case, with as many characters as the word. */
  String lower() {
    return lower;
  }

  int length() {
    return word.length();
  }

  /** The lower-case letter at this place, or 0 before the beginning and after the end. */
  char at(int i) {
    return i >= 0 && i < lower.length() ? lower.charAt(i) : 0;
  }

  /** Appends what stands for the part of the word from here on: shaʼn, Shaʼn or SHAʼN. */
  void append(StringBuilder out, String counterpart, int start) {
    if (isAllCapitals) {
      out.append(counterpart.toUpperCase(Locale.ROOT));
    } else if (!counterpart.isEmpty() && Character.isUpperCase(word.charAt(start))) {
      out.append(Character.toUpperCase(counterpart.charAt(0)));
      out.append(counterpart, 1, counterpart.length());
    } else {
      out.append(counterpart);
    }
  }

  /** Whether a word is written in capitals; a single letter is not. */
  private static boolean isAllCapitals(String word) {
    int capitals = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isLowerCase(c)) {
        return false;
      }
      capitals += Character.isUpperCase(c) ? 1 : 0;
    }
    return capitals > 1;
  }
}
