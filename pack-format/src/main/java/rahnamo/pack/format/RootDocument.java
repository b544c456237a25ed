package rahnamo.pack.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file {@code trust/root.N.json}: which root keys may sign the next one, and which pack key they
 * trust until when. Immutable.
 */
public final class RootDocument {

  private static final Set<String> FIELDS =
      Collections.unmodifiableSet(
          new HashSet<>(
              Arrays.asList(
                  "version",
                  "critical",
                  "threshold",
                  "root-keys",
                  "epoch",
                  "pack-key",
                  "created",
                  "expires")));

  private final byte[] bytes;
  private final int version;
  private final int threshold;
  private final List<VerifyingKey> rootKeys;
  private final long epoch;
  private final VerifyingKey packKey;
  private final PackDate expires;

  private RootDocument(byte[] bytes, Document document) throws JsonException, InvalidPackException {
    this.bytes = bytes;
    this.version = (int) document.number("version", 1, PackLimits.MAX_ROOT_VERSION);
    List<String> keys = document.strings("root-keys");
    if (keys.isEmpty() || keys.size() > PackLimits.MAX_ROOT_KEYS) {
      throw Document.wrong("root-keys");
    }
    List<VerifyingKey> read = new ArrayList<>();
    for (String key : keys) {
      read.add(VerifyingKey.parse(key));
    }
    if (new HashSet<>(read).size() < read.size()) {
      throw Document.wrong("root-keys");
    }
    this.rootKeys = Collections.unmodifiableList(read);
    this.threshold = (int) document.number("threshold", 1, read.size());
    this.epoch = document.number("epoch", 1, PackLimits.MAX_NUMBER);
    this.packKey = VerifyingKey.parse(document.string("pack-key"));
    this.expires = document.date("expires");
    if (document.date("created").isAfter(expires)) {
      throw Document.wrong("expires");
    }
  }

  /**
   * Reads a document; its signatures are another matter. Unknown fields are ignored unless {@code
   * critical} names them.
   *
   * @throws InvalidPackException if a field or a key is missing or wrong
   */
  public static RootDocument parse(byte[] bytes) throws InvalidPackException {
    try {
      Document document = Document.parse(bytes);
      String unknown = document.firstUnknownCritical(FIELDS);
      if (!unknown.isEmpty()) {
        throw new InvalidPackException(VerificationCode.READER_TOO_OLD);
      }
      return new RootDocument(bytes.clone(), document);
    } catch (JsonException e) {
      throw new InvalidPackException(VerificationCode.TRUST_FORMAT, String.valueOf(e.getMessage()));
    }
  }

  /**
   * The bytes to sign and to store of a new document.
   *
   * @param rootKeys those of which {@code threshold} must sign the next document
   * @param packKey the key that signs packs; a new one needs a higher epoch
   */
  public static byte[] write(
      int version,
      int threshold,
      List<VerifyingKey> rootKeys,
      long epoch,
      VerifyingKey packKey,
      PackDate created,
      PackDate expires) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("version", version);
    members.put("threshold", threshold);
    List<String> keys = new ArrayList<>();
    for (VerifyingKey key : rootKeys) {
      keys.add(Hex.encode(key.encoded()));
    }
    members.put("root-keys", keys);
    members.put("epoch", epoch);
    members.put("pack-key", Hex.encode(packKey.encoded()));
    members.put("created", created);
    members.put("expires", expires);
    return JsonWriter.write(members);
  }

  /** The file as it was signed. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** Its number; the first document is 1. */
  public int version() {
    return version;
  }

  /** How many different root keys must sign. */
  public int threshold() {
    return threshold;
  }

  /** The keys that may sign this document and the next, each once. */
  public List<VerifyingKey> rootKeys() {
    return rootKeys;
  }

  /** Counts changes of the pack key. */
  public long epoch() {
    return epoch;
  }

  /** The key that signs packs. */
  public VerifyingKey packKey() {
    return packKey;
  }

  /** The last day of the pack key. */
  public PackDate expires() {
    return expires;
  }

  /** Whether both are the same file. */
  boolean isSameAs(RootDocument other) {
    return Arrays.equals(bytes, other.bytes);
  }
}
