package rahnamo.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The guess behind a "did you mean": the known word that a mistyped one is closest to.
 *
 * <p>Distance is counted in typing mistakes (a letter added, left out, replaced, or two neighbours
 * swapped). Letter case does not count, and {@code -} and {@code _} are the same. A word may have
 * one mistake for each three of its letters, but at least one.
 */
public final class DidYouMean {

  private DidYouMean() {}

  /**
   * The closest candidate, if any is close enough. Of several equally close ones the first in code
   * unit order is taken, whatever the order of the collection.
   */
  public static Optional<String> closest(String word, Collection<String> candidates) {
    String typed = fold(word);
    int best = Math.max(1, typed.length() / 3) + 1;
    Optional<String> found = Optional.empty();
    for (String candidate : new TreeSet<>(candidates)) {
      int distance = distance(typed, fold(candidate), best);
      if (distance < best) {
        best = distance;
        found = Optional.of(candidate);
      }
    }
    return found;
  }

  private static String fold(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The optimal string alignment distance, or {@code limit} if it is not below that. */
  private static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) >= limit) {
      return limit;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int smallest = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int edited = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && areSwapped(a, i, b, j);
        row[j] = swapped ? Math.min(edited, beforeLast[j - 2] + 1) : edited;
        smallest = Math.min(smallest, row[j]);
      }
      // A swap may still improve on the row before, so one row of grace is given.
      if (smallest > limit) {
        return limit;
      }
      int[] oldest = beforeLast;
      beforeLast = last;
      last = row;
      row = oldest;
    }
    return Math.min(last[b.length()], limit);
  }

  private static boolean areSwapped(String a, int i, String b, int j) {
    return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
