package rahnamo.pack.format;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Judges packs: whether they are whole, and whom they come from. Immutable; needs no network.
 *
 * <p>Dates only warn, because the clocks of phones lie.
 */
public final class PackVerifier {

  private final TrustAnchor anchor;
  private final PackDate today;

  /**
   * @param anchor the publisher to trust
   * @param today the day on which the pack is to be used
   */
  public PackVerifier(TrustAnchor anchor, PackDate today) {
    this.anchor = anchor;
    this.today = today;
  }

  /**
   * Judges everything in a pack, down to the last byte.
   *
   * @throws IOException if the file cannot be read; what is wrong with the pack is in the report
   */
  public VerificationReport verify(File file, Progress progress) throws IOException {
    try (PackFile pack = PackFile.open(file)) {
      // A copy that was damaged on its way is told from a forgery: the former is far more common.
      pack.checkAll(progress);
      return check(pack);
    } catch (InvalidPackException e) {
      return VerificationReport.refused(e.finding());
    }
  }

  /**
   * The same, but if single files are wrong, the report names all of them instead of the first one
   * only. For people who mend packs or look for what damages them; takes longer.
   *
   * @throws IOException if the file cannot be read
   */
  public VerificationReport verifyEachFile(File file) throws IOException {
    VerificationReport report = verify(file, Progress.IGNORED);
    if (report.state() != TrustState.INVALID) {
      return report;
    }
    try {
      List<Finding> faults = PackFile.faults(file);
      return faults.isEmpty() ? report : VerificationReport.refused(faults);
    } catch (InvalidPackException e) {
      return report; // the zip itself is wrong, so nothing else in it can be relied on
    }
  }

  /**
   * Judges the signatures and documents of a pack that was verified before: what has to be done
   * each time it is opened. Each file is checked when it is read.
   */
  public VerificationReport verifySigned(PackFile pack) throws IOException {
    try {
      return check(pack);
    } catch (InvalidPackException e) {
      return VerificationReport.refused(e.finding());
    }
  }

  private VerificationReport check(PackFile pack) throws IOException, InvalidPackException {
    if (!pack.contains(EntryName.MANIFEST)) {
      throw new InvalidPackException(VerificationCode.MANIFEST_MISSING);
    }
    PackManifest manifest = PackManifest.parse(pack.bytes(EntryName.MANIFEST));
    List<RootDocument> roots = readSigned(pack);
    List<Finding> warnings = new ArrayList<>();
    TrustState state = judge(roots, warnings);
    checkKind(pack, manifest);
    checkSizes(pack, manifest);
    if (manifest.epoch() != (roots.isEmpty() ? 0 : last(roots).epoch())) {
      throw new InvalidPackException(VerificationCode.MANIFEST_EPOCH_DIFFERS);
    }
    if (today.isAfter(manifest.staleAfter())) {
      warnings.add(
          Finding.of(
              VerificationCode.PACK_STALE,
              manifest.created().toString(),
              manifest.staleAfter().toString()));
    }
    return VerificationReport.whole(state, warnings, manifest, pack.sums().identity(), roots);
  }

  /** The root documents whose newest pack key signed the pack; none if it is unsigned. */
  private static List<RootDocument> readSigned(PackFile pack)
      throws IOException, InvalidPackException {
    if (!pack.contains(EntryName.SIGNATURE)) {
      for (String name : pack.names()) {
        if (name.startsWith(TrustPaths.FOLDER)) {
          throw new InvalidPackException(VerificationCode.SIGNATURE_MISSING);
        }
      }
      return Collections.emptyList();
    }
    List<RootDocument> roots = TrustChain.read(pack);
    VerifyingKey key = last(roots).packKey();
    key.verify(pack.sumsBytes(), pack.bytes(EntryName.SIGNATURE));
    boolean hasPem =
        pack.contains(TrustPaths.PACK_KEY)
            && Arrays.equals(pack.bytes(TrustPaths.PACK_KEY), key.pem());
    if (!hasPem) {
      throw new InvalidPackException(VerificationCode.TRUST_PEM_DIFFERS);
    }
    return roots;
  }

  private TrustState judge(List<RootDocument> roots, List<Finding> warnings)
      throws InvalidPackException {
    if (roots.isEmpty()) {
      warnings.add(Finding.of(VerificationCode.UNSIGNED));
      return TrustState.UNSIGNED;
    }
    boolean isKnown = anchor.hasPublisherOf(roots);
    RootDocument newest = isKnown ? anchor.with(roots).newest() : last(roots);
    if (last(roots).epoch() < newest.epoch()) {
      throw new InvalidPackException(VerificationCode.DELEGATION_SUPERSEDED);
    }
    if (!isKnown) {
      warnings.add(
          Finding.of(VerificationCode.UNKNOWN_ROOT, Digest.of(roots.get(0).toBytes()).toString()));
    }
    if (today.isAfter(newest.expires())) {
      warnings.add(Finding.of(VerificationCode.DELEGATION_EXPIRED, newest.expires().toString()));
    }
    return isKnown ? TrustState.TRUSTED : TrustState.UNKNOWN_ROOT;
  }

  /** A delta pack holds the changes, another pack the site. */
  private static void checkKind(PackFile pack, PackManifest manifest) throws InvalidPackException {
    boolean hasChanges = pack.contains(EntryName.CHANGES);
    if (hasChanges != manifest.isDelta() || (hasChanges && siteFiles(pack).size() > 1)) {
      throw new InvalidPackException(VerificationCode.DELTA_FORMAT);
    }
  }

  /** The manifest of a delta pack has the sizes of its result. */
  private static void checkSizes(PackFile pack, PackManifest manifest) throws InvalidPackException {
    List<String> files = siteFiles(pack);
    long bytes = 0;
    for (String name : files) {
      bytes += pack.size(name);
    }
    boolean areRight = files.size() == manifest.files() && bytes == manifest.bytes();
    if (!areRight && !manifest.isDelta()) {
      throw new InvalidPackException(VerificationCode.MANIFEST_SIZES_DIFFER);
    }
  }

  private static List<String> siteFiles(PackFile pack) {
    List<String> files = new ArrayList<>();
    for (String name : pack.names()) {
      if (!name.equals(EntryName.MANIFEST) && !name.startsWith(TrustPaths.FOLDER)) {
        files.add(name);
      }
    }
    return files;
  }

  private static RootDocument last(List<RootDocument> roots) {
    return roots.get(roots.size() - 1);
  }
}
