package rahnamo.parse;

import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.footnotes.internal.FootnoteRepository;
import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockParser;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The syntax of footnotes, {@code [^1]: text}, in place of Flexmark's own, which takes everything
 * up to the last {@code ]:} of the line for the name.
 */
final class FootnoteBlockParser extends AbstractBlockParser {

  private static final int CONTENT_INDENT = 4;
  private static final Pattern OPENING = Pattern.compile("\\[\\^([^\\[\\]\\s]{1,100})]:");

  private final FootnoteBlock footnote = new FootnoteBlock();

  private FootnoteBlockParser(BasedSequence opening) {
    footnote.setOpeningMarker(opening.subSequence(0, 2));
    footnote.setText(opening.midSequence(2, -2));
    footnote.setClosingMarker(opening.endSequence(2));
  }

  @Override
  public Block getBlock() {
    return footnote;
  }

  @Override
  public boolean isContainer() {
    return true;
  }

  @Override
  public boolean canContain(ParserState state, BlockParser parser, Block child) {
    return true;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    if (state.isBlank()) {
      return footnote.hasChildren()
          ? BlockContinue.atIndex(state.getNextNonSpaceIndex())
          : BlockContinue.none();
    }
    return state.getIndent() >= CONTENT_INDENT
        ? BlockContinue.atColumn(state.getColumn() + CONTENT_INDENT)
        : BlockContinue.none();
  }

  @Override
  public void closeBlock(ParserState state) {
    footnote.setCharsFromContent();
    FootnoteRepository footnotes = FootnoteExtension.FOOTNOTES.get(state.getProperties());
    footnotes.put(footnotes.normalizeKey(footnote.getText()), footnote);
  }

  /** Recognises the first line of a footnote. */
  static final class Factory extends AbstractBlockParserFactory
      implements CustomBlockParserFactory {

    Factory() {
      super(null);
    }

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      if (state.getIndent() >= CONTENT_INDENT) {
        return BlockStart.none();
      }
      BasedSequence line = state.getLine();
      int start = state.getNextNonSpaceIndex();
      Matcher opening = OPENING.matcher(line).region(start, line.length());
      return opening.lookingAt()
          ? BlockStart.of(new FootnoteBlockParser(line.subSequence(start, opening.end())))
              .atIndex(opening.end())
          : BlockStart.none();
    }

    @Override
    public BlockParserFactory apply(DataHolder options) {
      return new Factory();
    }

    @Override
    public @Nullable Set<Class<?>> getAfterDependents() {
      return null;
    }

    @Override
    public @Nullable Set<Class<?>> getBeforeDependents() {
      return null;
    }

    @Override
    public boolean affectsGlobalScope() {
      return false;
    }
  }
}
