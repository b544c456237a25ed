package rahnamo.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import rahnamo.pack.format.Digest;
import rahnamo.pack.format.RootDocument;
import rahnamo.pack.format.TrustPaths;
import rahnamo.pack.format.VerifyingKey;

/**
 * The public side of a publisher's keys: all root documents from the first on with their
 * signatures, as they stand in each pack. Immutable.
 */
public final class RootHistory {

  private final List<RootDocument> documents;
  private final SortedMap<String, byte[]> signatures;

  /**
   * @param documents from the first on
   * @param signatures by their names in packs
   */
  RootHistory(List<RootDocument> documents, Map<String, byte[]> signatures) {
    this.documents = List.copyOf(documents);
    this.signatures = new TreeMap<>(signatures);
  }

  /** The documents, from the first on. */
  public List<RootDocument> documents() {
    return documents;
  }

  /** The document in force. */
  public RootDocument newest() {
    return documents.get(documents.size() - 1);
  }

  /** What the publisher is known by: it never changes, whatever becomes of the keys. */
  public Digest publisher() {
    return Digest.of(documents.get(0).toBytes());
  }

  /** The public key of packs. */
  public VerifyingKey packKey() {
    return newest().packKey();
  }

  /** The files of a pack's {@code trust} folder. */
  public SortedMap<String, byte[]> files() {
    var files = new TreeMap<String, byte[]>(signatures);
    for (RootDocument document : documents) {
      files.put(TrustPaths.root(document.version()), document.toBytes());
    }
    files.put(TrustPaths.PACK_KEY, packKey().pem());
    return files;
  }

  /** The history with one more document, signed by some root keys. */
  RootHistory with(RootDocument document, Collection<SigningKey> signers) {
    var more = new ArrayList<RootDocument>(documents);
    more.add(document);
    var moreSignatures = new TreeMap<String, byte[]>(signatures);
    for (SigningKey signer : signers) {
      Digest fingerprint = signer.verifyingKey().fingerprint();
      String name = TrustPaths.rootSignature(document.version(), fingerprint);
      moreSignatures.put(name, signer.sign(document.toBytes()));
    }
    return new RootHistory(more, moreSignatures);
  }
}
