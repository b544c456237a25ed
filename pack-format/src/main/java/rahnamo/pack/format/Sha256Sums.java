package rahnamo.pack.format;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The file {@code SHA256SUMS}: the digest of every other file of a pack, as {@code sha256sum -c}
 * reads it. Immutable. The digest of its bytes is the identity of the pack.
 */
public final class Sha256Sums {

  private static final int NAME_START = Digest.HEX_LENGTH + 2;

  private final SortedMap<String, Digest> digests;

  private Sha256Sums(SortedMap<String, Digest> digests) {
    this.digests = Collections.unmodifiableSortedMap(digests);
  }

  /** The sums of some files, by name. */
  public static Sha256Sums of(SortedMap<String, Digest> digests) {
    return new Sha256Sums(new TreeMap<>(digests));
  }

  /**
   * Reads what {@link #toBytes()} writes, and nothing else.
   *
   * @throws InvalidPackException if a line has another form, an invalid name, or stands out of
   *     order
   */
  public static Sha256Sums parse(byte[] bytes) throws InvalidPackException {
    if (bytes.length > PackLimits.MAX_SUMS_SIZE) {
      throw new InvalidPackException(VerificationCode.ENTRY_TOO_LARGE, EntryName.SUMS);
    }
    TreeMap<String, Digest> digests = new TreeMap<>();
    String last = "";
    for (int start = 0; start < bytes.length; ) {
      int end = endOfLine(bytes, start);
      String line = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
      String name = nameOf(line);
      if (digests.containsKey(name)) {
        throw new InvalidPackException(VerificationCode.SUMS_REPEATED_LINE, name);
      }
      if (name.compareTo(last) < 0) {
        throw new InvalidPackException(VerificationCode.SUMS_ORDER, name);
      }
      digests.put(name, Digest.parse(line.substring(0, Digest.HEX_LENGTH)));
      last = name;
      start = end + 1;
    }
    return new Sha256Sums(digests);
  }

  /** Whether a file of a pack has a line: all but the list itself and its signature have one. */
  static boolean isListed(String name) {
    return !name.equals(EntryName.SUMS) && !name.equals(EntryName.SIGNATURE);
  }

  private static int endOfLine(byte[] bytes, int start) throws InvalidPackException {
    int limit = Math.min(bytes.length, start + NAME_START + EntryName.MAX_LENGTH + 1);
    for (int i = start; i < limit; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    throw new InvalidPackException(VerificationCode.SUMS_FORMAT);
  }

  private static String nameOf(String line) throws InvalidPackException {
    boolean hasForm =
        line.length() > NAME_START
            && line.startsWith("  ", Digest.HEX_LENGTH)
            && Digest.isValid(line.substring(0, Digest.HEX_LENGTH));
    String name = hasForm ? line.substring(NAME_START) : "";
    if (!isListed(name) || !EntryName.isValid(name)) {
      throw new InvalidPackException(VerificationCode.SUMS_FORMAT);
    }
    return name;
  }

  /** The file: a line for each name, in the order of their characters. */
  public byte[] toBytes() {
    StringBuilder text = new StringBuilder(digests.size() * (NAME_START + 40));
    for (Map.Entry<String, Digest> line : digests.entrySet()) {
      text.append(line.getValue().hex()).append("  ").append(line.getKey()).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** The identity of the pack: two packs with the same identity hold the same files. */
  public Digest identity() {
    return Digest.of(toBytes());
  }

  /** The names, in the order of their characters. */
  public Set<String> names() {
    return digests.keySet();
  }

  /** Whether the file has a line. */
  public boolean contains(String name) {
    return digests.containsKey(name);
  }

  /**
   * What the file must be.
   *
   * @throws IllegalArgumentException if it has no line
   */
  public Digest digestOf(String name) {
    Digest digest = digests.get(name);
    if (digest == null) {
      throw new IllegalArgumentException("no line for " + name);
    }
    return digest;
  }

  /** Refuses a file with another digest than its line says. */
  void require(String name, Digest found) throws InvalidPackException {
    if (isListed(name) && !digestOf(name).equals(found)) {
      throw new InvalidPackException(VerificationCode.ENTRY_DIGEST_DIFFERS, name);
    }
  }
}
