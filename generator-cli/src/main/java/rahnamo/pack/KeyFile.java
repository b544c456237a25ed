package rahnamo.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import rahnamo.pack.format.VerifyingKey;

/**
 * A private key of packs or roots on the disk, locked with a passphrase.
 *
 * <p>The key's public half is known from elsewhere, so a file that was changed is found out.
 */
final class KeyFile {

  private KeyFile() {}

  /** The file for a key. */
  static byte[] encode(SigningKey key, Passphrase passphrase) {
    try {
      return LockedKey.lock(pkcs8(key), passphrase);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot write keys", e);
    }
  }

  /**
   * Reads the file of a key.
   *
   * @throws KeyException if the passphrase or the file is not that key's
   */
  static SigningKey read(Path file, VerifyingKey expected, Passphrase passphrase)
      throws IOException {
    SigningKey key = decode(file, passphrase);
    if (!key.verifyingKey().equals(expected)) {
      throw new KeyException("keys.other-key", file.toString());
    }
    return key;
  }

  private static SigningKey decode(Path file, Passphrase passphrase) throws IOException {
    byte[] plain = LockedKey.unlock(file, passphrase);
    try {
      var spec = new PKCS8EncodedKeySpec(plain);
      var key = (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(spec);
      return SigningKey.of(key.getS());
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // What a wrong passphrase decrypts to has no form.
      throw new KeyException("keys.wrong-passphrase", file.toString());
    }
  }

  private static byte[] pkcs8(SigningKey key) throws GeneralSecurityException {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    var spec = new ECPrivateKeySpec(key.secret(), curve.getParameterSpec(ECParameterSpec.class));
    return KeyFactory.getInstance("EC").generatePrivate(spec).getEncoded();
  }
}
