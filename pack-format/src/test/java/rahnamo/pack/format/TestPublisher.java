package rahnamo.pack.format;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A publisher with all its keys, right or wrong. Immutable: each new root document gives another.
 */
final class TestPublisher {

  static final PackDate CREATED = PackDate.parse("2026-01-01");
  static final PackDate EXPIRES = PackDate.parse("2027-01-01");

  private final Map<String, byte[]> files;
  private final List<byte[]> documents;
  private final TestKey packKey;
  private final long epoch;

  private TestPublisher(
      Map<String, byte[]> files, List<byte[]> documents, TestKey packKey, long epoch) {
    this.files = files;
    this.documents = documents;
    this.packKey = packKey;
    this.epoch = epoch;
  }

  /** A publisher with one root key and one pack key. */
  static TestPublisher named(String name) throws GeneralSecurityException, InvalidPackException {
    var root = TestKey.named(name + " root");
    return none().root(1, List.of(root), 1, TestKey.named(name + " pack"), List.of(root));
  }

  /** A publisher without any document. */
  static TestPublisher none() {
    return new TestPublisher(new TreeMap<>(), List.of(), TestKey.named("none"), 0);
  }

  /** The publisher after one more root document, signed by whomever. */
  TestPublisher root(
      int threshold, List<TestKey> rootKeys, long epoch, TestKey packKey, List<TestKey> signers)
      throws GeneralSecurityException, InvalidPackException {
    return root(threshold, rootKeys, epoch, packKey, signers, EXPIRES);
  }

  TestPublisher root(
      int threshold,
      List<TestKey> rootKeys,
      long epoch,
      TestKey packKey,
      List<TestKey> signers,
      PackDate expires)
      throws GeneralSecurityException, InvalidPackException {
    int version = documents.size() + 1;
    List<VerifyingKey> keys = new ArrayList<>();
    for (TestKey key : rootKeys) {
      keys.add(key.verifying());
    }
    byte[] document =
        RootDocument.write(version, threshold, keys, epoch, packKey.verifying(), CREATED, expires);
    var all = new ArrayList<>(documents);
    all.add(document);
    var next = new TestPublisher(new TreeMap<>(files), all, packKey, epoch);
    next.files.put(TrustPaths.root(version), document);
    for (TestKey signer : signers) {
      next.files.put(signatureName(version, signer), signer.sign(document));
    }
    next.files.put(TrustPaths.PACK_KEY, packKey.verifying().pem());
    return next;
  }

  /** The publisher with one file of its proof replaced. */
  TestPublisher with(String name, byte[] content) {
    var next = new TestPublisher(new TreeMap<>(files), documents, packKey, epoch);
    next.files.put(name, content);
    return next;
  }

  /** The publisher with one file of its proof left out. */
  TestPublisher without(String name) {
    var next = new TestPublisher(new TreeMap<>(files), documents, packKey, epoch);
    if (next.files.remove(name) == null) {
      throw new IllegalArgumentException("no " + name + " in " + files.keySet());
    }
    return next;
  }

  static String signatureName(int version, TestKey signer) throws InvalidPackException {
    return TrustPaths.rootSignature(version, signer.verifying().fingerprint());
  }

  byte[] document(int version) {
    return documents.get(version - 1).clone();
  }

  Map<String, byte[]> files() {
    return files;
  }

  TestKey packKey() {
    return packKey;
  }

  long epoch() {
    return epoch;
  }

  /** What an app knows that was made when so many documents existed. */
  TrustAnchor anchor(int count) throws InvalidPackException {
    List<RootDocument> roots = new ArrayList<>();
    for (byte[] document : documents.subList(0, count)) {
      roots.add(RootDocument.parse(document));
    }
    return TrustAnchor.of(roots);
  }

  TrustAnchor anchor() throws InvalidPackException {
    return anchor(documents.size());
  }

  /** Signs with every one of the keys. */
  static List<TestKey> keys(String... names) {
    return Arrays.stream(names).map(TestKey::named).toList();
  }
}
