package rahnamo.source;

/**
 * How a camera was held, so how its picture must be turned to stand upright.
 *
 * <p>An upright pixel comes from the stored pixel that is found by swapping its coordinates, if the
 * sides are swapped, and then counting from the other side where a side is reversed.
 */
public enum Orientation {
  // In the order of the Exif values 1 to 8.
  UPRIGHT(false, false, false),
  MIRRORED(false, true, false),
  UPSIDE_DOWN(false, true, true),
  MIRRORED_UPSIDE_DOWN(false, false, true),
  MIRRORED_TURNED_LEFT(true, false, false),
  TURNED_LEFT(true, false, true),
  MIRRORED_TURNED_RIGHT(true, true, true),
  TURNED_RIGHT(true, true, false);

  private final boolean swapsSides;
  private final boolean reversesX;
  private final boolean reversesY;

  Orientation(boolean swapsSides, boolean reversesX, boolean reversesY) {
    this.swapsSides = swapsSides;
    this.reversesX = reversesX;
    this.reversesY = reversesY;
  }

  /** The orientation that an Exif value means; what it does not define counts as upright. */
  static Orientation ofExif(int value) {
    return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
  }

  /** Whether width and height change places. */
  public boolean swapsSides() {
    return swapsSides;
  }

  /** Whether the stored pixels are counted from the right. */
  public boolean reversesX() {
    return reversesX;
  }

  /** Whether the stored pixels are counted from below. */
  public boolean reversesY() {
    return reversesY;
  }
}
