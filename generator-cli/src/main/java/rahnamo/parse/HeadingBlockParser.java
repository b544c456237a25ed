package rahnamo.parse;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.HeadingParser;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The syntax of headings, in place of Flexmark's own, which copies the paragraph so far for each of
 * its lines and takes cubic time for spaces.
 */
final class HeadingBlockParser extends AbstractBlockParser {

  private static final int CODE_INDENT = 4;
  private static final int MAX_LEVEL = 6;

  private final Heading heading = new Heading();

  private HeadingBlockParser(int level, BasedSequence opening, BasedSequence text) {
    heading.setLevel(level);
    heading.setOpeningMarker(opening);
    heading.setText(text);
  }

  @Override
  public Block getBlock() {
    return heading;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    return BlockContinue.none();
  }

  @Override
  public void parseInlines(InlineParser inlineParser) {
    inlineParser.parse(heading.getText(), heading);
  }

  @Override
  public void closeBlock(ParserState state) {}

  private BlockStart start(BasedSequence closing, int lineLength) {
    heading.setClosingMarker(closing);
    heading.setCharsFromContent();
    return BlockStart.of(this).atIndex(lineLength);
  }

  private static BlockStart startAtx(BasedSequence line, int start) {
    int length = line.length();
    int level = run(line, start, '#');
    int text = start + level;
    if (level > MAX_LEVEL || (text < length && !isBlank(line.charAt(text)))) {
      return BlockStart.none();
    }
    int end = trimmedEnd(line, text, length);
    int closing = end;
    while (closing > text && line.charAt(closing - 1) == '#') {
      closing--;
    }
    // spec: "The optional closing sequence of #s must be preceded by spaces or tabs"
    if (closing == end || !isBlank(line.charAt(closing - 1))) {
      closing = end;
    }
    BasedSequence title = line.subSequence(text, trimmedEnd(line, text, closing)).trim();
    return new HeadingBlockParser(level, line.subSequence(start, text), title)
        .start(line.subSequence(closing, end), length);
  }

  private static BlockStart startSetext(BasedSequence line, int start, MatchedBlockParser matched) {
    int end = start + run(line, start, line.charAt(start));
    boolean isUnderline =
        trimmedEnd(line, start, line.length()) == end
            && matched.getBlockParser().isParagraphParser();
    BasedSequence paragraph = isUnderline ? matched.getParagraphContent() : null;
    if (paragraph == null) {
      return BlockStart.none();
    }
    int level = line.charAt(start) == '=' ? 1 : 2;
    return new HeadingBlockParser(level, BasedSequence.NULL, paragraph.trim())
        .start(line.subSequence(start, end), line.length())
        .replaceActiveBlockParser();
  }

  private static int run(BasedSequence line, int start, char wanted) {
    int end = start;
    while (end < line.length() && line.charAt(end) == wanted) {
      end++;
    }
    return end - start;
  }

  private static int trimmedEnd(BasedSequence line, int from, int to) {
    int end = to;
    while (end > from && isBlank(line.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** Recognises {@code ## Title} and underlined titles. */
  static final class Factory extends AbstractBlockParserFactory
      implements CustomBlockParserFactory {

    private final HeadingParser.Factory original = new HeadingParser.Factory();

    Factory() {
      super(null);
    }

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      BasedSequence line = state.getLine();
      int start = state.getNextNonSpaceIndex();
      if (state.getIndent() >= CODE_INDENT || start >= line.length()) {
        return BlockStart.none();
      }
      return switch (line.charAt(start)) {
        case '#' -> startAtx(line, start);
        case '=', '-' -> startSetext(line, start, matched);
        default -> BlockStart.none();
      };
    }

    @Override
    public BlockParserFactory apply(DataHolder options) {
      return new Factory();
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
      return false;
    }
  }
}
