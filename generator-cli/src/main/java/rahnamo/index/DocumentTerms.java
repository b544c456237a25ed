package rahnamo.index;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rahnamo.text.analysis.Word;

/**
 * The terms of one document in a few bytes: for each term, in the order of first sight, its number,
 * how often each field has it and, if wanted, where. Immutable.
 */
final class DocumentTerms {

  static final int FIELDS = IndexField.values().length;

  private final byte[] bytes;
  private final int[] lengths;
  private final boolean hasPositions;

  private DocumentTerms(byte[] bytes, int[] lengths, boolean hasPositions) {
    this.bytes = bytes;
    this.lengths = lengths;
    this.hasPositions = hasPositions;
  }

  /**
   * Collects the terms of a document.
   *
   * @param fields the words of each field in the order of {@link IndexField}
   */
  static DocumentTerms of(
      List<List<Word>> fields, TermDictionary dictionary, boolean hasPositions) {
    var found = new LinkedHashMap<String, VarInts[]>();
    int[] lengths = new int[FIELDS];
    for (int field = 0; field < FIELDS; field++) {
      for (Word word : fields.get(field)) {
        add(found, word.form(), word, field);
        lengths[field]++;
        if (!word.stem().equals(word.form())) {
          add(found, word.stem(), word, field);
          lengths[field]++;
        }
      }
    }
    return new DocumentTerms(encode(found, dictionary, hasPositions), lengths, hasPositions);
  }

  private static void add(Map<String, VarInts[]> found, String term, Word word, int field) {
    VarInts[] places = found.computeIfAbsent(term, t -> new VarInts[FIELDS]);
    if (places[field] == null) {
      places[field] = new VarInts();
    }
    places[field].add(word.start());
    places[field].add(word.length());
  }

  private static byte[] encode(
      Map<String, VarInts[]> found, TermDictionary dictionary, boolean hasPositions) {
    var out = new VarInts();
    int previous = 0;
    for (Map.Entry<String, VarInts[]> entry : found.entrySet()) {
      int number = dictionary.number(entry.getKey());
      out.addSigned(number - previous);
      previous = number;
      for (VarInts places : entry.getValue()) {
        out.add(places == null ? 0 : places.count() / 2);
      }
      for (VarInts places : entry.getValue()) {
        if (hasPositions && places != null) {
          out.append(places);
        }
      }
    }
    return out.bytes();
  }

  /** How many terms a field has, each as often as it stands there. */
  int length(IndexField field) {
    return lengths[field.number()];
  }

  /** Whether it is kept where each term stands. */
  boolean hasPositions() {
    return hasPositions;
  }

  Cursor cursor() {
    return new Cursor();
  }

  /** Goes through the terms in the order of first sight. */
  final class Cursor {

    private final VarInts.Reader in = new VarInts.Reader(bytes);
    private final int[] frequencies = new int[FIELDS];
    private final int[][] positions = new int[FIELDS][];
    private int term;

    /** Moves to the next term, if there is one. */
    boolean next() {
      if (in.isAtEnd()) {
        return false;
      }
      term += in.nextSigned();
      for (int field = 0; field < FIELDS; field++) {
        frequencies[field] = in.next();
      }
      for (int field = 0; hasPositions && field < FIELDS; field++) {
        positions[field] = new int[2 * frequencies[field]];
        Arrays.setAll(positions[field], i -> in.next());
      }
      return true;
    }

    /** The number of the term. */
    int term() {
      return term;
    }

    int frequency(IndexField field) {
      return frequencies[field.number()];
    }

    /** Starts and lengths in turn, in UTF-16 units; empty if positions were not kept. */
    int[] positions(IndexField field) {
      return hasPositions ? positions[field.number()] : new int[0];
    }
  }
}
