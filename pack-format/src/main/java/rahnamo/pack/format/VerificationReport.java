package rahnamo.pack.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The verdict on a pack: whom it comes from, what it says of itself, and what is wrong. Immutable.
 */
public final class VerificationReport {

  private final TrustState state;
  private final List<Finding> findings;
  private final List<PackManifest> manifest;
  private final List<Digest> identity;
  private final List<RootDocument> roots;

  private VerificationReport(
      TrustState state,
      List<Finding> findings,
      List<PackManifest> manifest,
      List<Digest> identity,
      List<RootDocument> roots) {
    this.state = state;
    this.findings = Collections.unmodifiableList(new ArrayList<>(findings));
    this.manifest = manifest;
    this.identity = identity;
    this.roots = roots;
  }

  /** The verdict on a pack that is refused. */
  static VerificationReport refused(Finding finding) {
    return refused(Collections.singletonList(finding));
  }

  /** The verdict on a pack that is refused for several reasons. */
  static VerificationReport refused(List<Finding> findings) {
    return new VerificationReport(
        TrustState.INVALID,
        findings,
        Collections.<PackManifest>emptyList(),
        Collections.<Digest>emptyList(),
        Collections.<RootDocument>emptyList());
  }

  /** The verdict on a pack that is whole. */
  static VerificationReport whole(
      TrustState state,
      List<Finding> warnings,
      PackManifest manifest,
      Digest identity,
      List<RootDocument> roots) {
    return new VerificationReport(
        state,
        warnings,
        Collections.singletonList(manifest),
        Collections.singletonList(identity),
        Collections.unmodifiableList(new ArrayList<>(roots)));
  }

  /**
   * The verdict of a reader that has seen a version of the same publisher and {@linkplain
   * PackManifest#id id}: an older one is refused, and so is another one in the same place.
   */
  public VerificationReport comparedWith(PackVersion seen) {
    if (state == TrustState.INVALID || version().equals(seen)) {
      return this;
    }
    if (version().isOlderThan(seen)) {
      return refusedFor(
          Finding.of(
              VerificationCode.ROLLBACK_OLDER,
              String.valueOf(version().sequence()),
              String.valueOf(seen.sequence())));
    }
    return version().hasPlaceOf(seen)
        ? refusedFor(
            Finding.of(
                VerificationCode.ROLLBACK_SAME_SEQUENCE, String.valueOf(version().sequence())))
        : this;
  }

  /** The same pack, refused for a reason that lies outside of it. */
  VerificationReport refusedFor(Finding finding) {
    List<Finding> all = new ArrayList<>(findings);
    all.add(0, finding);
    return new VerificationReport(TrustState.INVALID, all, manifest, identity, roots);
  }

  /** Whether the pack may be shown, and with which mark. */
  public TrustState state() {
    return state;
  }

  /** What is to be said, errors first. */
  public List<Finding> findings() {
    return findings;
  }

  /** Whether there is something to be said with this code. */
  public boolean has(VerificationCode code) {
    for (Finding finding : findings) {
      if (finding.code() == code) {
        return true;
      }
    }
    return false;
  }

  /** Whether the manifest could be read from a whole pack, so that the accessors below work. */
  public boolean hasManifest() {
    return !manifest.isEmpty();
  }

  /**
   * What the pack says of itself.
   *
   * @throws IllegalStateException if there is {@linkplain #hasManifest none}
   */
  public PackManifest manifest() {
    return only(manifest);
  }

  /**
   * The digest of {@code SHA256SUMS}.
   *
   * @throws IllegalStateException if there is {@linkplain #hasManifest no manifest}
   */
  public Digest identity() {
    return only(identity);
  }

  /** The place and the content of the pack. */
  public PackVersion version() {
    return PackVersion.of(manifest().epoch(), manifest().sequence(), identity());
  }

  /** The root documents, from 1 on; none in an unsigned pack. */
  public List<RootDocument> roots() {
    return roots;
  }

  /** Whether somebody signed the pack, so that {@link #publisher} and {@link #signer} work. */
  public boolean isSigned() {
    return !roots.isEmpty();
  }

  /** Who signed: the digest of the first root document, the same for all packs of a publisher. */
  public Digest publisher() {
    requireSigned();
    return Digest.of(roots.get(0).toBytes());
  }

  /** The key that signed the pack. */
  public VerifyingKey signer() {
    requireSigned();
    return roots.get(roots.size() - 1).packKey();
  }

  private void requireSigned() {
    if (!isSigned()) {
      throw new IllegalStateException("nobody signed this pack");
    }
  }

  private static <T> T only(List<T> values) {
    if (values.isEmpty()) {
      throw new IllegalStateException("the pack has no manifest that could be trusted");
    }
    return values.get(0);
  }

  @Override
  public String toString() {
    return state + " " + findings;
  }
}
