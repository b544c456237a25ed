package rahnamo.pack;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/**
 * The key that signs an app, and its certificate. A phone takes an update only if it is signed with
 * the key of the installed app, so it is never renewed.
 *
 * @param secret the private half
 * @param certificate the public half with the name of its holder
 */
public record AppKey(PrivateKey secret, X509Certificate certificate) {

  /** SHA-256 of the certificate, as Android and its tools show it. */
  public String fingerprint() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot digest a certificate", e);
    }
  }
}
