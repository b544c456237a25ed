package rahnamo.pack.format;

/** Whether a pack comes from the publisher that the reader trusts. */
public enum TrustState {
  /** Signed by a chain that starts at the reader's own root. */
  TRUSTED,
  /** Signed and whole, but by somebody the reader does not know. */
  UNKNOWN_ROOT,
  /** Whole, but anybody may have made it. */
  UNSIGNED,
  /** Damaged, forged or outdated: never shown. */
  INVALID
}
