package rahnamo.pack.format;

import java.math.BigInteger;

/** The curve P-256, also called secp256r1 and prime256v1 (FIPS 186-4, D.1.2.3). */
final class P256 {

  /** The number of points, a prime. */
  static final BigInteger ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  private static final BigInteger PRIME =
      new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
  private static final BigInteger B =
      new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);
  private static final BigInteger THREE = BigInteger.valueOf(3);

  private P256() {}

  /** Whether two coordinates are a point of the curve; its cofactor is 1, so any point will do. */
  static boolean contains(BigInteger x, BigInteger y) {
    if (x.compareTo(PRIME) >= 0 || y.compareTo(PRIME) >= 0) {
      return false;
    }
    BigInteger right = x.multiply(x).subtract(THREE).multiply(x).add(B);
    return y.multiply(y).subtract(right).mod(PRIME).signum() == 0;
  }
}
