package rahnamo.apktools;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The classes that can be reached from those that Android starts. What a library has beyond them,
 * such as the writing half of the pack format, would only make the app larger.
 */
final class ReachableClasses {

  private static final Pattern NAME = Pattern.compile("[\\w$]+(?:/[\\w$]+)+");

  private final Map<String, Path> known;
  private final SortedMap<String, Path> reached = new TreeMap<>();
  private final Deque<Path> waiting = new ArrayDeque<>();

  private ReachableClasses(Map<String, Path> known) {
    this.known = known;
  }

  /**
   * Follows the names that stand in class files, in descriptors and texts, too: rather one class
   * too many than one too few.
   *
   * @param known the files of all classes by names such as {@code rahnamo/app/RahnamoApp}
   * @param starts names as the manifest writes them, with dots
   */
  static SortedMap<String, Path> from(Set<String> starts, Map<String, Path> known)
      throws IOException {
    var classes = new ReachableClasses(known);
    for (String start : starts) {
      String name = start.replace('.', '/');
      if (!known.containsKey(name)) {
        throw new IOException("the manifest names a class that is not there: " + start);
      }
      classes.reach(name);
    }
    while (!classes.waiting.isEmpty()) {
      classes.follow(classes.waiting.remove());
    }
    return classes.reached;
  }

  /** The system's own classes only stand in here for those of newer systems. */
  private void reach(String name) {
    if (name.startsWith("android/")) {
      return;
    }
    Path file = known.get(name);
    if (file != null && reached.put(name, file) == null) {
      waiting.add(file);
    }
  }

  private void follow(Path file) throws IOException {
    for (String text : ClassFile.read(file).texts()) {
      NAME.matcher(text).results().map(MatchResult::group).forEach(this::reachNamed);
    }
  }

  /** A descriptor such as {@code Lrahnamo/app/A;} has a letter before the name. */
  private void reachNamed(String text) {
    reach(text);
    int last = text.indexOf('/');
    for (int start = 1; start < last; start++) {
      reach(text.substring(start));
    }
  }
}
