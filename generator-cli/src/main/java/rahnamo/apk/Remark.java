package rahnamo.apk;

import java.util.List;

/**
 * Something to be said about an app before it is made: the key of a message, which has a cure if it
 * stands in the way, and the values it names.
 */
public record Remark(String key, List<String> arguments) {

  public Remark {
    arguments = List.copyOf(arguments);
  }

  static Remark of(String key, String... arguments) {
    return new Remark(key, List.of(arguments));
  }
}
