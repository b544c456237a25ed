package rahnamo.parse;

import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.diagnostic.SourceText;

/**
 * Translates places in a body to places in its file.
 *
 * @param source the whole file
 * @param bodyStart the offset of the body in it
 */
record BodyPositions(SourceText source, int bodyStart) {

  SourceSpan of(Node node) {
    return of(node.getStartOffset(), node.getEndOffset());
  }

  SourceSpan of(BasedSequence chars) {
    return of(chars.getStartOffset(), chars.getEndOffset());
  }

  /** The characters of a node as they stand in the file; faster than the sequence's own text. */
  String text(BasedSequence chars) {
    int start = chars.getStartOffset();
    int end = chars.getEndOffset();
    boolean isOnePiece = chars.length() > 0 && end - start == chars.length();
    return isOnePiece
        ? source.content().substring(bodyStart + start, bodyStart + end)
        : chars.toString();
  }

  SourceSpan of(int start, int end) {
    return source.span(bodyStart + start, bodyStart + end);
  }
}
