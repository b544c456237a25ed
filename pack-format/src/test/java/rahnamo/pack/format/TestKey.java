package rahnamo.pack.format;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.spec.ECGenParameterSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A key pair for tests: the same for the same name, with the same signatures. */
final class TestKey {

  private static final byte[] PREFIX =
      Hex.decode("3059301306072a8648ce3d020106082a8648ce3d03010703420004");

  /** Making one takes ten milliseconds. */
  private static final Map<String, TestKey> KNOWN = new ConcurrentHashMap<>();

  private final BigInteger secret;
  private final byte[] encoded;

  private TestKey(BigInteger secret) {
    TestCurve.Point point = TestCurve.publicPoint(secret);
    this.secret = secret;
    this.encoded = new byte[PREFIX.length + 64];
    System.arraycopy(PREFIX, 0, encoded, 0, PREFIX.length);
    System.arraycopy(TestCurve.octets(point.x()), 0, encoded, PREFIX.length, 32);
    System.arraycopy(TestCurve.octets(point.y()), 0, encoded, PREFIX.length + 32, 32);
  }

  static TestKey named(String name) {
    return KNOWN.computeIfAbsent(
        name,
        unknown -> new TestKey(TestCurve.secret(sha256(name.getBytes(StandardCharsets.UTF_8)))));
  }

  /** The public key of another curve, made by the platform. */
  static byte[] encodedOf(String curve) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    return generator.generateKeyPair().getPublic().getEncoded();
  }

  byte[] encoded() {
    return encoded.clone();
  }

  VerifyingKey verifying() throws InvalidPackException {
    return VerifyingKey.of(encoded);
  }

  byte[] sign(byte[] message) throws GeneralSecurityException {
    return TestCurve.sign(secret, sha256(message));
  }

  private static byte[] sha256(byte[] message) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
