package rahnamo.pack;

import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import rahnamo.pack.format.Digest;

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
      return Digest.of(certificate.getEncoded()).hex();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate of our own cannot be written", e);
    }
  }
}
