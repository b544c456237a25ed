package rahnamo.app.share;

import java.nio.charset.StandardCharsets;

/**
 * The squares of a QR code for the address of a server. Only what an address needs is here: version
 * 3, error correction level M, up to 42 bytes, always the same mask. Immutable.
 */
public final class AddressCode {

  /** The number of squares on each side. */
  public static final int SIZE = 29;

  // spec (ISO/IEC 18004, tables 7 and 9): version 3-M has one block of 44 data codewords
  private static final int DATA = 44;
  private static final int CHECK = 26;
  private static final int MAX_LENGTH = DATA - 2;

  private static final int FINDER = 3;
  private static final int ALIGNMENT = 22;
  private static final int TIMING = 6;

  // spec (ISO/IEC 18004, 7.9): level M (00) and mask 000, with their check bits, masked
  private static final int FORMAT = 0x5412;

  private final boolean[][] dark = new boolean[SIZE][SIZE];
  private final boolean[][] isFixed = new boolean[SIZE][SIZE];

  private AddressCode() {}

  /**
   * The code of an address.
   *
   * @throws IllegalArgumentException if it is longer than 42 bytes, as no IPv4 address is
   */
  public static AddressCode of(String address) {
    byte[] text = address.getBytes(StandardCharsets.UTF_8);
    if (text.length > MAX_LENGTH) {
      throw new IllegalArgumentException("too long: " + address);
    }
    AddressCode code = new AddressCode();
    code.drawFixed();
    code.drawData(withCheck(data(text)));
    return code;
  }

  /** Whether a square is dark; outside of the code none is. */
  public boolean isDark(int x, int y) {
    return x >= 0 && y >= 0 && x < SIZE && y < SIZE && dark[y][x];
  }

  private void fix(int x, int y, boolean isDark) {
    if (x >= 0 && y >= 0 && x < SIZE && y < SIZE) {
      dark[y][x] = isDark;
      isFixed[y][x] = true;
    }
  }

  private void drawFixed() {
    for (int i = 0; i < SIZE; i++) {
      fix(TIMING, i, i % 2 == 0);
      fix(i, TIMING, i % 2 == 0);
    }
    drawRings(FINDER, FINDER, 4);
    drawRings(SIZE - 1 - FINDER, FINDER, 4);
    drawRings(FINDER, SIZE - 1 - FINDER, 4);
    drawRings(ALIGNMENT, ALIGNMENT, 2);
    for (int i = 0; i < 15; i++) {
      boolean bit = ((FORMAT >>> i) & 1) == 1;
      if (i < 8) {
        fix(8, i < 6 ? i : i + 1, bit);
        fix(SIZE - 1 - i, 8, bit);
      } else {
        fix(i == 8 ? 7 : 14 - i, 8, bit);
        fix(8, SIZE - 15 + i, bit);
      }
    }
    fix(8, SIZE - 8, true);
  }

  /** Rings around a place: dark ones, but for the second from inside and the outermost of four. */
  private void drawRings(int centerX, int centerY, int radius) {
    for (int y = -radius; y <= radius; y++) {
      for (int x = -radius; x <= radius; x++) {
        int ring = Math.max(Math.abs(x), Math.abs(y));
        boolean isDark = radius == 4 ? ring != 2 && ring != 4 : ring != 1;
        fix(centerX + x, centerY + y, isDark);
      }
    }
  }

  /** Mode, length and bytes; the rest is filled up as the standard says. */
  private static byte[] data(byte[] text) {
    byte[] data = new byte[DATA];
    int nibble = 0;
    nibble = put(data, nibble, 4);
    nibble = put(data, nibble, text.length >> 4);
    nibble = put(data, nibble, text.length);
    for (byte one : text) {
      nibble = put(data, nibble, one >> 4);
      nibble = put(data, nibble, one);
    }
    for (int i = nibble / 2 + 1, pad = 0xec; i < DATA; i++, pad ^= 0xec ^ 0x11) {
      data[i] = (byte) pad;
    }
    return data;
  }

  private static int put(byte[] data, int nibble, int value) {
    data[nibble / 2] |= (byte) ((value & 15) << (nibble % 2 == 0 ? 4 : 0));
    return nibble + 1;
  }

  // spec (ISO/IEC 18004, 7.5): the remainder of a division in the field of 256 elements
  private static byte[] withCheck(byte[] data) {
    int[] divisor = divisor();
    int[] remainder = new int[CHECK];
    for (byte one : data) {
      int factor = (one & 0xff) ^ remainder[0];
      System.arraycopy(remainder, 1, remainder, 0, CHECK - 1);
      remainder[CHECK - 1] = 0;
      for (int i = 0; i < CHECK; i++) {
        remainder[i] ^= product(divisor[i], factor);
      }
    }
    byte[] all = new byte[DATA + CHECK];
    System.arraycopy(data, 0, all, 0, DATA);
    for (int i = 0; i < CHECK; i++) {
      all[DATA + i] = (byte) remainder[i];
    }
    return all;
  }

  private static int[] divisor() {
    int[] divisor = new int[CHECK];
    divisor[CHECK - 1] = 1;
    int root = 1;
    for (int i = 0; i < CHECK; i++) {
      for (int j = 0; j < CHECK; j++) {
        divisor[j] = product(divisor[j], root);
        if (j + 1 < CHECK) {
          divisor[j] ^= divisor[j + 1];
        }
      }
      root = product(root, 2);
    }
    return divisor;
  }

  private static int product(int a, int b) {
    int product = 0;
    for (int i = 7; i >= 0; i--) {
      product = (product << 1) ^ ((product >>> 7) * 0x11d);
      product ^= ((b >>> i) & 1) * a;
    }
    return product;
  }

  /** In columns of two from the right, upwards and downwards in turn, around what is fixed. */
  private void drawData(byte[] bytes) {
    int bit = 0;
    for (int right = SIZE - 1; right > 0; right -= 2) {
      right -= right == TIMING ? 1 : 0;
      boolean isUpwards = ((right + 1) & 2) == 0;
      for (int step = 0; step < SIZE; step++) {
        int y = isUpwards ? SIZE - 1 - step : step;
        for (int x = right; x > right - 2; x--) {
          if (!isFixed[y][x]) {
            boolean isSet =
                bit < bytes.length * 8 && ((bytes[bit >> 3] >> (7 - (bit & 7))) & 1) == 1;
            dark[y][x] = isSet ^ ((x + y) % 2 == 0);
            bit++;
          }
        }
      }
    }
  }
}
