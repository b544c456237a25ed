package rahnamo.text.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tokens that are one word as well: a number in groups, or words joined by hyphens (115-ФЗ).
 *
 * @param last the place of its last token in the list
 * @param start where it begins in the text
 * @param length how long it is there
 * @param form the forms of its tokens without what is between them
 */
record Chain(int last, int start, int length, String form) {

  private static final int MOST_TOKENS = 8;
  private static final int MOST_HYPHENS = 3;
  private static final int SHORTEST_NUMBER = 4;
  private static final int LONGEST_NUMBER = 15;

  /** What begins at a token and goes as far as the gaps allow, if that is more than the token. */
  static Optional<Chain> at(String text, List<Token> tokens, int first, boolean areNumbers) {
    int last = first;
    while (last + 1 < tokens.size()
        && last - first < MOST_TOKENS - 1
        && goesOn(text, tokens.get(last), tokens.get(last + 1), areNumbers)) {
      last++;
    }
    if (last == first) {
      return Optional.empty(); // as nearly always
    }
    String form =
        tokens.subList(first, last + 1).stream().map(Token::form).collect(Collectors.joining());
    boolean isNumber = Characters.isNumber(form);
    if (areNumbers != isNumber || !isLikely(form, last - first, isNumber)) {
      return Optional.empty();
    }
    int start = tokens.get(first).start();
    return Optional.of(new Chain(last, start, tokens.get(last).end() - start, form));
  }

  private static boolean isLikely(String form, int gaps, boolean isNumber) {
    return isNumber
        ? form.length() >= SHORTEST_NUMBER && form.length() <= LONGEST_NUMBER
        : gaps <= MOST_HYPHENS;
  }

  private static boolean goesOn(String text, Token a, Token b, boolean areNumbers) {
    return areNumbers
        ? Characters.isNumber(a.form())
            && Characters.isNumber(b.form())
            && Characters.isNumberGap(text, a.end(), b.start())
        : Characters.isHyphen(text, a.end(), b.start());
  }
}
