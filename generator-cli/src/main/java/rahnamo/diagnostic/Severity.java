package rahnamo.diagnostic;

/** How bad a diagnostic is: an error stops the build, a warning does not. */
public enum Severity {
  ERROR,
  WARNING
}
