package rahnamo.parse;

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
      made = original.apply(state); // takes the options, which all documents share
      parser = made;
    }
    return made;
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
