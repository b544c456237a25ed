package rahnamo.cli;

import java.util.List;
import rahnamo.diagnostic.MessageCatalog;
import rahnamo.pack.KeyException;

/** Says why a command does nothing: what is in its way, and the cure. */
final class Refusal {

  private final Console console;
  private final MessageCatalog messages;

  Refusal(Console console, MessageCatalog messages) {
    this.console = console;
    this.messages = messages;
  }

  /** Prints a message and its cure, and gives the exit code. */
  int of(String key, String... arguments) {
    return print(key, List.of(arguments));
  }

  /** The same for something about the keys. */
  int of(KeyException problem) {
    return print(problem.key(), problem.arguments());
  }

  private int print(String key, List<String> arguments) {
    console.note(messages.text("severity.error", List.of()) + ": " + messages.text(key, arguments));
    String label = messages.text("label.help", List.of());
    console.note("  " + label + ": " + messages.text(key + ".help", arguments));
    return ExitCode.WRONG_COMMAND_LINE;
  }
}
