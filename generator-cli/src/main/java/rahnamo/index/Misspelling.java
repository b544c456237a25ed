package rahnamo.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import rahnamo.text.analysis.QueryWord;

/**
 * Finds terms that one typing error turns into a word: a letter more, less, other, or two swapped.
 */
final class Misspelling {

  private static final int SHORTEST = 4;

  private final OpenIndex index;

  Misspelling(OpenIndex index) {
    this.index = index;
  }

  /** Looks where the first two letters are right, then the first one, then everywhere. */
  List<String> corrections(QueryWord word) throws IOException {
    if (word.form().length() < SHORTEST || word.form().chars().allMatch(Misspelling::isDigit)) {
      return List.of();
    }
    boolean hasStem = !word.stem().equals(word.form()) && word.stem().length() >= SHORTEST;
    List<String> words = hasStem ? List.of(word.form(), word.stem()) : List.of(word.form());
    List<Place> places =
        List.of(
            term -> near(term, term.substring(0, 2)),
            term -> near(term, term.substring(0, 1)),
            this::otherBeginnings);
    for (Place place : places) {
      for (String term : words) {
        List<String> found = place.near(term);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return List.of();
  }

  /** A part of the index in which to look. */
  private interface Place {
    List<String> near(String term) throws IOException;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private List<String> near(String word, String beginning) throws IOException {
    return index.beginning(beginning).stream().filter(term -> isNear(word, term)).toList();
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
    candidates.remove(word);
    var found = new ArrayList<String>();
    for (String candidate : candidates) {
      if (!index.row(candidate).isEmpty()) {
        found.add(candidate);
      }
    }
    return found;
  }

  /** Whether exactly one error lies between two words. */
  static boolean isNear(String one, String other) {
    String a = one.length() <= other.length() ? one : other;
    String b = one.length() <= other.length() ? other : one;
    if (b.length() - a.length() > 1 || a.equals(b)) {
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
