package rahnamo.apktools;

import java.util.List;

/** A picture that cannot be the icon of an app, with everything in it that cannot be drawn. */
public final class IconException extends Exception {

  private static final long serialVersionUID = 1;

  private final List<String> faults;

  IconException(List<String> faults) {
    super(faults.toString());
    this.faults = List.copyOf(faults);
  }

  /** Pieces of the picture as its author wrote them, in their order. */
  public List<String> faults() {
    return faults;
  }
}
