package rahnamo.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds terms that one typing error turns into a word: a letter more, less, other, or two swapped.
 */
final class Misspelling {

  private static final int SHORTEST = 3;
  private static final int FEW_SHARDS = 16;

  private final OpenIndex index;

  Misspelling(OpenIndex index) {
    this.index = index;
  }

  /**
   * Looks where the first two letters are right, then the first one, then everywhere; in a small
   * index everywhere at once, since that loads little.
   */
  List<String> corrections(String word) throws IOException {
    if (!isWord(word)) {
      return List.of();
    }
    if (index.shards() <= FEW_SHARDS) {
      Stream<String> others = otherBeginnings(word).stream();
      return Stream.concat(near(word, 1).stream(), others).distinct().toList();
    }
    List<String> found = near(word, 2);
    if (found.isEmpty()) {
      found = near(word, 1);
    }
    return found.isEmpty() ? otherBeginnings(word) : found;
  }

  /** Looks only where the first three letters are right: that costs no more shards, or few. */
  List<String> closest(String word) throws IOException {
    return isWord(word) ? near(word, 3) : List.of();
  }

  private static boolean isWord(String word) {
    return word.length() >= SHORTEST && !word.chars().allMatch(Misspelling::isDigit);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private List<String> near(String word, int right) throws IOException {
    return index.beginning(word.substring(0, right)).stream()
        .filter(term -> isNear(word, term))
        .toList();
  }

  private List<String> otherBeginnings(String word) throws IOException {
    String rest = word.substring(1);
    Set<String> candidates = new LinkedHashSet<>();
    candidates.add(rest);
    candidates.add(word.substring(1, 2) + word.charAt(0) + word.substring(2));
    for (String letter : index.letters()) {
      candidates.add(letter + rest);
      candidates.add(letter + word);
    }
    var found = new ArrayList<String>();
    for (String candidate : candidates) {
      if (isNear(word, candidate) && !index.row(candidate).isEmpty()) {
        found.add(candidate);
      }
    }
    return found;
  }

  /** Whether exactly one error lies between two words; three letters are too few for that. */
  static boolean isNear(String one, String other) {
    String a = one.length() <= other.length() ? one : other;
    String b = one.length() <= other.length() ? other : one;
    if (b.length() <= SHORTEST || b.length() - a.length() > 1 || a.equals(b)) {
      return false;
    }
    int i = 0;
    while (i < a.length() && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    if (a.length() < b.length()) {
      return a.substring(i).equals(b.substring(i + 1));
    }
    return a.substring(i + 1).equals(b.substring(i + 1))
        || (i + 1 < a.length()
            && a.charAt(i) == b.charAt(i + 1)
            && a.charAt(i + 1) == b.charAt(i)
            && a.substring(i + 2).equals(b.substring(i + 2)));
  }
}
