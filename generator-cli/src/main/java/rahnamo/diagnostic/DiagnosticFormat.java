package rahnamo.diagnostic;

/** How diagnostics are printed: for people, for annotations on GitHub, or for other programs. */
public enum DiagnosticFormat {
  TEXT,
  GITHUB,
  JSON
}
