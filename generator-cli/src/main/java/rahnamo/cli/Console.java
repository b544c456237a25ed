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

  /** The terminal, in UTF-8; with colour if it is one and {@code NO_COLOR} is not set. */
  static Console ofSystem(Map<String, String> environment) {
    boolean isTerminal = System.console() != null && environment.containsKey("TERM");
    boolean hasColour = isTerminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Console(
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        hasColour);
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
