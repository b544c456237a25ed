package rahnamo.text.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  /**
   * The stem to index: that of a listed word, else what is left when nothing more can be stripped,
   * so that all forms of a word end there.
   */
  String stem(String form) {
    return isRussian ? russian.stem(form) : root(stripped(form).get(0));
  }

  /** At least one stem; the first is the one to index. */
  List<String> stems(String form) {
    if (isRussian) {
      return List.of(russian.stem(form));
    }
    List<String> stripped = stripped(form);
    String root = root(stripped.get(0));
    if (root.equals(stripped.get(0))) {
      return stripped;
    }
    List<String> stems = new ArrayList<>(List.of(root));
    stems.addAll(stripped);
    return stems;
  }

  private String root(String stem) {
    String shorter = stripped(stem).get(0);
    return shorter.equals(stem) ? stem : root(shorter);
  }

  /** What the endings of one word leave: that of a listed word, then the shortest. */
  private List<String> stripped(String form) {
    boolean isStrippable = form.length() >= SHORTEST_WORD && form.length() <= LONGEST_WORD;
    if (!isStrippable || Characters.isNumber(form)) {
      return List.of(unified(form));
    }
    List<Integer> lengths = stripper.lengths(form);
    List<String> stems = new ArrayList<>(listed(form, lengths).stream().toList());
    lengths.forEach(length -> stems.add(unified(form.substring(0, length))));
    return stems.isEmpty() ? List.of(unified(form)) : stems;
  }

  String russianStem(String form) {
    return russian.stem(form);
  }

  /** The stem of the longest beginning that is a listed word. */
  private Optional<String> listed(String form, List<Integer> lengths) {
    Optional<String> found = known(form);
    for (int i = lengths.size() - 1; found.isEmpty() && i >= 0; i--) {
      found = known(form.substring(0, lengths.get(i)));
    }
    return found;
  }

  /** The citation stem, if this is a stem of a listed word, perhaps with a prefix. */
  private Optional<String> known(String stem) {
    String found = citations.get(stem);
    for (int i = 0; found == null && i < prefixes.size(); i++) {
      String prefix = prefixes.get(i);
      found = stem.startsWith(prefix) ? citations.get(stem.substring(prefix.length())) : null;
    }
    return Optional.ofNullable(found);
  }

  /** One stem for those of a listed word, one letter for those that change at the end. */
  private String unified(String stem) {
    boolean changes = stem.length() > 2 && changing.indexOf(stem.charAt(stem.length() - 1)) > 0;
    return known(stem)
        .orElse(changes ? stem.substring(0, stem.length() - 1) + changing.charAt(0) : stem);
  }
}
