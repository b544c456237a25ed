package rahnamo.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Standard output for results, standard error for everything else. Nothing else writes there. */
final class Console {

  private final PrintStream out;
  private final PrintStream err;
  private final boolean hasColour;

  private Console(PrintStream out, PrintStream err, boolean hasColour) {
    this.out = out;
    this.err = err;
    this.hasColour = hasColour;
  }

  /**
   * The standard streams, in UTF-8. With colour if the launcher says that people read the messages
   * on a terminal, which Java cannot find out the same way in all versions, and if {@code NO_COLOR}
   * is not set.
   */
  static Console ofSystem(Map<String, String> environment) {
    boolean isTerminal = Boolean.getBoolean("rahnamo.terminal");
    boolean hasColour = isTerminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Console(
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        hasColour);
  }

  /** Streams of the caller's choice, without colour. */
  static Console of(PrintStream out, PrintStream err) {
    return new Console(out, err, false);
  }

  boolean hasColour() {
    return hasColour;
  }

  PrintStream out() {
    return out;
  }

  PrintStream err() {
    return err;
  }

  void result(String line) {
    out.println(line);
  }

  void note(String line) {
    err.println(line);
  }
}
