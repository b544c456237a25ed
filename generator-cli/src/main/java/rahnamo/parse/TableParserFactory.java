package rahnamo.parse;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.tables.internal.TableParagraphPreProcessor;
import com.vladsch.flexmark.parser.block.ParagraphPreProcessor;
import com.vladsch.flexmark.parser.block.ParagraphPreProcessorFactory;
import com.vladsch.flexmark.parser.block.ParserState;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Flexmark's parser of tables, made once. It keeps nothing of a document, but compiles a long
 * pattern whenever it is made, and Flexmark makes one for each document. Safe for many threads.
 */
final class TableParserFactory implements ParagraphPreProcessorFactory {

  private final ParagraphPreProcessorFactory original = TableParagraphPreProcessor.Factory();
  private volatile @Nullable ParagraphPreProcessor parser;

  @Override
  public ParagraphPreProcessor apply(ParserState state) {
    ParagraphPreProcessor made = parser;
    if (made == null) {
      ParagraphPreProcessor tables = original.apply(state); // its options are those of all
      made = (block, s) -> mayBeTable(block) ? tables.preProcessBlock(block, s) : 0;
      parser = made;
    }
    return made;
  }

  /** A table has a bar in its first line, which most paragraphs have not. */
  private static boolean mayBeTable(Paragraph block) {
    return !(block.getLineChars(0) instanceof BodySequence line) || line.holds('|');
  }

  @Override
  public @Nullable Set<Class<?>> getAfterDependents() {
    return original.getAfterDependents();
  }

  @Override
  public @Nullable Set<Class<?>> getBeforeDependents() {
    return original.getBeforeDependents();
  }

  @Override
  public boolean affectsGlobalScope() {
    return original.affectsGlobalScope();
  }
}
