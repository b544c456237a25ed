package rahnamo.pack;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import rahnamo.pack.format.Digest;
import rahnamo.pack.format.InvalidPackException;
import rahnamo.pack.format.VerifyingKey;

/**
 * A private key on the curve P-256 that signs: ECDSA with SHA-256 in DER. Immutable.
 *
 * <p>The same message always gets the same signature, because the secret number of each signature
 * is derived from the key and the message.
 */
public final class SigningKey {

  // spec: SEC 2, 2.4.2 Recommended Parameters secp256r1
  private static final BigInteger PRIME =
      number("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
  private static final BigInteger B =
      number("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");
  private static final BigInteger ORDER =
      number("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
  private static final BigInteger G_X =
      number("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296");
  private static final BigInteger G_Y =
      number("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5");
  private static final ECDomainParameters P256 = curve();

  /** Everything in a SubjectPublicKeyInfo before the coordinates of an uncompressed point. */
  private static final String PUBLIC_PREFIX =
      "3059301306072a8648ce3d020106082a8648ce3d030107034200";

  private final BigInteger secret;
  private final VerifyingKey verifyingKey;

  private SigningKey(BigInteger secret) {
    this.secret = secret;
    this.verifyingKey = verifyingKey(P256.getG().multiply(secret).normalize());
  }

  /** A new key, drawn from the system's source of random numbers. */
  public static SigningKey generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return of(((ECPrivateKey) generator.generateKeyPair().getPrivate()).getS());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no P-256", e);
    }
  }

  /**
   * The key with a secret number.
   *
   * @throws IllegalArgumentException if the curve has no key with this number
   */
  static SigningKey of(BigInteger secret) {
    if (secret.signum() <= 0 || secret.compareTo(ORDER) >= 0) {
      throw new IllegalArgumentException("not a secret of P-256");
    }
    return new SigningKey(secret);
  }

  /** The secret number. */
  BigInteger secret() {
    return secret;
  }

  /** The public half. */
  public VerifyingKey verifyingKey() {
    return verifyingKey;
  }

  /** Signs a message. */
  public byte[] sign(byte[] message) {
    // spec: RFC 6979, 3.2 Generation of k
    var signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(secret, P256));
    BigInteger[] numbers = signer.generateSignature(Digest.sha256().digest(message));
    return Der.sequence(
        Der.integer(numbers[0].toByteArray()), Der.integer(numbers[1].toByteArray()));
  }

  private static VerifyingKey verifyingKey(ECPoint point) {
    byte[] prefix = HexFormat.of().parseHex(PUBLIC_PREFIX);
    var encoded = new ByteArrayOutputStream();
    encoded.writeBytes(prefix);
    encoded.writeBytes(point.getEncoded(false));
    try {
      return VerifyingKey.of(encoded.toByteArray());
    } catch (InvalidPackException e) {
      throw new IllegalStateException("a key of our own is invalid", e);
    }
  }

  private static ECDomainParameters curve() {
    BigInteger a = PRIME.subtract(BigInteger.valueOf(3));
    var curve = new ECCurve.Fp(PRIME, a, B, ORDER, BigInteger.ONE);
    return new ECDomainParameters(curve, curve.createPoint(G_X, G_Y), ORDER, BigInteger.ONE);
  }

  private static BigInteger number(String hex) {
    return new BigInteger(hex, 16);
  }
}
