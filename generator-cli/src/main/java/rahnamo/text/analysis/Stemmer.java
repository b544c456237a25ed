package rahnamo.text.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stems that a folded form of one language may have, the likeliest first. Immutable. */
final class Stemmer {

  /** What is longer is no word of these languages, and stripping would take long. */
  private static final int LONGEST_WORD = 60;

  private static final int SHORTEST_WORD = 4;

  private final boolean isRussian;
  private final RussianStemmer russian;
  private final EndingStripper stripper;
  private final Map<String, String> citations = new HashMap<>();
  private final List<String> prefixes;
  private final String changing;

  Stemmer(AnalysisTable table) {
    isRussian = table.isRussian();
    russian = new RussianStemmer(AnalysisTable.russian().stemmerLists());
    stripper = new EndingStripper(table.letters("vowels"), table.endings());
    prefixes = table.words("prefix");
    changing = table.letters("last");
    for (List<String> stems : table.rows("stems")) {
      stems.forEach(stem -> citations.put(stem, stems.get(0)));
    }
  }

  /** At least one stem; the first is the one to index. */
  List<String> stems(String form) {
    if (isRussian) {
      return List.of(russian.stem(form));
    }
    boolean isStrippable = form.length() >= SHORTEST_WORD && form.length() <= LONGEST_WORD;
    List<String> stems = new ArrayList<>();
    if (isStrippable && !Characters.isNumber(form)) {
      stripper.lengths(form).forEach(length -> stems.add(unified(form.substring(0, length))));
    }
    return stems.isEmpty() ? List.of(unified(form)) : stems;
  }

  String russianStem(String form) {
    return russian.stem(form);
  }

  /** One stem for the two of an irregular verb, one letter for those that change at the end. */
  private String unified(String stem) {
    String known = citations.get(stem);
    for (int i = 0; known == null && i < prefixes.size(); i++) {
      String prefix = prefixes.get(i);
      known = stem.startsWith(prefix) ? citations.get(stem.substring(prefix.length())) : null;
    }
    if (known != null) {
      return known;
    }
    boolean changes = stem.length() > 2 && changing.indexOf(stem.charAt(stem.length() - 1)) > 0;
    return changes ? stem.substring(0, stem.length() - 1) + changing.charAt(0) : stem;
  }
}
