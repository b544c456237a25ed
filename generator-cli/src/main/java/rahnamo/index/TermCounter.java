package rahnamo.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Counts the terms of one document in each field, and keeps where they stand if that is wanted. */
final class TermCounter {

  private final boolean hasPositions;
  private final int[] lengths = new int[DocumentTerms.FIELDS];

  /** The place of a term in the arrays below plus 1, or 0; found by the number of the term. */
  private int[] slots = new int[1024];

  private int size;
  private int[] terms = new int[slots.length / 2];
  private final int[][] frequencies = new int[DocumentTerms.FIELDS][slots.length / 2];
  private final @Nullable VarInts[][] positions = new VarInts[DocumentTerms.FIELDS][0];

  TermCounter(boolean hasPositions) {
    this.hasPositions = hasPositions;
  }

  /** Counts a term that stands in a field at a place of the text, in UTF-16 units. */
  void add(int term, IndexField field, int start, int length) {
    int place = place(term);
    int number = field.number();
    lengths[number]++;
    frequencies[number][place]++;
    if (hasPositions) {
      VarInts ofTerm = positionsOf(number, place);
      ofTerm.add(start);
      ofTerm.add(length);
    }
  }

  private VarInts positionsOf(int field, int place) {
    if (place >= positions[field].length) {
      positions[field] = Arrays.copyOf(positions[field], terms.length);
    }
    VarInts known = positions[field][place];
    if (known == null) {
      known = new VarInts();
      positions[field][place] = known;
    }
    return known;
  }

  private int place(int term) {
    int slot = firstSlot(term);
    while (slots[slot] != 0) {
      if (terms[slots[slot] - 1] == term) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    if (size == terms.length) {
      grow();
      return place(term);
    }
    terms[size++] = term;
    slots[slot] = size;
    return size - 1;
  }

  private void grow() {
    slots = new int[2 * slots.length];
    terms = Arrays.copyOf(terms, slots.length / 2);
    for (int field = 0; field < DocumentTerms.FIELDS; field++) {
      frequencies[field] = Arrays.copyOf(frequencies[field], slots.length / 2);
    }
    for (int place = 0; place < size; place++) {
      int slot = firstSlot(terms[place]);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = place + 1;
    }
  }

  private int firstSlot(int term) {
    return ((term * 0x9e3779b9) >>> 8) & (slots.length - 1);
  }

  /** What was counted, in the order of first sight. */
  DocumentTerms terms() {
    byte[] bytes = new byte[size()];
    int at = 0;
    for (int place = 0; place < size; place++) {
      at = Occurrence.write(bytes, at, step(place), inTitle(place), inText(place));
      for (VarInts[] ofField : positions) {
        VarInts ofTerm = place < ofField.length ? ofField[place] : null;
        at = ofTerm == null ? at : ofTerm.copyTo(bytes, at);
      }
    }
    return new DocumentTerms(bytes, lengths, hasPositions);
  }

  private int size() {
    int bytes = 0;
    for (int place = 0; place < size; place++) {
      bytes += Occurrence.size(step(place), inTitle(place), inText(place));
      for (VarInts[] ofField : positions) {
        VarInts ofTerm = place < ofField.length ? ofField[place] : null;
        bytes += ofTerm == null ? 0 : ofTerm.length();
      }
    }
    return bytes;
  }

  private int step(int place) {
    return terms[place] - (place == 0 ? 0 : terms[place - 1]);
  }

  private int inTitle(int place) {
    return frequencies[IndexField.TITLE.number()][place];
  }

  private int inText(int place) {
    return frequencies[IndexField.TEXT.number()][place];
  }
}
