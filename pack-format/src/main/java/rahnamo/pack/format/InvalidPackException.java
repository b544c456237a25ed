package rahnamo.pack.format;

/** The news that a pack, or a part of one, breaks a rule of the format. */
public final class InvalidPackException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  InvalidPackException(VerificationCode code, String... arguments) {
    this(Finding.of(code, arguments));
  }

  InvalidPackException(Finding finding) {
    super(finding.toString());
    this.finding = finding;
  }

  /** What is wrong. */
  public Finding finding() {
    return finding;
  }
}
