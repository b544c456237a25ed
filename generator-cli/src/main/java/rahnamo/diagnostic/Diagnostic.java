package rahnamo.diagnostic;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One mistake, at one place, with its cure; the words are chosen when it is printed.
 *
 * @param code what is wrong
 * @param severity how bad it is here
 * @param span where it is
 * @param arguments the values that the message quotes, in the order of its placeholders
 * @param suggestion the author's probable meaning, printed as "did you mean"
 */
public record Diagnostic(
    DiagnosticCode code,
    Severity severity,
    SourceSpan span,
    List<String> arguments,
    Optional<String> suggestion) {

  /**
   * File order: by path, line, column, then code and arguments, so that the order is always the
   * same.
   */
  public static final Comparator<Diagnostic> FILE_ORDER =
      Comparator.<Diagnostic, String>comparing(diagnostic -> diagnostic.span().path())
          .thenComparingInt(diagnostic -> diagnostic.span().line())
          .thenComparingInt(diagnostic -> diagnostic.span().column())
          .thenComparing(Diagnostic::code)
          .thenComparing(diagnostic -> String.join("\n", diagnostic.arguments()));

  public Diagnostic {
    arguments = List.copyOf(arguments);
  }

  /** A diagnostic with the code's own severity and no suggestion. */
  public static Diagnostic of(DiagnosticCode code, SourceSpan span, String... arguments) {
    return new Diagnostic(code, code.severity(), span, List.of(arguments), Optional.empty());
  }

  /** The same diagnostic with a probable meaning. */
  public Diagnostic suggesting(Optional<String> meaning) {
    return new Diagnostic(code, severity, span, arguments, meaning);
  }

  /** The same diagnostic as a warning. */
  public Diagnostic asWarning() {
    return new Diagnostic(code, Severity.WARNING, span, arguments, suggestion);
  }
}
