package rahnamo.render;

import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import rahnamo.diagnostic.Diagnostic;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.Severity;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.text.DidYouMean;

/**
 * Collects the ids of all pages and the links to them while pages are made, and compares them at
 * the end. Safe for use by many threads.
 */
final class AnchorCheck {

  private final Map<String, Set<String>> ids = new ConcurrentHashMap<>();
  private final Queue<Reference> references = new ConcurrentLinkedQueue<>();

  private record Reference(String target, String id, SourceSpan span, Severity severity) {}

  /** Remembers which ids a page has, by the content path of its text. */
  void ids(String contentPath, Set<String> pageIds) {
    ids.putIfAbsent(contentPath, pageIds);
  }

  /** Remembers a link to an id. */
  void reference(String contentPath, String id, SourceSpan span, Severity severity) {
    references.add(new Reference(contentPath, id, span, severity));
  }

  /** Reports every link to an id that its page does not have. */
  void report(Diagnostics diagnostics) {
    for (Reference reference : references) {
      Set<String> known = ids.get(reference.target());
      if (known != null && !known.contains(reference.id()) && !isFootnote(reference.id())) {
        Diagnostic diagnostic =
            Diagnostic.of(
                    DiagnosticCode.BROKEN_ANCHOR,
                    reference.span(),
                    reference.target(),
                    reference.id())
                .suggesting(DidYouMean.closest(reference.id(), known));
        diagnostics.report(
            reference.severity() == Severity.WARNING ? diagnostic.asWarning() : diagnostic);
      }
    }
  }

  private static boolean isFootnote(String id) {
    return id.startsWith("fn-") || id.startsWith("fnref-");
  }
}
