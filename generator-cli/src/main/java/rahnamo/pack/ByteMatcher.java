package rahnamo.pack;

import java.io.IOException;
import java.util.Arrays;
import rahnamo.pack.format.DeltaWriter;

/**
 * Writes a file as copies of pieces of another file, the source, and what has to be inserted
 * between them. For one thread; one for each source.
 *
 * <p>Pieces are found by the hash of their first {@link #BLOCK} bytes. A piece may lie anywhere in
 * the source, but the place that follows the last copy costs least to name, so it may be shorter.
 */
final class ByteMatcher {

  /** Shorter pieces are not worth the bytes that name them. */
  private static final int BLOCK = 8;

  /** Of larger sources only each second place is remembered, or each third, and so on. */
  private static final int MAX_PLACES = 1 << 20;

  /** How many places with the same hash are tried. */
  private static final int MAX_TRIES = 64;

  private static final int NEAR = 1 << 6;
  private static final int FAR = 1 << 13;

  private final byte[] source;
  private final int step;
  private final int shift;
  private final int[] newest;
  private final int[] older;

  ByteMatcher(byte[] source) {
    this.source = source;
    this.step = 1 + source.length / MAX_PLACES;
    int places = source.length / step + 1;
    int bits = Math.max(4, 33 - Integer.numberOfLeadingZeros(places));
    this.shift = Long.SIZE - bits;
    this.newest = new int[1 << bits];
    this.older = new int[places];
    Arrays.fill(newest, -1);
    for (int place = 0; place < places && place * step + BLOCK <= source.length; place++) {
      int hash = hash(source, place * step);
      older[place] = newest[hash];
      newest[hash] = place;
    }
  }

  private int hash(byte[] bytes, int at) {
    long block = 0;
    for (int i = 0; i < BLOCK; i++) {
      block = block << 8 | (bytes[at + i] & 0xff);
    }
    return (int) ((block * 0x9e3779b97f4a7c15L) >>> shift);
  }

  /** Writes the operations that make a file; the record has been begun. */
  void write(byte[] file, DeltaWriter out) throws IOException {
    int written = 0;
    int expected = 0;
    for (int at = 0; at + BLOCK <= file.length; ) {
      int from = bestPlace(file, at, expected, written);
      if (from < 0) {
        at++;
        continue;
      }
      int back = commonBefore(file, at, written, from);
      int length = back + common(file, at, from);
      insert(file, written, at - back, out);
      out.copy(from - back, length);
      at += length - back;
      written = at;
      expected = from - back + length;
    }
    insert(file, written, file.length, out);
  }

  private static void insert(byte[] file, int from, int to, DeltaWriter out) throws IOException {
    if (to > from) {
      out.insert(file, from, to - from);
    }
  }

  /** Where in the source the most is gained, or -1. */
  private int bestPlace(byte[] file, int at, int expected, int written) {
    int best = -1;
    int gain = 0;
    // If bytes were exchanged, what follows stands as far from the last copy as before.
    int[] likely = {expected, expected + at - written};
    for (int from : likely) {
      int found = gain(file, at, from, expected);
      if (found > gain) {
        gain = found;
        best = from;
      }
    }
    int place = newest[hash(file, at)];
    for (int tries = 0; place >= 0 && tries < MAX_TRIES; tries++) {
      int found = gain(file, at, place * step, expected);
      if (found > gain) {
        gain = found;
        best = place * step;
      }
      place = older[place];
    }
    return best;
  }

  /** How many bytes a copy spares, roughly. */
  private int gain(byte[] file, int at, int from, int expected) {
    int distance = Math.abs(from - expected);
    int price = distance < NEAR ? BLOCK - 1 : distance < FAR ? 2 * BLOCK : 3 * BLOCK;
    return common(file, at, from) - price;
  }

  private int common(byte[] file, int at, int from) {
    if (from >= source.length) {
      return 0;
    }
    int length = Math.min(file.length - at, source.length - from);
    int differs = Arrays.mismatch(file, at, at + length, source, from, from + length);
    return differs < 0 ? length : differs;
  }

  /** How many bytes before both places are the same and not written yet. */
  private int commonBefore(byte[] file, int at, int written, int from) {
    int most = Math.min(at - written, from);
    int length = 0;
    while (length < most && file[at - length - 1] == source[from - length - 1]) {
      length++;
    }
    return length;
  }
}
