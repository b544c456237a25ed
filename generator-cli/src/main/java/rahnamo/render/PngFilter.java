package rahnamo.render;

/** The guesses of PNG: what a byte of a row probably is, given its neighbours. */
final class PngFilter {

  static final int NONE = 0;
  static final int SUB = 1;
  static final int UP = 2;
  static final int AVERAGE = 3;
  static final int PAETH = 4;

  private PngFilter() {}

  /** The guess of a filter from the bytes to the left, above, and above to the left. */
  static int guess(int filter, int left, int above, int corner) {
    return switch (filter) {
      case SUB -> left;
      case UP -> above;
      case AVERAGE -> (left + above) / 2;
      case PAETH -> paeth(left, above, corner);
      default -> 0;
    };
  }

  /** The neighbour that is nearest to left + above - corner. */
  private static int paeth(int left, int above, int corner) {
    int toLeft = Math.abs(above - corner);
    int toAbove = Math.abs(left - corner);
    int toCorner = Math.abs(left + above - 2 * corner);
    if (toLeft <= toAbove && toLeft <= toCorner) {
      return left;
    }
    return toAbove <= toCorner ? above : corner;
  }
}
