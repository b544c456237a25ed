package rahnamo.apktools;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The signature of version 1: a signed manifest with the digest of each file. Android before 7
 * knows no other.
 */
final class JarSignature {

  static final String FOLDER = "META-INF/";

  private static final byte[] SHA256 =
      Der.sequence(Der.identifier(2, 16, 840, 1, 101, 3, 4, 2, 1), Der.NULL);
  private static final byte[] RSA =
      Der.sequence(Der.identifier(1, 2, 840, 113549, 1, 1, 1), Der.NULL);
  private static final byte[] DATA = Der.identifier(1, 2, 840, 113549, 1, 7, 1);
  private static final byte[] SIGNED_DATA = Der.identifier(1, 2, 840, 113549, 1, 7, 2);

  /** The longest line of a manifest, in bytes without its end. */
  private static final int LINE = 70;

  private JarSignature() {}

  /** The three files that sign the given ones. */
  static List<ApkFile> sign(List<ApkFile> files, SigningKey key)
      throws IOException, GeneralSecurityException {
    var manifest = new StringBuilder("Manifest-Version: 1.0\r\n\r\n");
    var sections = new StringBuilder();
    for (ApkFile file : files) {
      String section = section(file.name(), digest(file.content()));
      manifest.append(section);
      sections.append(section(file.name(), digest(Content.of(ascii(section)))));
    }
    byte[] manifestBytes = ascii(manifest);
    // spec (APK Signature Scheme v2, rollback protection): a phone that knows version 2 refuses to
    // fall back to this signature
    byte[] signatureFile =
        ascii(
            "Signature-Version: 1.0\r\nX-Android-APK-Signed: 2\r\nSHA-256-Digest-Manifest: "
                + digest(Content.of(manifestBytes))
                + "\r\n\r\n"
                + sections);
    List<ApkFile> result = new ArrayList<>();
    result.add(ApkFile.of(FOLDER + "MANIFEST.MF", Content.of(manifestBytes)));
    result.add(ApkFile.of(FOLDER + "CERT.SF", Content.of(signatureFile)));
    result.add(ApkFile.of(FOLDER + "CERT.RSA", Content.of(block(signatureFile, key))));
    return result;
  }

  /** The PKCS #7 block around the signature of the signature file. */
  private static byte[] block(byte[] signatureFile, SigningKey key)
      throws GeneralSecurityException {
    byte[] issuer = key.certificate().getIssuerX500Principal().getEncoded();
    byte[] signer =
        Der.sequence(
            Der.integer(BigInteger.ONE),
            Der.sequence(issuer, Der.integer(key.certificate().getSerialNumber())),
            SHA256,
            RSA,
            Der.octets(key.sign(signatureFile)));
    byte[] signed =
        Der.sequence(
            Der.integer(BigInteger.ONE),
            Der.set(SHA256),
            Der.sequence(DATA),
            Der.explicit(0, key.certificate().getEncoded()),
            Der.set(signer));
    return Der.sequence(SIGNED_DATA, Der.explicit(0, signed));
  }

  private static String section(String name, String digest) {
    return folded("Name: " + name) + "SHA-256-Digest: " + digest + "\r\n\r\n";
  }

  /** A line over the limit goes on in the next one after a space. */
  private static String folded(String line) {
    var out = new StringBuilder();
    int start = 0;
    for (int room = LINE; line.length() - start > room; room = LINE - 1) {
      out.append(line, start, start + room).append("\r\n ");
      start += room;
    }
    return out.append(line, start, line.length()).append("\r\n").toString();
  }

  private static String digest(Content content) throws IOException, GeneralSecurityException {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    try (InputStream in = content.open();
        OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), sha256)) {
      in.transferTo(out);
    }
    return Base64.getEncoder().encodeToString(sha256.digest());
  }

  private static byte[] ascii(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
