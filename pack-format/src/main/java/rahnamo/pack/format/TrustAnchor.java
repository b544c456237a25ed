package rahnamo.pack.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a reader knows of the publisher it trusts: the root documents from the first to the newest
 * it has seen. Immutable. An app carries one; each trusted pack may bring newer documents.
 */
public final class TrustAnchor {

  private static final TrustAnchor NONE = new TrustAnchor(Collections.<RootDocument>emptyList());

  private final List<RootDocument> roots;

  private TrustAnchor(List<RootDocument> roots) {
    this.roots = roots;
  }

  /** Trusts nobody: every signed pack is of an unknown root. */
  public static TrustAnchor none() {
    return NONE;
  }

  /**
   * Trusts the publisher of some root documents, which come from the app itself and need no proof.
   *
   * @param roots documents 1, 2, … in their order
   */
  public static TrustAnchor of(List<RootDocument> roots) {
    for (int i = 0; i < roots.size(); i++) {
      if (roots.get(i).version() != i + 1) {
        throw new IllegalArgumentException("root document " + (i + 1) + " is missing");
      }
    }
    return new TrustAnchor(Collections.unmodifiableList(new ArrayList<>(roots)));
  }

  /** The documents, from the first on. */
  public List<RootDocument> roots() {
    return roots;
  }

  /** Whether documents start where these do. */
  boolean hasPublisherOf(List<RootDocument> others) {
    return !roots.isEmpty() && !others.isEmpty() && roots.get(0).isSameAs(others.get(0));
  }

  /**
   * The anchor that also knows the documents of a pack of the same publisher, whose signatures have
   * been checked.
   *
   * @throws InvalidPackException if the documents contradict those that are known
   */
  TrustAnchor with(List<RootDocument> others) throws InvalidPackException {
    for (int i = 0; i < Math.min(roots.size(), others.size()); i++) {
      if (!roots.get(i).isSameAs(others.get(i))) {
        throw new InvalidPackException(VerificationCode.TRUST_FORK, TrustPaths.root(i + 1));
      }
    }
    return others.size() > roots.size() ? of(others) : this;
  }

  /** The newest document of a publisher. */
  RootDocument newest() {
    return roots.get(roots.size() - 1);
  }
}
