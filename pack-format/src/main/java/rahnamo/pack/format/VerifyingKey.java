package rahnamo.pack.format;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/** A public key on the curve P-256 that checks signatures. Immutable. */
public final class VerifyingKey {

  /**
   * Everything in a SubjectPublicKeyInfo of P-256 before the coordinates of an uncompressed point.
   */
  private static final byte[] PREFIX =
      Hex.decode("3059301306072a8648ce3d020106082a8648ce3d03010703420004");

  private static final int COORDINATE = 32;
  private static final int LENGTH = PREFIX.length + 2 * COORDINATE;

  private final byte[] encoded;
  private final PublicKey key;

  private VerifyingKey(byte[] encoded, PublicKey key) {
    this.encoded = encoded;
    this.key = key;
  }

  /**
   * Reads a key in the form X.509 SubjectPublicKeyInfo, DER, with an uncompressed point.
   *
   * @throws InvalidPackException if it has another form, or the point is not on the curve
   */
  public static VerifyingKey of(byte[] encoded) throws InvalidPackException {
    boolean hasForm =
        encoded.length == LENGTH
            && Arrays.equals(Arrays.copyOf(encoded, PREFIX.length), PREFIX)
            && P256.contains(
                coordinate(encoded, PREFIX.length), coordinate(encoded, LENGTH - COORDINATE));
    if (!hasForm) {
      throw new InvalidPackException(VerificationCode.TRUST_KEY_INVALID);
    }
    try {
      byte[] copy = encoded.clone();
      return new VerifyingKey(
          copy, KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(copy)));
    } catch (GeneralSecurityException e) {
      throw new InvalidPackException(VerificationCode.TRUST_KEY_INVALID);
    }
  }

  /** Reads the hexadecimal form that root documents use. */
  static VerifyingKey parse(String hex) throws InvalidPackException {
    if (!Hex.isValid(hex)) {
      throw new InvalidPackException(VerificationCode.TRUST_KEY_INVALID);
    }
    return of(Hex.decode(hex));
  }

  private static BigInteger coordinate(byte[] encoded, int start) {
    return new BigInteger(1, Arrays.copyOfRange(encoded, start, start + COORDINATE));
  }

  /** Its SubjectPublicKeyInfo. */
  public byte[] encoded() {
    return encoded.clone();
  }

  /** The digest of {@link #encoded()}, by which people compare keys. */
  public Digest fingerprint() {
    return Digest.of(encoded);
  }

  /** The key as a PEM file. */
  public byte[] pem() {
    String body = Base64Text.encode(encoded);
    StringBuilder text = new StringBuilder("-----BEGIN PUBLIC KEY-----\n");
    for (int start = 0; start < body.length(); start += 64) {
      text.append(body, start, Math.min(start + 64, body.length())).append('\n');
    }
    return text.append("-----END PUBLIC KEY-----\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Checks that an ECDSA signature with SHA-256 over a message was made with this key.
   *
   * @throws InvalidPackException if the signature has the wrong form, or is not this key's
   */
  public void verify(byte[] message, byte[] signature) throws InvalidPackException {
    EcdsaSignature.check(signature);
    if (!matches(message, signature)) {
      throw new InvalidPackException(VerificationCode.SIGNATURE_WRONG);
    }
  }

  private boolean matches(byte[] message, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("SHA256withECDSA");
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifyingKey && Arrays.equals(encoded, ((VerifyingKey) other).encoded);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encoded);
  }

  @Override
  public String toString() {
    return fingerprint().hex();
  }
}
