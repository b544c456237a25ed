package rahnamo.pack.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One thing that is to be said about a pack: a code and the values its sentence names. Immutable.
 */
public final class Finding {

  private final VerificationCode code;
  private final List<String> arguments;

  private Finding(VerificationCode code, List<String> arguments) {
    this.code = code;
    this.arguments = arguments;
  }

  /** A finding; the arguments are the values that a sentence about it names. */
  public static Finding of(VerificationCode code, String... arguments) {
    return new Finding(
        code, Collections.unmodifiableList(new ArrayList<>(Arrays.asList(arguments))));
  }

  /** Its kind. */
  public VerificationCode code() {
    return code;
  }

  /** What was found, as it stood in the pack: never to be trusted as a path or as markup. */
  public List<String> arguments() {
    return arguments;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Finding
        && code == ((Finding) other).code
        && arguments.equals(((Finding) other).arguments);
  }

  @Override
  public int hashCode() {
    return 31 * code.hashCode() + arguments.hashCode();
  }

  @Override
  public String toString() {
    return code.id() + arguments;
  }
}
