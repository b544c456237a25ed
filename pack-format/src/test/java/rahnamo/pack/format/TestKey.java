package rahnamo.pack.format;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;

/** A key pair for tests, made by the platform. */
final class TestKey {

  private final KeyPair pair;

  private TestKey(KeyPair pair) {
    this.pair = pair;
  }

  static TestKey create() throws GeneralSecurityException {
    return create("secp256r1");
  }

  static TestKey create(String curve) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    return new TestKey(generator.generateKeyPair());
  }

  byte[] encoded() {
    return pair.getPublic().getEncoded();
  }

  VerifyingKey verifying() throws InvalidPackException {
    return VerifyingKey.of(encoded());
  }

  byte[] sign(byte[] message) throws GeneralSecurityException {
    var signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(pair.getPrivate());
    signature.update(message);
    return signature.sign();
  }
}
