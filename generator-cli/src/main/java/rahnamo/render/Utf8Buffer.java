package rahnamo.render;

import java.io.Writer;
import java.util.Arrays;

/** Collects text as UTF-8 bytes and can be emptied and used again. Not safe for many threads. */
final class Utf8Buffer extends Writer {

  private final char[] chars = new char[4096];
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
    chars[0] = (char) c;
    encode(1);
  }

  @Override
  public void write(char[] text, int offset, int count) {
    for (int from = 0; from < count; from += chars.length) {
      int part = Math.min(chars.length, count - from);
      System.arraycopy(text, offset + from, chars, 0, part);
      encode(part);
    }
  }

  @Override
  public void write(String text, int offset, int count) {
    for (int from = 0; from < count; from += chars.length) {
      int part = Math.min(chars.length, count - from);
      text.getChars(offset + from, offset + from + part, chars, 0);
      encode(part);
    }
  }

  /** Appends text that is encoded already. */
  void append(byte[] encoded) {
    reserve(encoded.length);
    System.arraycopy(encoded, 0, bytes, length, encoded.length);
    length += encoded.length;
  }

  /** Encodes the first characters of the buffer; works on locals, which is twice as fast cold. */
  private void encode(int count) {
    reserve(count);
    char[] in = chars;
    byte[] out = bytes;
    int end = length;
    for (int i = 0; i < count; i++) {
      char c = in[i];
      if (c < 0x80) {
        out[end++] = (byte) c;
      } else if (c < 0x800) {
        out[end++] = (byte) (0xC0 | (c >> 6));
        out[end++] = (byte) (0x80 | (c & 0x3F));
      } else if (Character.isSurrogate(c)) {
        length = end;
        putSurrogate(c);
        end = length;
      } else {
        out[end++] = (byte) (0xE0 | (c >> 12));
        out[end++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        out[end++] = (byte) (0x80 | (c & 0x3F));
      }
    }
    length = end;
  }

  private void reserve(int chars) {
    int needed = length + 3 * chars + 4;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
    }
  }

  private void putSurrogate(char c) {
    if (Character.isHighSurrogate(c)) {
      highSurrogate = c;
      return;
    }
    if (highSurrogate != 0) {
      putSupplementary(Character.toCodePoint(highSurrogate, c));
    } else {
      bytes[length++] = '?'; // half a character, which no valid source has
    }
    highSurrogate = 0;
  }

  private void putSupplementary(int codePoint) {
    bytes[length++] = (byte) (0xF0 | (codePoint >> 18));
    bytes[length++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
    bytes[length++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
    bytes[length++] = (byte) (0x80 | (codePoint & 0x3F));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
