package rahnamo.text.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of letters and digits in a text.
 *
 * @param start where it begins, in UTF-16 units
 * @param length how long it is in the text
 * @param spelled the word in lower case, without stress marks, with plain apostrophes
 * @param form the folded word, never empty
 */
record Token(int start, int length, String spelled, String form) {

  /** The tokens of a text in their order. */
  static List<Token> of(String text, Folding folding) {
    List<Token> tokens = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      if (!Characters.isWordCharacter(text.charAt(i))) {
        i++;
        continue;
      }
      int start = i;
      while (i < text.length() && isInside(text, i)) {
        i++;
      }
      String spelled = lowered(text, start, i);
      String form = folding.apply(spelled);
      if (!form.isEmpty()) {
        tokens.add(new Token(start, i - start, spelled, form));
      }
    }
    return tokens;
  }

  int end() {
    return start + length;
  }

  private static boolean isInside(String text, int i) {
    char c = text.charAt(i);
    return Characters.isWordCharacter(c)
        || Characters.isIgnored(c)
        || (Characters.isApostrophe(c)
            && i + 1 < text.length()
            && Characters.isWordCharacter(text.charAt(i + 1)));
  }

  private static String lowered(String text, int start, int end) {
    char[] out = new char[end - start];
    int length = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!Characters.isIgnored(c)) {
        out[length++] = Characters.isApostrophe(c) ? '\'' : Characters.lower(c);
      }
    }
    return new String(out, 0, length);
  }
}
