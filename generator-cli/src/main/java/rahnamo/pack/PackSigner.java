package rahnamo.pack;

/**
 * What makes packs a publisher's own: the key that signs them, and the documents that say it may.
 *
 * @param key the pack key that the newest document names
 * @param history the root documents
 */
public record PackSigner(SigningKey key, RootHistory history) {

  /** The epoch of the newest document. */
  long epoch() {
    return history.newest().epoch();
  }
}
