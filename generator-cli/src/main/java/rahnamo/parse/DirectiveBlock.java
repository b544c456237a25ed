package rahnamo.parse;

import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/** A typed block `::: name arguments` in the syntax tree. */
final class DirectiveBlock extends Block {

  private final BasedSequence opening;
  private final BasedSequence name;
  private final BasedSequence title;
  private boolean isClosed;

  DirectiveBlock(BasedSequence opening, BasedSequence name, BasedSequence title) {
    this.opening = opening;
    this.name = name;
    this.title = title;
  }

  void close() {
    isClosed = true;
  }

  String name() {
    return name.toString();
  }

  /** What stands behind the name, without outer spaces. */
  BasedSequence title() {
    return title;
  }

  String arguments() {
    return title.toString();
  }

  /** Whether a closing fence was found, or none is needed. */
  boolean isClosed() {
    return isClosed;
  }

  BasedSequence opening() {
    return opening;
  }

  @Override
  public BasedSequence[] getSegments() {
    return new BasedSequence[] {opening};
  }
}
