package rahnamo.parse;

import java.util.function.Function;
import rahnamo.diagnostic.Diagnostic;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.text.MixedScript;

/** Reports words of two alphabets, up to a number: a text with more has a general mistake. */
final class MixedWords {

  private static final int MAX = 50;

  private final Diagnostics diagnostics;
  private int left = MAX;

  MixedWords(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Reports the mixed words of a part of the text, whose places the function tells. */
  void report(String text, Function<MixedScript.Finding, SourceSpan> place) {
    if (left == 0) {
      return;
    }
    for (MixedScript.Finding finding : MixedScript.find(text)) {
      if (left == 0) {
        return;
      }
      left--;
      diagnostics.report(
          Diagnostic.of(DiagnosticCode.MIXED_SCRIPT, place.apply(finding), finding.word())
              .suggesting(finding.suggestion()));
    }
  }
}
