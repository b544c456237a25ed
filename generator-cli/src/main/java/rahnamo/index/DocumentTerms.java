package rahnamo.index;

import java.util.Arrays;

/**
 * The terms of one document in a few bytes: for each term, in the order of first sight, its number,
 * how often each field has it and, if wanted, where. Immutable.
 */
final class DocumentTerms {

  static final int FIELDS = IndexField.values().length;

  private final byte[] bytes;
  private final int[] lengths;
  private final boolean hasPositions;

  /**
   * Terms in bytes.
   *
   * @param bytes for each term its {@link Occurrence}, then for each field as many pairs of start
   *     and length as the field has the term, if positions are kept; not copied
   * @param lengths how many terms each field has; not copied
   */
  DocumentTerms(byte[] bytes, int[] lengths, boolean hasPositions) {
    this.bytes = bytes;
    this.lengths = lengths;
    this.hasPositions = hasPositions;
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

    private final VarInts.Reader in = new VarInts.Reader(bytes, 0, bytes.length);
    private final Occurrence occurrence = new Occurrence(in);
    private final int[][] positions = new int[FIELDS][];

    /** Moves to the next term, if there is one. */
    boolean next() {
      if (!occurrence.next()) {
        return false;
      }
      if (hasPositions) {
        for (IndexField field : IndexField.values()) {
          int[] ofField = new int[2 * frequency(field)];
          Arrays.setAll(ofField, i -> in.next());
          positions[field.number()] = ofField;
        }
      }
      return true;
    }

    /** The number of the term. */
    int term() {
      return occurrence.number();
    }

    int frequency(IndexField field) {
      return occurrence.frequency(field);
    }

    /** Starts and lengths in turn, in UTF-16 units; empty if positions were not kept. */
    int[] positions(IndexField field) {
      return hasPositions ? positions[field.number()] : new int[0];
    }
  }
}
