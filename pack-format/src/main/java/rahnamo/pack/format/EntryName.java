package rahnamo.pack.format;

/**
 * The rule for the name of a file in a pack: relative, ASCII, and the same on every file system.
 *
 * <p>A pack comes from a stranger, so a name is checked before anything is done with it.
 */
public final class EntryName {

  /** The list of all digests, the only file besides its signature with capital letters. */
  public static final String SUMS = "SHA256SUMS";

  /** The signature over {@link #SUMS}. */
  public static final String SIGNATURE = "SHA256SUMS.sig";

  /** The longest name, in characters. */
  public static final int MAX_LENGTH = 200;

  private EntryName() {}

  /** Whether a file in a pack may have this name. */
  public static boolean isValid(String name) {
    if (name.equals(SUMS) || name.equals(SIGNATURE)) {
      return true;
    }
    return name.length() <= MAX_LENGTH && hasValidSegments(name);
  }

  private static boolean hasValidSegments(String name) {
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || name.charAt(i) == '/') {
        if (!isValidSegment(name, start, i)) {
          return false;
        }
        start = i + 1;
      } else if (!isAllowed(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isValidSegment(String name, int start, int end) {
    String segment = name.substring(start, end);
    return !segment.isEmpty() && !segment.equals(".") && !segment.equals("..");
  }

  private static boolean isAllowed(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
  }
}
