package rahnamo.parse;

import com.vladsch.flexmark.util.ast.Document;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceText;

/** The syntax tree of one article's body. Used by one thread at a time; drop it after the page. */
public final class MarkdownDocument {

  private final Document tree;
  private final SourceText source;
  private final int bodyStart;

  private final boolean hasMixedWords;

  MarkdownDocument(Document tree, SourceText source, int bodyStart, boolean hasMixedWords) {
    this.hasMixedWords = hasMixedWords;
    this.tree = tree;
    this.source = source;
    this.bodyStart = bodyStart;
  }

  /** Its words without markup: a line for each paragraph, heading and cell of a table. */
  public String words() {
    return BodyWords.of(tree);
  }

  /** The HTML for one page; may be asked for again with other surroundings. */
  public HtmlBody render(BodyContext context, Diagnostics diagnostics) {
    var positions = new BodyPositions(source, bodyStart);
    return new BodyRenderer(tree, positions, context, hasMixedWords, diagnostics).render();
  }
}
