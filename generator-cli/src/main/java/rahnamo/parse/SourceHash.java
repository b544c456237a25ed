package rahnamo.parse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The fingerprint by which a translation knows whether its source has changed: the first 12
 * hexadecimal digits of SHA-256 over the title and the body, with runs of white space made one
 * space. Changes of metadata or line breaks do not count.
 */
public final class SourceHash {

  private static final int LENGTH = 12;

  private SourceHash() {}

  /** The fingerprint of an article's title and Markdown body, both normalised to NFC. */
  public static String of(String title, String body) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      String text = squeeze(title) + "\n" + squeeze(body);
      byte[] digest = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String squeeze(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
