package rahnamo.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * The key of apps on the disk, in the folder of the other keys: {@code app.key}, locked with a
 * passphrase, and {@code app.pem}, its certificate, which anybody may see.
 */
public final class AppKeyFile {

  private static final String SECRET = "app.key";
  private static final String CERTIFICATE = "app.pem";
  private static final String ALGORITHM = "SHA256withRSA";

  private final Path folder;

  /**
   * @param folder that of the other keys; it need not exist
   */
  public AppKeyFile(Path folder) {
    this.folder = folder;
  }

  /** Where the private half lies. */
  public Path path() {
    return folder.resolve(SECRET);
  }

  /** Whether there is a key. */
  public boolean exists() {
    return Files.exists(path());
  }

  /**
   * Keeps a new key.
   *
   * @throws KeyException if there is one already, or if it could end in a repository
   */
  public void store(AppKey key, Passphrase passphrase) throws IOException {
    if (exists()) {
      throw new KeyException("apk.key-exists", path().toString());
    }
    new KeyFolder(folder).requireOutsideOfRepositories();
    try {
      OwnersFile.createFolder(folder);
      // Last the key: whoever finds it finds its certificate, too.
      OwnersFile.write(folder.resolve(CERTIFICATE), pem(key.certificate().getEncoded()));
      OwnersFile.write(path(), LockedKey.lock(key.secret().getEncoded(), passphrase));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot write a certificate", e);
    }
  }

  private static byte[] pem(byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return ("-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * The key.
   *
   * @throws KeyException if it is not here, the passphrase is wrong, or the two halves do not fit
   */
  public AppKey unlock(Passphrase passphrase) throws IOException {
    if (!exists()) {
      throw new KeyException("apk.no-key", path().toString());
    }
    X509Certificate certificate = certificate();
    byte[] plain = LockedKey.unlock(path(), passphrase);
    try {
      var spec = new PKCS8EncodedKeySpec(plain);
      PrivateKey secret = KeyFactory.getInstance("RSA").generatePrivate(spec);
      if (!fits(secret, certificate)) {
        throw new KeyException("keys.other-key", path().toString());
      }
      return new AppKey(secret, certificate);
    } catch (GeneralSecurityException e) {
      // What a wrong passphrase decrypts to has no form.
      throw new KeyException("keys.wrong-passphrase", path().toString());
    }
  }

  private X509Certificate certificate() throws IOException {
    Path file = folder.resolve(CERTIFICATE);
    try {
      var in = new ByteArrayInputStream(Files.readAllBytes(file));
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    } catch (IOException | GeneralSecurityException e) {
      throw new KeyException("keys.damaged", file.toString());
    }
  }

  private static boolean fits(PrivateKey secret, X509Certificate certificate)
      throws GeneralSecurityException {
    byte[] probe = certificate.getEncoded();
    Signature signature = Signature.getInstance(ALGORITHM);
    signature.initSign(secret);
    signature.update(probe);
    byte[] signed = signature.sign();
    signature.initVerify(certificate);
    signature.update(probe);
    return signature.verify(signed);
  }
}
