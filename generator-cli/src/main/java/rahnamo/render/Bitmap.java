package rahnamo.render;

import rahnamo.source.Orientation;

/**
 * A picture as 8-bit samples, row by row: one band (grey), three (red, green, blue, or brightness
 * and two colour differences) or four (red, green, blue, alpha). The samples are shared, not
 * copied.
 */
final class Bitmap {

  private final int width;
  private final int height;
  private final int bands;
  private final byte[] samples;

  Bitmap(int width, int height, int bands, byte[] samples) {
    this.width = width;
    this.height = height;
    this.bands = bands;
    this.samples = samples;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int bands() {
    return bands;
  }

  byte[] samples() {
    return samples;
  }

  /** The picture as it stands upright. */
  Bitmap turned(Orientation orientation) {
    if (orientation == Orientation.UPRIGHT) {
      return this;
    }
    int newWidth = orientation.swapsSides() ? height : width;
    int newHeight = orientation.swapsSides() ? width : height;
    byte[] turned = new byte[samples.length];
    int to = 0;
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        int from = bands * storedAt(x, y, orientation);
        for (int band = 0; band < bands; band++) {
          turned[to++] = samples[from++];
        }
      }
    }
    return new Bitmap(newWidth, newHeight, bands, turned);
  }

  private int storedAt(int x, int y, Orientation orientation) {
    int column = orientation.swapsSides() ? y : x;
    int row = orientation.swapsSides() ? x : y;
    int storedColumn = orientation.reversesX() ? width - 1 - column : column;
    int storedRow = orientation.reversesY() ? height - 1 - row : row;
    return storedRow * width + storedColumn;
  }
}
