package rahnamo.pack.format;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

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

  /** What the pack says about itself. */
  public static final String MANIFEST = "pack.json";

  /** The only file of a delta pack besides those that every pack has. */
  public static final String CHANGES = "delta/changes";

  /** The longest name, in characters. */
  public static final int MAX_LENGTH = 200;

  /** Windows takes these names, with any extension, for devices. */
  private static final Set<String> DEVICES =
      Collections.unmodifiableSet(new HashSet<>(Arrays.asList("con", "prn", "aux", "nul")));

  private EntryName() {}

  /** Whether a file in a pack may have this name. */
  public static boolean isValid(String name) {
    return isPlain(name) || name.equals(SUMS) || name.equals(SIGNATURE);
  }

  /** The rules once more, without finding out which is broken: a pack has thousands of names. */
  private static boolean isPlain(String name) {
    int start = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '/') {
        if (!isPlainSegment(name, start, i)) {
          return false;
        }
        start = i + 1;
      } else if (!isAllowed(c)) {
        return false;
      }
    }
    return name.length() <= MAX_LENGTH && isPlainSegment(name, start, name.length());
  }

  private static boolean isPlainSegment(String name, int start, int end) {
    boolean isShort = end - start < 5 || name.lastIndexOf('.', start + 4) >= start;
    return end > start
        && name.charAt(end - 1) != '.'
        && !(isShort && isDevice(name.substring(start, end)));
  }

  /**
   * Why a file in a pack may not have this name; the gravest reason first in the order of {@link
   * VerificationCode}, nothing for a good name.
   */
  public static Set<VerificationCode> problems(String name) {
    EnumSet<VerificationCode> problems = EnumSet.noneOf(VerificationCode.class);
    if (name.equals(SUMS) || name.equals(SIGNATURE)) {
      return problems;
    }
    if (name.isEmpty() || name.length() > MAX_LENGTH) {
      problems.add(VerificationCode.NAME_LENGTH);
    }
    for (int i = 0; i < name.length(); i++) {
      addProblemOf(name.charAt(i), problems);
    }
    if (name.startsWith("/")) {
      problems.add(VerificationCode.NAME_ABSOLUTE);
    }
    if (name.length() > 1 && name.charAt(1) == ':') {
      problems.add(VerificationCode.NAME_DRIVE);
    }
    if (name.endsWith("/")) {
      problems.add(VerificationCode.NAME_FOLDER);
    }
    addProblemsOfSegments(name, problems);
    return problems;
  }

  private static void addProblemOf(char c, Set<VerificationCode> problems) {
    if (c == 0) {
      problems.add(VerificationCode.NAME_NUL);
    } else if (c == '\\') {
      problems.add(VerificationCode.NAME_BACKSLASH);
    } else if (c > '~') {
      problems.add(VerificationCode.NAME_NOT_ASCII);
    } else if (c >= 'A' && c <= 'Z') {
      problems.add(VerificationCode.NAME_UPPER_CASE);
    } else if (c != '/' && !isAllowed(c)) {
      problems.add(VerificationCode.NAME_CHARACTER);
    }
  }

  private static void addProblemsOfSegments(String name, Set<VerificationCode> problems) {
    // Some unpackers decode %2e, and Windows takes a backslash for a slash.
    String decoded = name.toLowerCase(Locale.ROOT).replace("%2e", ".").replace("%2f", "/");
    for (String segment : decoded.replace("%5c", "/").replace('\\', '/').split("/", -1)) {
      if (segment.equals(".") || segment.equals("..")) {
        problems.add(VerificationCode.NAME_TRAVERSAL);
      } else if (segment.endsWith(".") || isDevice(segment)) {
        problems.add(VerificationCode.NAME_RESERVED);
      }
    }
    if (name.contains("//")) {
      problems.add(VerificationCode.NAME_CHARACTER);
    }
  }

  /** {@code con}, {@code nul.html}, {@code com1} and so on. */
  private static boolean isDevice(String segment) {
    int dot = segment.indexOf('.');
    String stem = dot < 0 ? segment : segment.substring(0, dot);
    boolean isPort =
        stem.length() == 4
            && (stem.startsWith("com") || stem.startsWith("lpt"))
            && Character.isDigit(stem.charAt(3));
    return isPort || DEVICES.contains(stem);
  }

  private static boolean isAllowed(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
  }
}
