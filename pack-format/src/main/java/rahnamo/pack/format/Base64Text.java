package rahnamo.pack.format;

/** Bytes as Base64, which the platform offers only to newer phones. */
final class Base64Text {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private Base64Text() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder((bytes.length + 2) / 3 * 4);
    for (int i = 0; i < bytes.length; i += 3) {
      int left = Math.min(3, bytes.length - i);
      int group = 0;
      for (int j = 0; j < 3; j++) {
        group = group << 8 | (j < left ? bytes[i + j] & 0xff : 0);
      }
      for (int j = 0; j < 4; j++) {
        text.append(j <= left ? ALPHABET.charAt(group >> (18 - 6 * j) & 63) : '=');
      }
    }
    return text.toString();
  }
}
