package rahnamo.publish;

import java.io.IOException;
import java.util.List;
import rahnamo.diagnostic.DiagnosticCode;

/**
 * A reason why the output cannot be written that its owner can mend: the folder is busy or not
 * writable, a file that is not ours is in the way, a path is too long, the disk is full.
 *
 * <p>Any other failure of the disk is an ordinary {@link IOException}.
 */
public final class OutputException extends IOException {

  private static final long serialVersionUID = 1L;

  private final DiagnosticCode code;
  private final String[] paths;
  private final String[] arguments;

  OutputException(DiagnosticCode code, List<String> paths, List<String> arguments) {
    super(code.id() + " " + paths + " " + arguments);
    this.code = code;
    this.paths = paths.toArray(String[]::new);
    this.arguments = arguments.toArray(String[]::new);
  }

  OutputException(
      DiagnosticCode code, List<String> paths, List<String> arguments, IOException cause) {
    this(code, paths, arguments);
    initCause(cause);
  }

  /** What is wrong. */
  public DiagnosticCode code() {
    return code;
  }

  /** The files it is about, relative to the output, sorted; empty if the whole folder is meant. */
  public List<String> paths() {
    return List.of(paths);
  }

  /** The values that the message of the code quotes, in the order of its placeholders. */
  public List<String> arguments() {
    return List.of(arguments);
  }
}
