package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rahnamo.pack.format.Refusal.assertRefused;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyingKeyTest {

  private static final byte[] MESSAGE = "роҳнамо".getBytes(StandardCharsets.UTF_8);
  private static final String ONE = "020101";
  private static final String ZERO = "020100";

  private static final String ORDER =
      "022100ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";

  @Test
  void signatureOfTheKeyIsAcceptedAndOfAnotherRefused() throws Exception {
    var key = TestKey.named("key");
    var other = TestKey.named("other");

    // The integers have different lengths: all forms that DER gives must pass.
    for (byte i = 0; i < 40; i++) {
      byte[] message = {i};
      byte[] signature = key.sign(message);
      assertDoesNotThrow(() -> key.verifying().verify(message, signature));
    }
    assertRefused(
        VerificationCode.SIGNATURE_WRONG,
        () -> key.verifying().verify(MESSAGE, other.sign(MESSAGE)));
    assertRefused(
        VerificationCode.SIGNATURE_WRONG,
        () -> key.verifying().verify(new byte[0], key.sign(MESSAGE)));
  }

  @Test
  void everyFlippedBitOfASignatureIsRefused() throws Exception {
    var key = TestKey.named("key");
    byte[] signature = key.sign(MESSAGE);
    for (int bit = 0; bit < signature.length * 8; bit++) {
      byte[] flipped = signature.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThrows(
          InvalidPackException.class, () -> key.verifying().verify(MESSAGE, flipped), "bit " + bit);
    }
  }

  @Test
  void everyTruncatedOrPaddedSignatureIsRefused() throws Exception {
    var key = TestKey.named("key");
    byte[] signature = key.sign(MESSAGE);
    for (int length = 0; length < signature.length + 4; length++) {
      if (length != signature.length) {
        byte[] cut = Arrays.copyOf(signature, length);
        assertRefused(
            VerificationCode.SIGNATURE_FORMAT, () -> key.verifying().verify(MESSAGE, cut));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {ZERO + ZERO, ZERO + ONE, ONE + ZERO, ORDER + ONE, ONE + ORDER, ORDER + ORDER})
  void integerOutsideTheCurvesOrderIsRefused(String integers) throws Exception {
    var key = TestKey.named("key").verifying();
    assertRefused(VerificationCode.SIGNATURE_RANGE, () -> key.verify(MESSAGE, sequence(integers)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing in it
        ONE, // one integer
        ONE + ONE + ONE, // three
        ONE + ONE + "0500", // something left over
        "02020001" + ONE, // a zero too many in front
        ONE + "02020001",
        "0201ff" + ONE, // negative
        "0200" + ONE, // an integer without a byte
        "030101" + ONE, // a bit string
        "02810101" + ONE, // the long form of a length
        ONE + "020201" // longer than the rest
      })
  void sloppyDerIsRefused(String integers) throws Exception {
    var key = TestKey.named("key").verifying();
    assertRefused(VerificationCode.SIGNATURE_FORMAT, () -> key.verify(MESSAGE, sequence(integers)));
  }

  @Test
  void onlyAPointOfTheCurveIsAKey() throws Exception {
    byte[] encoded = TestKey.named("key").encoded();
    byte[] off = encoded.clone();
    off[off.length - 1] ^= 1;
    byte[] zero = Arrays.copyOf(Arrays.copyOf(encoded, 27), encoded.length);

    assertArrayEquals(encoded, VerifyingKey.of(encoded).encoded());
    assertRefused(VerificationCode.TRUST_KEY_INVALID, () -> VerifyingKey.of(off));
    assertRefused(VerificationCode.TRUST_KEY_INVALID, () -> VerifyingKey.of(zero));
    assertRefused(
        VerificationCode.TRUST_KEY_INVALID, () -> VerifyingKey.of(TestKey.encodedOf("secp384r1")));
    assertRefused(
        VerificationCode.TRUST_KEY_INVALID,
        () -> VerifyingKey.of(Arrays.copyOf(encoded, encoded.length + 1)));
  }

  @Test
  void coordinateBeyondThePrimeIsRefusedThoughItMeansAPoint() throws Exception {
    // x = 5 + p names the same point as x = 5 to a reader that reduces first.
    var prime =
        new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
    var b = new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);
    var x = BigInteger.valueOf(5);
    var square = x.pow(3).subtract(x.multiply(BigInteger.valueOf(3))).add(b).mod(prime);
    var y = square.modPow(prime.add(BigInteger.ONE).shiftRight(2), prime);

    assertEquals(square, y.multiply(y).mod(prime), "the curve has a point with x = 5");
    assertTrue(P256.contains(x, y));
    assertFalse(P256.contains(x.add(prime), y));
    assertFalse(P256.contains(x, y.add(prime)));
  }

  @Test
  void pemIsWhatOtherProgramsRead() throws Exception {
    byte[] encoded = TestKey.named("key").encoded();
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    assertEquals(
        "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n",
        new String(VerifyingKey.of(encoded).pem(), StandardCharsets.US_ASCII));
  }

  private static byte[] sequence(String content) {
    return Hex.decode(String.format(Locale.ROOT, "30%02x", content.length() / 2) + content);
  }
}
