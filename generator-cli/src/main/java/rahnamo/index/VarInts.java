package rahnamo.index;

import java.util.Arrays;

/** Whole numbers in as few bytes as each needs: seven bits a byte, the lowest first. */
final class VarInts {

  private static final int MORE = 0x80;
  private static final int BITS = 0x7f;
  private static final int LONGEST = 5;

  private byte[] bytes = new byte[16];
  private int length;
  private int count;

  /** Adds a number that is not negative. */
  void add(int value) {
    if (length + LONGEST > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    length = write(bytes, length, value);
    count++;
  }

  /** How many numbers there are. */
  int count() {
    return count;
  }

  /** How many bytes they take. */
  int length() {
    return length;
  }

  /** Copies the bytes of all; returns where in the target they end. */
  int copyTo(byte[] target, int at) {
    System.arraycopy(bytes, 0, target, at, length);
    return at + length;
  }

  /** Any number as one that takes few bytes if it is small, whatever its sign. */
  static int unsigned(int value) {
    return value << 1 ^ value >> 31;
  }

  /** The number of which {@link #unsigned} made this one. */
  static int signed(int value) {
    return value >>> 1 ^ -(value & 1);
  }

  /** How many bytes a number takes. */
  static int size(int value) {
    int size = 1;
    for (int rest = value >>> 7; rest != 0; rest >>>= 7) {
      size++;
    }
    return size;
  }

  /** Writes a number; returns where the next may be written. */
  static int write(byte[] bytes, int at, int value) {
    int next = at;
    int rest = value;
    while ((rest & ~BITS) != 0) {
      bytes[next++] = (byte) (rest | MORE);
      rest >>>= 7;
    }
    bytes[next++] = (byte) rest;
    return next;
  }

  /** Reads numbers back in their order. */
  static final class Reader {

    private final byte[] bytes;
    private final int end;
    private int at;

    /** Reads the numbers between two places. */
    Reader(byte[] bytes, int from, int end) {
      this.bytes = bytes;
      this.at = from;
      this.end = end;
    }

    boolean isAtEnd() {
      return at == end;
    }

    int next() {
      int value = 0;
      for (int shift = 0; ; shift += 7) {
        byte part = bytes[at++];
        value |= (part & BITS) << shift;
        if (part >= 0) {
          return value;
        }
      }
    }
  }
}
