package rahnamo.parse;

import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.DataKeyBase;
import com.vladsch.flexmark.util.sequence.BasedSequenceImpl;
import com.vladsch.flexmark.util.sequence.Range;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A body, or a part of it that knows where it lies, as Flexmark's parser reads it. Immutable. The
 * parser asks for some million characters, so this does less for each than Flexmark's own classes:
 * it takes it that there is no U+0000 in the text.
 */
@SuppressWarnings("unchecked") // the library's own base class inherits a method unsoundly
final class BodySequence extends BasedSequenceImpl {

  private final char[] chars;
  private final BodySequence whole;
  private final int start;
  private final int length;

  /** A whole body, of which no copy is made. */
  BodySequence(char[] body) {
    super(0);
    this.chars = body;
    this.whole = this;
    this.start = 0;
    this.length = body.length;
  }

  private BodySequence(BodySequence whole, int start, int end) {
    super(0);
    this.chars = whole.chars;
    this.whole = whole;
    this.start = start;
    this.length = end - start;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    if (index < 0 || index >= length) {
      throw new StringIndexOutOfBoundsException(index);
    }
    return chars[start + index];
  }

  /** Whether a character occurs; Flexmark's own search makes three calls for each it looks at. */
  boolean holds(char sought) {
    int end = start + length;
    for (int i = start; i < end; i++) {
      if (chars[i] == sought) {
        return true;
      }
    }
    return false;
  }

  @Override
  public BodySequence subSequence(int from, int to) {
    Objects.checkFromToIndex(from, to, length);
    return part(start + from, start + to);
  }

  @Override
  public BodySequence baseSubSequence(int from, int to) {
    Objects.checkFromToIndex(from, to, chars.length);
    return part(from, to);
  }

  private BodySequence part(int from, int to) {
    if (from == start && to - from == length) {
      return this;
    }
    return from == 0 && to == chars.length ? whole : new BodySequence(whole, from, to);
  }

  @Override
  public BodySequence getBaseSequence() {
    return whole;
  }

  @Override
  public char[] getBase() {
    return chars;
  }

  @Override
  public int getStartOffset() {
    return start;
  }

  @Override
  public int getEndOffset() {
    return start + length;
  }

  @Override
  public Range getSourceRange() {
    return Range.of(start, start + length);
  }

  @Override
  public int getIndexOffset(int index) {
    return start + Objects.checkIndex(index, length + 1);
  }

  @Override
  public int getOptionFlags() {
    return 0;
  }

  @Override
  public boolean allOptions(int options) {
    return false;
  }

  @Override
  public boolean anyOptions(int options) {
    return false;
  }

  @Override
  public <T> T getOption(DataKeyBase<T> key) {
    return key.get(null);
  }

  @Override
  public @Nullable DataHolder getOptions() {
    return null;
  }

  @Override
  public String toString() {
    return new String(chars, start, length);
  }
}
