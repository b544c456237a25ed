package rahnamo.pack.format;

/**
 * A pack and what is to be said of it, kept as a file so that other programs can be held to it too.
 */
final class Fixture {

  private final String name;
  private final TrustState state;
  private final String finding;
  private final byte[] bytes;

  private Fixture(String name, TrustState state, String finding, byte[] bytes) {
    this.name = name + ".zip";
    this.state = state;
    this.finding = finding;
    this.bytes = bytes;
  }

  /** A pack that is refused; the variant tells it from others with the same code. */
  static Fixture bad(VerificationCode code, String variant, byte[] bytes) {
    String name = code.id() + (variant.isEmpty() ? "" : "--" + variant);
    return new Fixture(name, TrustState.INVALID, code.id(), bytes);
  }

  static Fixture warned(TrustState state, VerificationCode code, byte[] bytes) {
    return new Fixture("warning--" + code.id(), state, code.id(), bytes);
  }

  static Fixture good(String name, byte[] bytes) {
    return new Fixture("good--" + name, TrustState.TRUSTED, "", bytes);
  }

  String name() {
    return name;
  }

  /** How much the pack may be trusted. */
  TrustState state() {
    return state;
  }

  /** The code of what is said, or an empty text. */
  String finding() {
    return finding;
  }

  byte[] bytes() {
    return bytes;
  }

  /** One line of the list of all fixtures. */
  String line() {
    return name + "\t" + state + "\t" + finding + "\n";
  }

  @Override
  public String toString() {
    return name;
  }
}
