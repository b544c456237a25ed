package rahnamo.render;

import java.io.Writer;
import java.util.Arrays;

/** Collects text as UTF-8 bytes and can be emptied and used again. Not safe for many threads. */
final class Utf8Buffer extends Writer {

  private byte[] bytes = new byte[32 * 1024];
  private int length;
  private char highSurrogate;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void reset() {
    length = 0;
    highSurrogate = 0;
  }

  @Override
  public void write(int c) {
    reserve(1);
    put((char) c);
  }

  @Override
  public void write(char[] chars, int offset, int count) {
    reserve(count);
    for (int i = offset; i < offset + count; i++) {
      put(chars[i]);
    }
  }

  @Override
  public void write(String text, int offset, int count) {
    reserve(count);
    for (int i = offset; i < offset + count; i++) {
      put(text.charAt(i));
    }
  }

  private void reserve(int chars) {
    int needed = length + 3 * chars + 4;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
    }
  }

  private void put(char c) {
    if (c < 0x80) {
      bytes[length++] = (byte) c;
    } else if (c < 0x800) {
      bytes[length++] = (byte) (0xC0 | c >> 6);
      bytes[length++] = (byte) (0x80 | c & 0x3F);
    } else if (Character.isHighSurrogate(c)) {
      highSurrogate = c;
    } else if (Character.isLowSurrogate(c)) {
      putSupplementary(
          highSurrogate == 0 ? '\uFFFD' : Character.toCodePoint(highSurrogate, c));
      highSurrogate = 0;
    } else {
      bytes[length++] = (byte) (0xE0 | c >> 12);
      bytes[length++] = (byte) (0x80 | c >> 6 & 0x3F);
      bytes[length++] = (byte) (0x80 | c & 0x3F);
    }
  }

  private void putSupplementary(int codePoint) {
    bytes[length++] = (byte) (0xF0 | codePoint >> 18);
    bytes[length++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
    bytes[length++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
    bytes[length++] = (byte) (0x80 | codePoint & 0x3F);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
