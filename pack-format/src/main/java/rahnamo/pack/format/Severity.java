package rahnamo.pack.format;

/** What a finding means for the pack. */
public enum Severity {
  /** The pack is refused. */
  ERROR,
  /** The pack may be read, and the reader is told. */
  WARNING
}
