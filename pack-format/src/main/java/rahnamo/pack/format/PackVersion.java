package rahnamo.pack.format;

/**
 * Which state of a pack: its place in the order of all states, and its exact content. Immutable.
 */
public final class PackVersion {

  private final long epoch;
  private final long sequence;
  private final Digest identity;

  private PackVersion(long epoch, long sequence, Digest identity) {
    this.epoch = epoch;
    this.sequence = sequence;
    this.identity = identity;
  }

  /** A version. */
  public static PackVersion of(long epoch, long sequence, Digest identity) {
    return new PackVersion(epoch, sequence, identity);
  }

  /** Counts changes of the pack key; sequences of different epochs are not compared. */
  public long epoch() {
    return epoch;
  }

  /** Counts the publications within an epoch. */
  public long sequence() {
    return sequence;
  }

  /** The digest of {@code SHA256SUMS}. */
  public Digest identity() {
    return identity;
  }

  /** Whether this version comes before the other. */
  public boolean isOlderThan(PackVersion other) {
    return epoch < other.epoch || (epoch == other.epoch && sequence < other.sequence);
  }

  /** Whether both have the same place in the order. */
  public boolean hasPlaceOf(PackVersion other) {
    return epoch == other.epoch && sequence == other.sequence;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PackVersion
        && hasPlaceOf((PackVersion) other)
        && identity.equals(((PackVersion) other).identity);
  }

  @Override
  public int hashCode() {
    return identity.hashCode();
  }

  @Override
  public String toString() {
    return epoch + "." + sequence + " " + identity;
  }
}
