package rahnamo.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rahnamo.index.SearchResult.Range;
import rahnamo.text.analysis.Analyzer;
import rahnamo.text.analysis.Word;

/**
 * The part of a text with the most different words of a query. Immutable.
 *
 * @param text the part, with marks where the text was cut
 * @param marks where in it words of the query stand
 */
record Passage(String text, List<Range> marks) {

  private static final int LENGTH = 200;
  private static final int BEFORE = 50;
  private static final String CUT = "… ";

  /** The passage of a text in which the given terms were found. */
  static Passage of(Analyzer analyzer, String text, Set<String> terms) {
    List<Word> found = wanted(analyzer, text, terms);
    int from =
        found.isEmpty()
            ? 0
            : beginningOfWord(text, Math.max(0, found.get(best(found)).start() - BEFORE));
    int to = endOfWord(text, Math.min(text.length(), from + LENGTH));
    int shift = from > 0 ? CUT.length() : 0;
    List<Range> marks =
        marks(found, from, to).stream()
            .map(range -> new Range(range.start() + shift, range.end() + shift))
            .toList();
    String part = text.substring(from, to).replaceAll("[\\n\\t]", " ");
    return new Passage((from > 0 ? CUT : "") + part + (to < text.length() ? " …" : ""), marks);
  }

  /** Where words with the given terms stand in a text. */
  static List<Range> marks(Analyzer analyzer, String text, Set<String> terms) {
    return marks(wanted(analyzer, text, terms), 0, text.length());
  }

  private static List<Word> wanted(Analyzer analyzer, String text, Set<String> terms) {
    return analyzer.words(text).stream()
        .filter(word -> terms.contains(word.form()) || terms.contains(word.stem()))
        .toList();
  }

  /** The word from which on the most different words follow. */
  private static int best(List<Word> found) {
    int best = 0;
    int most = -1;
    for (int i = 0; i < found.size(); i++) {
      int end = found.get(i).start() + LENGTH - BEFORE;
      Set<String> kinds = new HashSet<>();
      for (int j = i; j < found.size() && end(found.get(j)) <= end; j++) {
        kinds.add(found.get(j).stem());
      }
      if (kinds.size() > most) {
        most = kinds.size();
        best = i;
      }
    }
    return best;
  }

  private static int end(Word word) {
    return word.start() + word.length();
  }

  private static int beginningOfWord(String text, int at) {
    int from = at;
    while (from > 0 && from < text.length() && !isSpace(text, from - 1)) {
      from++;
    }
    return from < text.length() ? from : at;
  }

  private static int endOfWord(String text, int at) {
    int to = at;
    while (to > 0 && to < text.length() && !isSpace(text, to)) {
      to--;
    }
    return to > 0 ? to : at;
  }

  private static boolean isSpace(String text, int at) {
    return " \n\t".indexOf(text.charAt(at)) >= 0;
  }

  private static List<Range> marks(List<Word> found, int from, int to) {
    var marks = new ArrayList<Range>();
    for (Word word : found) {
      if (word.start() < from || end(word) > to) {
        continue;
      }
      var mark = new Range(word.start() - from, end(word) - from);
      Range before = marks.isEmpty() ? new Range(-1, -1) : marks.get(marks.size() - 1);
      if (mark.start() <= before.end()) {
        marks.set(marks.size() - 1, new Range(before.start(), Math.max(before.end(), mark.end())));
      } else {
        marks.add(mark);
      }
    }
    return List.copyOf(marks);
  }
}
