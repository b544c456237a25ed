package rahnamo.parse;

import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockParser;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.FencedCodeBlockParser;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The syntax of typed blocks. A line {@code ::: name arguments} opens one, a line of at least as
 * many colons closes it; a block of {@link #LEAVES} is a single line.
 */
final class DirectiveBlockParser extends AbstractBlockParser {

  /** Blocks without content of their own. */
  static final Set<String> LEAVES = Set.of("contact", "contacts", "phone", "audio");

  private static final int CODE_INDENT = 4;
  private static final int MIN_FENCE = 3;
  static final int MAX_NESTING = 20;

  private final DirectiveBlock block;
  private final int fence;
  private final boolean isLeaf;

  private DirectiveBlockParser(DirectiveBlock block, int fence, boolean isLeaf) {
    this.block = block;
    this.fence = fence;
    this.isLeaf = isLeaf;
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public boolean isContainer() {
    return !isLeaf;
  }

  @Override
  public boolean canContain(ParserState state, BlockParser parser, Block child) {
    return !isLeaf;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    if (isLeaf) {
      return BlockContinue.none();
    }
    int colons = closingFence(state);
    if (colons >= fence && isClosedBy(colons, state)) {
      // Not `finished`: that would leave a paragraph inside open. The line becomes a block without
      // a name, which the renderer passes over.
      block.close();
      return BlockContinue.none();
    }
    return BlockContinue.atIndex(state.getIndex());
  }

  /** How many colons a line has that has nothing else, or 0. */
  private static int closingFence(ParserState state) {
    BasedSequence line = state.getLine();
    int start = state.getNextNonSpaceIndex();
    int end = start;
    while (end < line.length() && line.charAt(end) == ':') {
      end++;
    }
    boolean isFence = state.getIndent() < CODE_INDENT && line.subSequence(end).isBlank();
    return isFence ? end - start : 0;
  }

  /**
   * Whether no block directly inside this one was opened with just as many colons, and the line is
   * not one of code.
   */
  private boolean isClosedBy(int colons, ParserState state) {
    List<BlockParser> open = state.getActiveBlockParsers();
    if (open.get(open.size() - 1) instanceof FencedCodeBlockParser) {
      return false;
    }
    for (int i = open.indexOf(this) + 1; i < open.size(); i++) {
      if (!(open.get(i) instanceof DirectiveBlockParser inner)) {
        return true;
      }
      if (inner.fence == colons && !inner.isLeaf) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void closeBlock(ParserState state) {
    block.setCharsFromContent();
  }

  /** Recognises the opening line. */
  static final class Factory extends AbstractBlockParserFactory
      implements CustomBlockParserFactory {

    Factory() {
      super(null);
    }

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      BasedSequence line = state.getLine();
      int start = state.getNextNonSpaceIndex();
      int colons = countColons(line, start);
      if (colons < MIN_FENCE || state.getIndent() >= CODE_INDENT) {
        return BlockStart.none();
      }
      int nameStart = skipSpaces(line, start + colons);
      int nameEnd = nameEnd(line, nameStart);
      int titleStart = skipSpaces(line, nameEnd);
      boolean isText = titleStart == nameEnd || nameEnd == nameStart;
      if (titleStart < line.length() && isText) {
        return BlockStart.none();
      }
      BasedSequence name = line.subSequence(nameStart, nameEnd);
      boolean isLeaf = name.isEmpty() || LEAVES.contains(name.toString());
      if (!isLeaf && depth(state) >= MAX_NESTING) {
        TooComplex.note(
            state.getProperties(), line.subSequence(start), "guard.blocks", MAX_NESTING);
        isLeaf = true;
      }
      var block =
          new DirectiveBlock(
              line.subSequence(start).trimEnd(), name, line.subSequence(titleStart).trimEnd());
      if (isLeaf) {
        block.close();
      }
      return BlockStart.of(new DirectiveBlockParser(block, colons, isLeaf)).atIndex(line.length());
    }

    private static int countColons(BasedSequence line, int start) {
      int end = start;
      while (end < line.length() && line.charAt(end) == ':') {
        end++;
      }
      return end - start;
    }

    private static int skipSpaces(BasedSequence line, int start) {
      int end = start;
      while (end < line.length() && (line.charAt(end) == ' ' || line.charAt(end) == '\t')) {
        end++;
      }
      return end;
    }

    /** The end of a word; an unknown one is a mistake in any alphabet, not a text. */
    private static int nameEnd(BasedSequence line, int start) {
      int end = start;
      while (end < line.length() && isNameCharacter(line.charAt(end), end - start)) {
        end++;
      }
      return end;
    }

    private static boolean isNameCharacter(char c, int at) {
      return Character.isLetter(c) || (at > 0 && (c == '-' || c == '_' || Character.isDigit(c)));
    }

    private static long depth(ParserState state) {
      return state.getActiveBlockParsers().stream()
          .filter(parser -> parser instanceof DirectiveBlockParser)
          .count();
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
