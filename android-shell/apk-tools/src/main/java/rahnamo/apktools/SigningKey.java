package rahnamo.apktools;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The RSA key of a publisher and its certificate. A phone accepts an update of an app only if it is
 * signed with the key of the installed one, so the same file serves for all versions.
 */
public record SigningKey(PrivateKey key, X509Certificate certificate) {

  private static final int BITS = 3072;
  private static final int YEARS = 60;
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z ]+)-----\\s+([A-Za-z0-9+/=\\s]+)-----END \\1-----");

  static final byte[] SHA256_WITH_RSA =
      Der.sequence(Der.identifier(1, 2, 840, 113549, 1, 1, 11), Der.NULL);

  /** The key that lies in the sources for everybody: an app signed with it proves nothing. */
  public static SigningKey ofTests() {
    try (InputStream in = SigningKey.class.getResourceAsStream("test-key.pem")) {
      if (in == null) {
        throw new IllegalStateException("test-key.pem is missing");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes a new key with a certificate that names its holder and is valid from a day on. */
  public static SigningKey create(String holder, LocalDate from) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(BITS);
    KeyPair pair = generator.generateKeyPair();
    return new SigningKey(pair.getPrivate(), certify(pair, holder, from));
  }

  /** Reads what {@link #toPem} wrote. */
  public static SigningKey parse(String pem) throws GeneralSecurityException {
    PrivateKey key = null;
    X509Certificate certificate = null;
    Matcher block = PEM.matcher(pem);
    while (block.find()) {
      byte[] bytes = Base64.getMimeDecoder().decode(block.group(2));
      if (block.group(1).equals("PRIVATE KEY")) {
        key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
      } else if (block.group(1).equals("CERTIFICATE")) {
        certificate = readCertificate(bytes);
      }
    }
    if (key == null || certificate == null) {
      throw new GeneralSecurityException("not a signing key: no PRIVATE KEY and CERTIFICATE in it");
    }
    return new SigningKey(key, certificate);
  }

  /** The key and the certificate as text, readable for every tool. */
  public String toPem() throws GeneralSecurityException {
    return pem("PRIVATE KEY", key.getEncoded()) + pem("CERTIFICATE", certificate.getEncoded());
  }

  /** SHA-256 of the certificate, as Android shows it. */
  public String fingerprint() throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    return HexFormat.of().formatHex(digest);
  }

  boolean isOfTests() {
    return certificate.equals(ofTests().certificate());
  }

  byte[] sign(byte[] message) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key);
    signature.update(message);
    return signature.sign();
  }

  private static X509Certificate certify(KeyPair pair, String holder, LocalDate from)
      throws GeneralSecurityException {
    byte[] name = Der.sequence(Der.set(Der.sequence(Der.identifier(2, 5, 4, 3), Der.utf8(holder))));
    byte[] validity = Der.sequence(time(from), time(from.plusYears(YEARS)));
    byte[] body =
        Der.sequence(
            Der.explicit(0, Der.integer(BigInteger.TWO)),
            Der.integer(serial(pair.getPublic())),
            SHA256_WITH_RSA,
            name,
            validity,
            name,
            pair.getPublic().getEncoded());
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(pair.getPrivate());
    signature.update(body);
    return readCertificate(Der.sequence(body, SHA256_WITH_RSA, Der.bits(signature.sign())));
  }

  private static BigInteger serial(PublicKey key) throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
    return new BigInteger(1, digest).shiftRight(128).setBit(126);
  }

  private static byte[] time(LocalDate day) {
    // spec (RFC 5280, 4.1.2.5): dates through the year 2049 as UTCTime, later ones as
    // GeneralizedTime
    return day.getYear() < 2050
        ? Der.utcTime(day.format(DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT)) + "000000Z")
        : Der.generalizedTime(day.format(DateTimeFormatter.BASIC_ISO_DATE) + "000000Z");
  }

  private static X509Certificate readCertificate(byte[] bytes) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(bytes));
  }

  private static String pem(String kind, byte[] bytes) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
  }
}
