package rahnamo.apktools;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Writes the few kinds of DER values that certificates and signatures are made of. */
final class Der {

  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int EXPLICIT = 0xA0;

  static final byte[] NULL = {5, 0};

  private Der() {}

  static byte[] sequence(byte[]... parts) {
    return tagged(SEQUENCE, parts);
  }

  static byte[] set(byte[]... parts) {
    return tagged(SET, parts);
  }

  static byte[] explicit(int number, byte[]... parts) {
    return tagged(EXPLICIT + number, parts);
  }

  static byte[] integer(BigInteger value) {
    return tagged(2, value.toByteArray());
  }

  static byte[] octets(byte[] value) {
    return tagged(4, value);
  }

  static byte[] bits(byte[] value) {
    return tagged(3, new byte[] {0}, value);
  }

  static byte[] utf8(String text) {
    return tagged(0x0C, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A time as {@code yyMMddHHmmssZ}, which DER asks for until 2049. */
  static byte[] utcTime(String time) {
    return tagged(0x17, time.getBytes(StandardCharsets.US_ASCII));
  }

  /** A time as {@code yyyyMMddHHmmssZ}, which DER asks for from 2050 on. */
  static byte[] generalizedTime(String time) {
    return tagged(0x18, time.getBytes(StandardCharsets.US_ASCII));
  }

  static byte[] identifier(int... arcs) {
    var out = new ByteArrayOutputStream();
    out.write(arcs[0] * 40 + arcs[1]);
    for (int i = 2; i < arcs.length; i++) {
      for (int shift = 28; shift > 0; shift -= 7) {
        if (arcs[i] >>> shift != 0) {
          out.write(0x80 | (arcs[i] >>> shift & 0x7F));
        }
      }
      out.write(arcs[i] & 0x7F);
    }
    return tagged(6, out.toByteArray());
  }

  private static byte[] tagged(int tag, byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    var out = new ByteArrayOutputStream(length + 6);
    out.write(tag);
    if (length < 0x80) {
      out.write(length);
    } else {
      byte[] size = BigInteger.valueOf(length).toByteArray();
      int skipped = size[0] == 0 ? 1 : 0;
      out.write(0x80 | size.length - skipped);
      out.write(size, skipped, size.length - skipped);
    }
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
