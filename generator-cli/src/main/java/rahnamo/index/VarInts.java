package rahnamo.index;

import java.util.Arrays;

/** Whole numbers in as few bytes as each needs: seven bits a byte, the lowest first. */
final class VarInts {

  private static final int MORE = 0x80;
  private static final int BITS = 0x7f;

  private byte[] bytes = new byte[16];
  private int length;
  private int count;

  /** Adds a number that is not negative. */
  void add(int value) {
    int rest = value;
    while (rest >= MORE) {
      put(rest | MORE);
      rest >>>= 7;
    }
    put(rest);
    count++;
  }

  /** Adds any number; small ones of both signs take few bytes. */
  void addSigned(int value) {
    add(value << 1 ^ value >> 31);
  }

  /** Adds all numbers of another list. */
  void append(VarInts other) {
    ensure(other.length);
    System.arraycopy(other.bytes, 0, bytes, length, other.length);
    length += other.length;
    count += other.count;
  }

  /** How many numbers there are. */
  int count() {
    return count;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void put(int value) {
    ensure(1);
    bytes[length++] = (byte) value;
  }

  private void ensure(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }

  /** Reads numbers back in their order. */
  static final class Reader {

    private final byte[] bytes;
    private int at;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    boolean isAtEnd() {
      return at == bytes.length;
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

    int nextSigned() {
      int value = next();
      return value >>> 1 ^ -(value & 1);
    }
  }
}
