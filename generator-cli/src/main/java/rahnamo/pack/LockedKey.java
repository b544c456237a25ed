package rahnamo.pack;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A private key of any kind, locked with a passphrase: {@code BEGIN ENCRYPTED PRIVATE KEY}, which
 * {@code openssl pkey} reads too.
 */
final class LockedKey {

  private static final byte[] PBES2 = object("06092a864886f70d01050d");
  private static final byte[] PBKDF2 = object("06092a864886f70d01050c");
  private static final byte[] HMAC_SHA_256 = object("06082a864886f70d0209");
  private static final byte[] AES_256_CBC = object("060960864801650304012a");
  private static final byte[] NO_PARAMETERS = object("0500");

  /** Makes each guess of the passphrase cost a good part of a second. */
  static final int ITERATIONS = 600_000;

  private static final int SALT_BYTES = 32;
  private static final int IV_BYTES = 16;
  private static final int KEY_BITS = 256;
  private static final String BEGIN = "-----BEGIN ENCRYPTED PRIVATE KEY-----\n";
  private static final String END = "\n-----END ENCRYPTED PRIVATE KEY-----\n";

  private LockedKey() {}

  /** The file for a key in PKCS #8. */
  static byte[] lock(byte[] pkcs8, Passphrase passphrase) {
    try {
      var random = new SecureRandom();
      var salt = new byte[SALT_BYTES];
      var iv = new byte[IV_BYTES];
      random.nextBytes(salt);
      random.nextBytes(iv);
      var lock = new PBEParameterSpec(salt, ITERATIONS, new IvParameterSpec(iv));
      byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, passphrase, lock).doFinal(pkcs8);
      byte[] der = Der.sequence(scheme(salt, iv), Der.octets(encrypted));
      String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
      return (BEGIN + body + END).getBytes(StandardCharsets.US_ASCII);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot encrypt keys", e);
    }
  }

  /**
   * What the file of a key holds, in PKCS #8. A wrong passphrase may give bytes without any form.
   *
   * @throws KeyException if the passphrase or the file is wrong
   */
  static byte[] unlock(Path file, Passphrase passphrase) throws IOException {
    EncryptedPrivateKeyInfo info = info(file);
    PBEParameterSpec lock = lock(info, file);
    try {
      return cipher(Cipher.DECRYPT_MODE, passphrase, lock).doFinal(info.getEncryptedData());
    } catch (GeneralSecurityException e) {
      throw new KeyException("keys.wrong-passphrase", file.toString());
    }
  }

  /** Says how the key is encrypted. The JDK writes this in different ways in its versions. */
  private static byte[] scheme(byte[] salt, byte[] iv) {
    // spec: RFC 8018, A.4 PBES2 with A.2 PBKDF2
    byte[] derivation =
        Der.sequence(
            PBKDF2,
            Der.sequence(
                Der.octets(salt),
                Der.integer(BigInteger.valueOf(ITERATIONS).toByteArray()),
                Der.sequence(HMAC_SHA_256, NO_PARAMETERS)));
    return Der.sequence(PBES2, Der.sequence(derivation, Der.sequence(AES_256_CBC, Der.octets(iv))));
  }

  private static byte[] object(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static EncryptedPrivateKeyInfo info(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
    if (text.length() < BEGIN.length() + END.length()
        || !text.startsWith(BEGIN)
        || !text.endsWith(END)) {
      throw new KeyException("keys.damaged", file.toString());
    }
    try {
      String body = text.substring(BEGIN.length(), text.length() - END.length());
      return new EncryptedPrivateKeyInfo(Base64.getMimeDecoder().decode(body));
    } catch (IOException | IllegalArgumentException e) {
      throw new KeyException("keys.damaged", file.toString());
    }
  }

  private static PBEParameterSpec lock(EncryptedPrivateKeyInfo info, Path file)
      throws KeyException {
    Optional<AlgorithmParameters> parameters = Optional.ofNullable(info.getAlgParameters());
    try {
      if (parameters.isPresent()) {
        var lock = parameters.get().getParameterSpec(PBEParameterSpec.class);
        if (lock.getParameterSpec() instanceof IvParameterSpec) {
          return lock;
        }
      }
      throw new KeyException("keys.damaged", file.toString());
    } catch (GeneralSecurityException e) {
      throw new KeyException("keys.damaged", file.toString());
    }
  }

  private static Cipher cipher(int mode, Passphrase passphrase, PBEParameterSpec lock)
      throws GeneralSecurityException {
    var spec =
        new PBEKeySpec(passphrase.toChars(), lock.getSalt(), lock.getIterationCount(), KEY_BITS);
    // In UTF-8, as other programs read a passphrase.
    byte[] key =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), lock.getParameterSpec());
    return cipher;
  }
}
