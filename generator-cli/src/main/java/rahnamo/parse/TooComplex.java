package rahnamo.parse;

import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.data.NullableDataKey;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Optional;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.Term;

/**
 * The first place where a body went beyond a limit while it was parsed. The parser cannot be
 * stopped, so the place is noted in the document and what lies there is left unparsed.
 *
 * @param start the offset of the place in the body
 * @param end the offset behind it
 * @param term what there is too much of, a key of the message catalog
 * @param limit how much of it may be
 */
record TooComplex(int start, int end, String term, int limit) {

  private static final int SHOWN = 20;

  private static final NullableDataKey<TooComplex> KEY = new NullableDataKey<>("TOO_COMPLEX");

  /** Notes a place in a document, unless another was noted before. */
  static void note(MutableDataHolder document, BasedSequence place, String term, int limit) {
    if (!document.contains(KEY)) {
      document.set(KEY, new TooComplex(place.getStartOffset(), place.getEndOffset(), term, limit));
    }
  }

  /** Tells the author. */
  void report(BodyPositions positions, Diagnostics diagnostics) {
    diagnostics.report(
        DiagnosticCode.ARTICLE_TOO_COMPLEX,
        positions.of(start, Math.min(end, start + SHOWN)),
        Term.of(term),
        Integer.toString(limit));
  }

  /** The place noted in a document, if any. */
  static Optional<TooComplex> in(DataHolder document) {
    return Optional.ofNullable(KEY.get(document));
  }
}
