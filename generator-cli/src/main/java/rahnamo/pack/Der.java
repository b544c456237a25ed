package rahnamo.pack;

import java.io.ByteArrayOutputStream;

/** Writes values in the Distinguished Encoding Rules of ASN.1, as keys and signatures need them. */
final class Der {

  private static final int INTEGER = 0x02;
  private static final int OCTETS = 0x04;
  private static final int SEQUENCE = 0x30;

  private Der() {}

  static byte[] integer(byte[] twosComplement) {
    return value(INTEGER, twosComplement);
  }

  static byte[] octets(byte[] bytes) {
    return value(OCTETS, bytes);
  }

  static byte[] sequence(byte[]... values) {
    return value(SEQUENCE, values);
  }

  private static byte[] value(int tag, byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    var out = new ByteArrayOutputStream(length + 4);
    out.write(tag);
    if (length > 0xff) {
      out.write(0x82);
      out.write(length >> 8);
    } else if (length > 0x7f) {
      out.write(0x81);
    }
    out.write(length);
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
