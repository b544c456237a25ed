package rahnamo.source;

import java.io.IOException;
import java.io.Serial;
import rahnamo.diagnostic.Diagnostic;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.diagnostic.Term;

/** A picture or sound that is not what its name promises, or is damaged; the author can mend it. */
public final class UnreadableMediaException extends IOException {

  @Serial private static final long serialVersionUID = 1;

  private final String reason;
  private final int line;

  /** A damaged file; the term, such as {@code media.truncated}, says what is wrong with it. */
  public UnreadableMediaException(String term) {
    this(term, 0);
  }

  /** A damaged text file, with the line from 1 where reading stopped, or 0. */
  UnreadableMediaException(String term, int line) {
    super(term);
    this.reason = Term.of(term);
    this.line = line;
  }

  /** What to tell the author. */
  public Diagnostic diagnostic(ContentFile file, MediaType type) {
    var span = new SourceSpan(file.display(), line, 0, 0, "");
    return Diagnostic.of(DiagnosticCode.UNREADABLE_MEDIA, span, type.name(), reason);
  }
}
