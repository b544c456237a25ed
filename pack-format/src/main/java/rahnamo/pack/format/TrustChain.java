package rahnamo.pack.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The root documents of a signed pack, from the first to the newest, each signed by enough keys of
 * the one before and of its own.
 */
final class TrustChain {

  private final PackFile pack;
  private final List<RootDocument> roots = new ArrayList<>();
  private final Set<String> accountedFor = new HashSet<>();

  private TrustChain(PackFile pack) {
    this.pack = pack;
  }

  /** Reads the documents and checks all that can be checked without knowing a publisher. */
  static List<RootDocument> read(PackFile pack) throws IOException, InvalidPackException {
    TrustChain chain = new TrustChain(pack);
    chain.readDocuments();
    for (int i = 0; i < chain.roots.size(); i++) {
      chain.checkSignatures(chain.roots.get(Math.max(0, i - 1)), chain.roots.get(i));
      checkEpoch(chain.roots.get(Math.max(0, i - 1)), chain.roots.get(i));
    }
    chain.checkNothingElseIsThere();
    return Collections.unmodifiableList(chain.roots);
  }

  private void readDocuments() throws IOException, InvalidPackException {
    for (int version = 1; pack.contains(TrustPaths.root(version)); version++) {
      String name = TrustPaths.root(version);
      if (version > PackLimits.MAX_ROOT_VERSION) {
        throw new InvalidPackException(VerificationCode.TRUST_FORMAT, name);
      }
      RootDocument root = RootDocument.parse(pack.bytes(name));
      if (root.version() != version) {
        throw new InvalidPackException(VerificationCode.TRUST_FORMAT, name);
      }
      roots.add(root);
      accountedFor.add(name);
    }
    if (roots.isEmpty()) {
      throw new InvalidPackException(VerificationCode.TRUST_MISSING);
    }
  }

  /** A key counts once, however often and on whatever grounds it is listed. */
  private void checkSignatures(RootDocument before, RootDocument root)
      throws IOException, InvalidPackException {
    Map<String, VerifyingKey> keys = new HashMap<>();
    for (RootDocument source : new RootDocument[] {before, root}) {
      for (VerifyingKey key : source.rootKeys()) {
        keys.put(TrustPaths.rootSignature(root.version(), key.fingerprint()), key);
      }
    }
    Set<VerifyingKey> signers = new HashSet<>();
    for (Map.Entry<String, VerifyingKey> key : keys.entrySet()) {
      if (pack.contains(key.getKey())) {
        key.getValue().verify(root.toBytes(), pack.bytes(key.getKey()));
        signers.add(key.getValue());
        accountedFor.add(key.getKey());
      }
    }
    requireEnough(before, signers, root.version());
    requireEnough(root, signers, root.version());
  }

  private static void requireEnough(RootDocument judge, Set<VerifyingKey> signers, int version)
      throws InvalidPackException {
    Set<VerifyingKey> counted = new HashSet<>(signers);
    counted.retainAll(judge.rootKeys());
    if (counted.size() < judge.threshold()) {
      throw new InvalidPackException(
          VerificationCode.TRUST_THRESHOLD,
          TrustPaths.root(version),
          String.valueOf(counted.size()),
          String.valueOf(judge.threshold()));
    }
  }

  private static void checkEpoch(RootDocument before, RootDocument root)
      throws InvalidPackException {
    boolean hasOtherKey = !root.packKey().equals(before.packKey());
    if (root.epoch() < before.epoch() || (hasOtherKey && root.epoch() == before.epoch())) {
      throw new InvalidPackException(VerificationCode.TRUST_EPOCH, TrustPaths.root(root.version()));
    }
  }

  private void checkNothingElseIsThere() throws InvalidPackException {
    for (String name : pack.names()) {
      boolean isOther = !accountedFor.contains(name) && !name.equals(TrustPaths.PACK_KEY);
      if (name.startsWith(TrustPaths.FOLDER) && isOther) {
        throw new InvalidPackException(
            name.matches("trust/root\\.[0-9]+\\.json")
                ? VerificationCode.TRUST_CHAIN_GAP
                : VerificationCode.TRUST_UNEXPECTED_FILE,
            name);
      }
    }
  }
}
