package rahnamo.parse;

import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.core.BlockQuoteParser;
import com.vladsch.flexmark.parser.core.FencedCodeBlockParser;
import com.vladsch.flexmark.parser.core.HtmlBlockParser;
import com.vladsch.flexmark.parser.core.ThematicBreakParser;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of block of Flexmark's that begins with one of a few signs, and is asked only where one of
 * them stands: it would match a pattern against every line of a text. Safe for many threads.
 */
abstract class SignedBlockFactory implements CustomBlockParserFactory {

  private final CustomBlockParserFactory original;
  private final String signs;

  private SignedBlockFactory(CustomBlockParserFactory original, String signs) {
    this.original = original;
    this.signs = signs;
  }

  @Override
  public BlockParserFactory apply(DataHolder options) {
    BlockParserFactory parsers = original.apply(options);
    return (state, matched) -> {
      BasedSequence line = state.getLine();
      int start = state.getNextNonSpaceIndex();
      boolean mayStart = start < line.length() && signs.indexOf(line.charAt(start)) >= 0;
      return mayStart ? parsers.tryStart(state, matched) : BlockStart.none();
    };
  }

  @Override
  public @Nullable Set<Class<?>> getBeforeDependents() {
    return original.getBeforeDependents();
  }

  @Override
  public boolean affectsGlobalScope() {
    return original.affectsGlobalScope();
  }

  /** Code between fences. */
  static final class Fence extends SignedBlockFactory {

    Fence() {
      super(new FencedCodeBlockParser.Factory(), "`~");
    }

    @Override
    public Set<Class<?>> getAfterDependents() {
      return Set.of(BlockQuoteParser.Factory.class, HeadingBlockParser.Factory.class);
    }
  }

  /** A line across the page; three dashes below a paragraph are a heading, asked for before. */
  static final class Line extends SignedBlockFactory {

    Line() {
      super(new ThematicBreakParser.Factory(), "*_-");
    }

    @Override
    public Set<Class<?>> getAfterDependents() {
      return Set.of(
          BlockQuoteParser.Factory.class,
          HeadingBlockParser.Factory.class,
          HtmlBlockParser.Factory.class);
    }
  }
}
