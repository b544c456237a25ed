package rahnamo.pack.format;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * P-256 and deterministic ECDSA (RFC 6979) in plain numbers, for fixtures that are the same on
 * every Java. Slow, and open to anyone who can measure time: for tests only.
 */
final class TestCurve {

  private static final BigInteger P =
      new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
  private static final BigInteger N =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
  private static final Point G =
      new Point(
          new BigInteger("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296", 16),
          new BigInteger("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5", 16));
  private static final BigInteger TWO = BigInteger.TWO;
  private static final BigInteger THREE = BigInteger.valueOf(3);

  record Point(BigInteger x, BigInteger y) {}

  private TestCurve() {}

  /** The secret number that some bytes stand for. */
  static BigInteger secret(byte[] seed) {
    return new BigInteger(1, seed).mod(N.subtract(BigInteger.ONE)).add(BigInteger.ONE);
  }

  static Point publicPoint(BigInteger secret) {
    return multiply(secret);
  }

  private static Point multiply(BigInteger factor) {
    Point sum = G;
    for (int bit = factor.bitLength() - 2; bit >= 0; bit--) {
      sum = add(sum, sum);
      if (factor.testBit(bit)) {
        sum = add(sum, G);
      }
    }
    return sum;
  }

  private static Point add(Point a, Point b) {
    BigInteger slope =
        a.equals(b)
            ? a.x()
                .pow(2)
                .multiply(THREE)
                .subtract(THREE)
                .multiply(a.y().multiply(TWO).modInverse(P))
            : b.y().subtract(a.y()).multiply(b.x().subtract(a.x()).modInverse(P));
    BigInteger x = slope.pow(2).subtract(a.x()).subtract(b.x()).mod(P);
    return new Point(x, slope.multiply(a.x().subtract(x)).subtract(a.y()).mod(P));
  }

  /** The signature over a message with this digest, in DER. */
  static byte[] sign(BigInteger secret, byte[] digest) throws GeneralSecurityException {
    BigInteger k = nonce(secret, digest);
    BigInteger r = multiply(k).x().mod(N);
    BigInteger s =
        k.modInverse(N).multiply(new BigInteger(1, digest).add(r.multiply(secret))).mod(N);
    return der(r, s);
  }

  static byte[] der(BigInteger r, BigInteger s) {
    byte[] first = r.toByteArray();
    byte[] second = s.toByteArray();
    byte[] der = new byte[6 + first.length + second.length];
    der[0] = 0x30;
    der[1] = (byte) (der.length - 2);
    der[2] = 2;
    der[3] = (byte) first.length;
    System.arraycopy(first, 0, der, 4, first.length);
    der[4 + first.length] = 2;
    der[5 + first.length] = (byte) second.length;
    System.arraycopy(second, 0, der, 6 + first.length, second.length);
    return der;
  }

  // spec: RFC 6979, 3.2, steps b to h, where all lengths are 256 bits.
  private static BigInteger nonce(BigInteger secret, byte[] digest)
      throws GeneralSecurityException {
    byte[] seed = concat(octets(secret), octets(new BigInteger(1, digest).mod(N)));
    byte[] v = new byte[32];
    Arrays.fill(v, (byte) 1);
    byte[] key = new byte[32];
    for (byte round = 0; round < 2; round++) {
      key = hmac(key, concat(v, new byte[] {round}, seed));
      v = hmac(key, v);
    }
    while (true) {
      v = hmac(key, v);
      BigInteger k = new BigInteger(1, v);
      if (k.signum() > 0 && k.compareTo(N) < 0) {
        return k;
      }
      key = hmac(key, concat(v, new byte[1]));
      v = hmac(key, v);
    }
  }

  private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(message);
  }

  /** A number in 32 bytes. */
  static byte[] octets(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] octets = new byte[32];
    int count = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - count, octets, 32 - count, count);
    return octets;
  }

  private static byte[] concat(byte[]... parts) {
    var all = new java.io.ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
