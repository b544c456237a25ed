package rahnamo.pack.format;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** A SHA-256 digest. Immutable. */
public final class Digest implements Comparable<Digest> {

  /** Its length in bytes. */
  public static final int LENGTH = 32;

  /** Its length as text. */
  public static final int HEX_LENGTH = 2 * LENGTH;

  private final byte[] bytes;

  private Digest(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The digest of some bytes. */
  public static Digest of(byte[] content) {
    return of(content, 0, content.length);
  }

  /** The digest of a part of some bytes. */
  static Digest of(byte[] content, int offset, int count) {
    MessageDigest sha256 = sha256();
    sha256.update(content, offset, count);
    return finish(sha256);
  }

  /** What a running calculation has arrived at; the calculation starts anew. */
  public static Digest finish(MessageDigest sha256) {
    return new Digest(sha256.digest());
  }

  /** Starts a calculation over several pieces. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java and every Android has SHA-256", e);
    }
  }

  /** Whether a text is a digest: 64 digits in lower case. */
  public static boolean isValid(String hex) {
    return hex.length() == HEX_LENGTH && Hex.isValid(hex);
  }

  /**
   * Reads what {@link #hex()} writes.
   *
   * @throws IllegalArgumentException if the text is not {@linkplain #isValid valid}
   */
  public static Digest parse(String hex) {
    if (!isValid(hex)) {
      throw new IllegalArgumentException("not a SHA-256 digest: " + hex);
    }
    return new Digest(Hex.decode(hex));
  }

  /** Its text: 64 hexadecimal digits in lower case. */
  public String hex() {
    return Hex.encode(bytes);
  }

  @Override
  public int compareTo(Digest other) {
    return hex().compareTo(other.hex());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Digest && Arrays.equals(bytes, ((Digest) other).bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
