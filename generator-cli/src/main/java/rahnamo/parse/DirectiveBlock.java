package rahnamo.parse;

import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/** A typed block `::: name arguments` in the syntax tree. */
final class DirectiveBlock extends Block {

  private BasedSequence opening = BasedSequence.NULL;
  private String name = "";
  private String arguments = "";
  private boolean isClosed;

  void open(BasedSequence line, String blockName, String blockArguments) {
    opening = line;
    name = blockName;
    arguments = blockArguments;
  }

  void close() {
    isClosed = true;
  }

  String name() {
    return name;
  }

  String arguments() {
    return arguments;
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
