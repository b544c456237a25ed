package rahnamo.text.analysis;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The letters that count as one in a language: what is not listed stays as it is. Immutable. */
final class Folding {

  private final @Nullable String[] singles = new String[0x0530];
  private final boolean[] beginsPair = new boolean[0x0530];
  private final Map<String, String> pairs = new HashMap<>();

  /** From letters, or pairs of letters, of the Latin, Greek and Cyrillic blocks. */
  Folding(Map<String, String> table) {
    table.forEach(
        (from, to) -> {
          if (from.length() == 1) {
            singles[from.charAt(0)] = to;
          } else {
            beginsPair[from.charAt(0)] = true;
            pairs.put(from, to);
          }
        });
  }

  /** The folded form of a word in lower case; pairs go before single letters. */
  String apply(String word) {
    int first = 0;
    while (first < word.length() && stays(word.charAt(first))) {
      first++;
    }
    return first == word.length() ? word : changed(word, first);
  }

  private boolean stays(char c) {
    return c >= singles.length || (singles[c] == null && !beginsPair[c]);
  }

  private String changed(String word, int from) {
    var out = new StringBuilder(word.length()).append(word, 0, from);
    for (int i = from; i < word.length(); i++) {
      char c = word.charAt(i);
      String pair =
          i + 1 < word.length() && startsPair(c) ? pairs.get(word.substring(i, i + 2)) : null;
      if (pair != null) {
        out.append(pair);
        i++;
      } else {
        appendSingle(out, c);
      }
    }
    return out.toString();
  }

  private boolean startsPair(char c) {
    return c < beginsPair.length && beginsPair[c];
  }

  private void appendSingle(StringBuilder out, char c) {
    String single = c < singles.length ? singles[c] : null;
    if (single == null) {
      out.append(c);
    } else {
      out.append(single);
    }
  }
}
