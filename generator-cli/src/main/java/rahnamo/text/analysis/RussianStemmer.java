package rahnamo.text.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Snowball stemmer for Russian, with its endings read from the table.
 *
 * <p>Its rules are those of snowballstem.org/algorithms/russian; ё must have become е before.
 */
final class RussianStemmer {

  private static final String VOWELS = "аеиоуыэюя";
  private static final Suffix NOTHING = new Suffix("", false);

  private final Map<String, List<Suffix>> endings = new HashMap<>();

  /**
   * What may be cut off.
   *
   * @param afterA whether an а or я must stand before it
   */
  private record Suffix(String text, boolean afterA) {

    /** Reads one; those that need an а or я are marked with a plus. */
    static Suffix of(String item) {
      boolean afterA = item.startsWith("+");
      return new Suffix(afterA ? item.substring(1) : item, afterA);
    }
  }

  RussianStemmer(Map<String, List<String>> endings) {
    endings.forEach(
        (name, items) -> this.endings.put(name, items.stream().map(Suffix::of).toList()));
  }

  String stem(String word) {
    return new Run(word).stem();
  }

  /** One word being cut; {@code rv} and {@code r2} are Snowball's regions. */
  private final class Run {

    private String word;
    private int rv;
    private int r2;

    Run(String word) {
      this.word = word;
      rv = word.length();
      r2 = word.length();
      int first = after(0, true);
      if (first > 0) {
        rv = first;
        int r1 = after(first, false);
        int vowel = r1 > 0 ? after(r1, true) : 0;
        int end = vowel > 0 ? after(vowel, false) : 0;
        r2 = end > 0 ? end : word.length();
      }
    }

    /** The place after the next vowel (or the next letter that is none), or 0. */
    private int after(int from, boolean vowel) {
      for (int i = from; i < word.length(); i++) {
        if (VOWELS.indexOf(word.charAt(i)) >= 0 == vowel) {
          return i + 1;
        }
      }
      return 0;
    }

    String stem() {
      if (!cut("gerund", rv)) {
        cut("reflexive", rv);
        if (cut("adjective", rv)) {
          cut("participle", rv);
        } else if (!cut("verb", rv)) {
          cut("noun", rv);
        }
      }
      cutLetter("и");
      cut("derivation", r2);
      boolean wasSuperlative = cut("superlative", rv);
      if (word.endsWith("нн") && word.length() - 2 >= rv) {
        return word.substring(0, word.length() - 1);
      }
      if (!wasSuperlative) {
        cutLetter("ь");
      }
      return word;
    }

    private void cutLetter(String letter) {
      if (word.endsWith(letter) && word.length() - 1 >= rv) {
        word = word.substring(0, word.length() - 1);
      }
    }

    /** Cuts the longest ending of a list after the limit; some need an а or я before them. */
    private boolean cut(String list, int limit) {
      Suffix longest = NOTHING;
      int most = word.length() - limit;
      for (Suffix suffix : endings.getOrDefault(list, List.of())) {
        int length = suffix.text().length();
        if (length > longest.text().length() && length <= most && word.endsWith(suffix.text())) {
          longest = suffix;
        }
      }
      int rest = word.length() - longest.text().length();
      if (rest == word.length() || (longest.afterA() && !endsInA(rest, limit))) {
        return false;
      }
      word = word.substring(0, rest);
      return true;
    }

    private boolean endsInA(int end, int limit) {
      return end - 1 >= limit && "ая".indexOf(word.charAt(end - 1)) >= 0;
    }
  }
}
