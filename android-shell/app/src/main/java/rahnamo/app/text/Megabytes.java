package rahnamo.app.text;

/** Sizes as readers know them from their phones: megabytes of a million bytes, never too few. */
public final class Megabytes {

  private static final long TENTH = 100_000;

  private Megabytes() {}

  /** A size with one decimal, rounded up, such as {@code 1.3}. */
  public static String of(long bytes) {
    long tenths = (bytes + TENTH - 1) / TENTH;
    return tenths / 10 + "." + tenths % 10;
  }
}
