package rahnamo.app;

/** The phone's clock, which may be wrong: only warnings hang on it. */
final class Clock {

  private Clock() {}

  /** Milliseconds since 1970. */
  static long now() {
    return System.currentTimeMillis();
  }
}
