package rahnamo.diagnostic;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The sink that every stage reports to; safe for use by many threads, in any order. */
public final class Diagnostics {

  private final Set<Diagnostic> reported = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean errors = new AtomicBoolean();

  /** Takes one mistake; the same mistake at the same place counts once. */
  public void report(Diagnostic diagnostic) {
    reported.add(diagnostic);
    if (diagnostic.severity() == Severity.ERROR) {
      errors.set(true);
    }
  }

  /** Takes a mistake with its code's own severity. */
  public void report(DiagnosticCode code, SourceSpan span, String... arguments) {
    report(Diagnostic.of(code, span, arguments));
  }

  /** Whether anything reported so far must stop the build. */
  public boolean hasErrors() {
    return errors.get();
  }

  /** All reports in file order, the same whatever order they came in. */
  public List<Diagnostic> sorted() {
    return reported.stream().sorted(Diagnostic.FILE_ORDER).toList();
  }
}
