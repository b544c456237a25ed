package rahnamo.index;

/**
 * How large shards become, in bytes of their rows in UTF-8.
 *
 * @param single an index below this size is one shard
 * @param smallest from this size on a shard may end, at one term in 64, which depends on the term
 *     only, so that an edit does not move all boundaries that follow it
 * @param largest at this size it ends in any case
 */
record ShardSizes(int single, int smallest, int largest) {

  /** What a slow network carries in a second or two after compression. */
  static final ShardSizes DEFAULT = new ShardSizes(150_000, 8_000, 28_000);

  private static final int BOUNDARIES = 0x3f;

  /** Whether a shard ends before a term. */
  boolean endsBefore(String term, int size, int next) {
    return size + next > largest || (size >= smallest && (spread(term) & BOUNDARIES) == 0);
  }

  private static int spread(String term) {
    int hash = term.hashCode() * 0x9e3779b9;
    return hash ^ hash >>> 16;
  }
}
