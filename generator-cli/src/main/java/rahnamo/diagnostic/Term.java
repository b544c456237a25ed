package rahnamo.diagnostic;

import java.util.Optional;

/**
 * A word of the program's own inside a message, such as "a list", translated when it is printed.
 */
public final class Term {

  private static final char MARK = '\u0001';

  private Term() {}

  /** An argument for a diagnostic that stands for the catalog's text of this key. */
  public static String of(String key) {
    return MARK + key;
  }

  /** The key of an argument made by {@link #of}, or nothing if it is the author's own text. */
  static Optional<String> key(String argument) {
    boolean isTerm = !argument.isEmpty() && argument.charAt(0) == MARK;
    return isTerm ? Optional.of(argument.substring(1)) : Optional.empty();
  }
}
