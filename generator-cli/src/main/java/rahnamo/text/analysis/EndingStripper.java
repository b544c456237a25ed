package rahnamo.text.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Strips the endings of a suffixing language in the order of their slots, in every possible way.
 *
 * <p>Slots are numbered from the end of a word inwards. Immutable.
 */
final class EndingStripper {

  private static final int MOST_SLOTS = 100;

  private final String vowels;
  private final Map<Character, List<Ending>> byLastLetter = new HashMap<>();

  EndingStripper(String vowels, List<Ending> endings) {
    this.vowels = vowels;
    for (Ending ending : endings) {
      char last = ending.text().charAt(ending.text().length() - 1);
      byLastLetter.computeIfAbsent(last, letter -> new ArrayList<>()).add(ending);
    }
  }

  /** The lengths that can be left of a word, shortest first; its own is not among them. */
  List<Integer> lengths(String word) {
    var found = new BitSet();
    walk(word, word.length(), 0, found, new BitSet());
    return found.stream().filter(length -> length < word.length()).boxed().toList();
  }

  private void walk(String word, int length, int slot, BitSet found, BitSet seen) {
    int state = length * MOST_SLOTS + slot;
    if (seen.get(state)) {
      return;
    }
    seen.set(state);
    found.set(length);
    for (Ending ending : byLastLetter.getOrDefault(word.charAt(length - 1), List.of())) {
      if (ending.slot() > slot && fits(ending, word, length)) {
        walk(word, length - ending.text().length(), ending.next(), found, seen);
      }
    }
  }

  private boolean fits(Ending ending, String word, int length) {
    int rest = length - ending.text().length();
    return rest >= ending.least()
        && word.startsWith(ending.text(), rest)
        && ending.mayFollow(word.charAt(rest - 1), isVowel(word.charAt(rest - 1)))
        && hasVowel(word, rest);
  }

  private boolean hasVowel(String word, int end) {
    for (int i = 0; i < end; i++) {
      if (isVowel(word.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isVowel(char c) {
    return vowels.indexOf(c) >= 0;
  }
}
