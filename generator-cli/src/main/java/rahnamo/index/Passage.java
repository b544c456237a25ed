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
    int from = found.isEmpty() ? 0 : beginningBefore(text, found.get(best(found)).start());
    int to = endAfter(text, from);
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

  /** The first beginning of a word in the stretch before a place; the whole stretch if none is. */
  private static int beginningBefore(String text, int place) {
    int start = Math.max(0, place - BEFORE);
    int from = start;
    while (from > 0 && from < place && !isSpace(text, from - 1)) {
      from++;
    }
    return from < place ? from : start;
  }

  /** The last end of a word in a passage from there on; where it is cut if a word fills it all. */
  private static int endAfter(String text, int from) {
    int end = Math.min(text.length(), from + LENGTH);
    int to = end;
    while (to > from && to < text.length() && !isSpace(text, to)) {
      to--;
    }
    return to > from ? to : end;
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
