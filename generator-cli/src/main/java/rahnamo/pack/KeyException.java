package rahnamo.pack;

import java.io.IOException;
import java.util.List;

/**
 * Something about keys or packs that whoever gave the command can mend: the key of a message that
 * has a cure, and the values it names.
 */
public final class KeyException extends IOException {

  private static final long serialVersionUID = 1;

  private final String key;
  private final String[] arguments;

  public KeyException(String key, String... arguments) {
    super(key + List.of(arguments));
    this.key = key;
    this.arguments = arguments.clone();
  }

  /** The key of the message; with {@code .help} behind it, that of the cure. */
  public String key() {
    return key;
  }

  /** What the message names. */
  public List<String> arguments() {
    return List.of(arguments);
  }
}
