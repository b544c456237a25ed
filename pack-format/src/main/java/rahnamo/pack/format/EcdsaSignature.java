package rahnamo.pack.format;

import java.math.BigInteger;

/**
 * The strict form of an ECDSA signature over P-256.
 *
 * <p>It is checked here and not left to the platform: some versions of Java accepted r = s = 0
 * (CVE-2022-21449), and old phones accept sloppy DER.
 */
final class EcdsaSignature {

  /** The longest form: two integers of 33 bytes and their headers. */
  static final int MAX_LENGTH = 72;

  private static final int HEADER = 2;

  private EcdsaSignature() {}

  /**
   * Checks that the bytes are {@code SEQUENCE { r INTEGER, s INTEGER }} in DER, with nothing
   * missing or left over, and both between 1 and n − 1.
   */
  static void check(byte[] der) throws InvalidPackException {
    boolean isSequence =
        der.length >= HEADER
            && der.length <= MAX_LENGTH
            && der[0] == 0x30
            && der[1] == der.length - HEADER;
    if (!isSequence) {
      throw new InvalidPackException(VerificationCode.SIGNATURE_FORMAT);
    }
    int second = checkInteger(der, HEADER);
    if (checkInteger(der, second) != der.length) {
      throw new InvalidPackException(VerificationCode.SIGNATURE_FORMAT);
    }
    checkRange(der, HEADER);
    checkRange(der, second);
  }

  /** Where the next value starts. */
  private static int checkInteger(byte[] der, int start) throws InvalidPackException {
    int first = start + HEADER;
    boolean hasHeader = first < der.length && der[start] == 0x02 && der[start + 1] > 0;
    if (!hasHeader || first + der[start + 1] > der.length) {
      throw new InvalidPackException(VerificationCode.SIGNATURE_FORMAT);
    }
    // spec: X.690, 8.3.2: the first nine bits shall not all be zero (nor all ones).
    boolean isPadded = der[start + 1] > 1 && der[first] == 0 && der[first + 1] >= 0;
    boolean isNegative = der[first] < 0;
    if (isPadded || isNegative) {
      throw new InvalidPackException(VerificationCode.SIGNATURE_FORMAT);
    }
    return first + der[start + 1];
  }

  private static void checkRange(byte[] der, int start) throws InvalidPackException {
    byte[] value = new byte[der[start + 1]];
    System.arraycopy(der, start + HEADER, value, 0, value.length);
    BigInteger number = new BigInteger(value);
    if (number.signum() <= 0 || number.compareTo(P256.ORDER) >= 0) {
      throw new InvalidPackException(VerificationCode.SIGNATURE_RANGE);
    }
  }
}
