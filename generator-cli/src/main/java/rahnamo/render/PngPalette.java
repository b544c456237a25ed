package rahnamo.render;

import java.util.Arrays;
import java.util.Optional;

/** The colours of a picture that has at most 256, sorted, those with transparency first. */
final class PngPalette {

  private static final int MAX_SIZE = 256;
  private static final int OPAQUE = 0xFF;

  /** The colours as alpha, red, green and blue, sorted as unsigned numbers. */
  private final int[] colours;

  private PngPalette(int[] colours) {
    this.colours = colours;
  }

  /** The palette of a picture, or nothing if it has too many colours. */
  static Optional<PngPalette> of(Bitmap bitmap) {
    int[] colours = new int[MAX_SIZE];
    int size = 0;
    int previous = 0;
    for (int i = 0; i < bitmap.samples().length; i += bitmap.bands()) {
      int colour = colour(bitmap, i);
      if (size > 0 && colour == previous) {
        continue;
      }
      previous = colour;
      int found = search(colours, size, colour);
      if (found >= 0) {
        continue;
      }
      if (size == MAX_SIZE) {
        return Optional.empty();
      }
      int place = -found - 1;
      System.arraycopy(colours, place, colours, place + 1, size - place);
      colours[place] = colour;
      size++;
    }
    return Optional.of(new PngPalette(Arrays.copyOf(colours, size)));
  }

  /** Colours sort by their alpha first, if they are compared without a sign. */
  private static int search(int[] colours, int size, int colour) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) / 2;
      int order = Integer.compareUnsigned(colours[middle], colour);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return -low - 1;
  }

  private static int colour(Bitmap bitmap, int at) {
    byte[] samples = bitmap.samples();
    int red = samples[at] & 0xFF;
    if (bitmap.bands() == 1) {
      return OPAQUE << 24 | red << 16 | red << 8 | red;
    }
    int alpha = bitmap.bands() == 4 ? samples[at + 3] & 0xFF : OPAQUE;
    return (alpha << 24) | (red << 16) | ((samples[at + 1] & 0xFF) << 8) | (samples[at + 2] & 0xFF);
  }

  int size() {
    return colours.length;
  }

  /** The place of the colour of the pixel whose samples begin at an index. */
  int indexOf(Bitmap bitmap, int at) {
    return search(colours, colours.length, colour(bitmap, at));
  }

  /** The content of a PLTE chunk. */
  byte[] entries() {
    byte[] entries = new byte[3 * colours.length];
    for (int i = 0; i < colours.length; i++) {
      entries[3 * i] = (byte) (colours[i] >> 16);
      entries[3 * i + 1] = (byte) (colours[i] >> 8);
      entries[3 * i + 2] = (byte) colours[i];
    }
    return entries;
  }

  /** The content of a tRNS chunk, empty if all is opaque. */
  byte[] alphas() {
    byte[] alphas = new byte[colours.length];
    int size = 0;
    while (size < colours.length && colours[size] >>> 24 < OPAQUE) {
      alphas[size] = (byte) (colours[size] >>> 24);
      size++;
    }
    return Arrays.copyOf(alphas, size);
  }
}
