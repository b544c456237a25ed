package rahnamo.index;

import java.util.HashSet;
import java.util.Set;

/**
 * Names of scripts that change with their content, as short as they can be told apart: the
 * directory of an index holds a thousand, and nothing compresses them.
 */
final class ShortNames {

  private static final int SHORT = 6;

  private final Set<String> taken = new HashSet<>();

  /** The last letters of a script's name, or the whole name if another script has those. */
  String of(IndexScript script) {
    String name = script.name();
    String end = name.substring(name.length() - SHORT);
    return taken.add(end) ? end : name;
  }
}
