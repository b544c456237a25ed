package rahnamo.pack.format;

/**
 * A pack that a store has fetched, verified and not yet installed, or the reason why it has none.
 * Immutable.
 */
public final class ReceivedPack {

  private final String file;
  private final VerificationReport report;

  ReceivedPack(String file, VerificationReport report) {
    this.file = file;
    this.report = report;
  }

  /** The name of the file in the store's folder. */
  String file() {
    return file;
  }

  /**
   * What the pack is and whom it comes from; of a delta pack, the pack that it leads to. A reader
   * must be asked before anything is installed that is not {@link TrustState#TRUSTED}.
   */
  public VerificationReport report() {
    return report;
  }

  /** Whether it may be installed, if the reader agrees. */
  public boolean isInstallable() {
    return report.state() != TrustState.INVALID;
  }
}
