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
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The syntax of typed blocks. A line {@code ::: name arguments} opens one, a line of at least as
 * many colons closes it; a block of {@link #LEAVES} is a single line.
 */
final class DirectiveBlockParser extends AbstractBlockParser {

  /** Blocks without content of their own. */
  static final Set<String> LEAVES = Set.of("contact", "contacts", "phone", "audio");

  private static final int CODE_INDENT = 4;
  private static final Pattern OPENING =
      Pattern.compile("(:{3,}) *([A-Za-z][\\w-]*)?(?: +(.*?))?\\s*");

  private final DirectiveBlock block = new DirectiveBlock();
  private final int fence;
  private final boolean isLeaf;

  private DirectiveBlockParser(int fence, boolean isLeaf) {
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
    if (isClosing(state)) {
      // Not `finished`: that would leave a paragraph inside open. The line becomes a block without
      // a name, which the renderer passes over.
      block.close();
      return BlockContinue.none();
    }
    return BlockContinue.atIndex(state.getIndex());
  }

  private boolean isClosing(ParserState state) {
    if (state.getIndent() >= CODE_INDENT) {
      return false;
    }
    BasedSequence rest = state.getLine().subSequence(state.getNextNonSpaceIndex()).trim();
    return rest.length() >= fence && rest.countLeading(c -> c == ':') == rest.length();
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
      boolean isFence = line.length() - start >= 3 && line.charAt(start) == ':';
      if (!isFence || state.getIndent() >= CODE_INDENT) {
        return BlockStart.none();
      }
      BasedSequence opening = line.subSequence(start).trimEnd();
      Matcher matcher = OPENING.matcher(opening);
      if (!matcher.matches()) {
        return BlockStart.none();
      }
      String name = matcher.group(2) == null ? "" : matcher.group(2);
      String arguments = matcher.group(3) == null ? "" : matcher.group(3);
      boolean isLeaf = name.isEmpty() || LEAVES.contains(name);
      var parser = new DirectiveBlockParser(matcher.group(1).length(), isLeaf);
      parser.block.open(opening, name, arguments);
      if (isLeaf) {
        parser.block.close();
      }
      return BlockStart.of(parser).atIndex(line.length());
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
