package rahnamo.render;

import java.nio.ByteBuffer;
import rahnamo.source.PngHeader;

/**
 * Turns the rows of a PNG file, whatever their depth and colour type, into 8-bit samples: grey, or
 * red, green and blue, and alpha if the file has any transparency.
 */
final class PngSamples {

  private static final int GREY = 0;
  private static final int RGB = 2;
  private static final int PALETTE = 3;
  private static final int GREY_ALPHA = 4;

  private final int bitDepth;
  private final int colorType;
  private final int channels;
  private final byte[] palette;
  private final byte[] transparency;
  private final int bands;

  PngSamples(PngHeader header, byte[] palette, byte[] transparency) {
    this.bitDepth = header.bitDepth();
    this.colorType = header.colorType();
    this.channels = header.channels();
    this.palette = palette;
    this.transparency = transparency;
    boolean hasAlpha = colorType >= GREY_ALPHA || hasTransparency();
    int opaqueBands = colorType == GREY ? 1 : 3;
    this.bands = hasAlpha ? 4 : opaqueBands;
  }

  /** spec (PNG, 11.3.1.1): one grey value, one colour, or alpha values for a palette. */
  private boolean hasTransparency() {
    return switch (colorType) {
      case GREY -> transparency.length == 2;
      case RGB -> transparency.length == 6;
      case PALETTE -> transparency.length > 0;
      default -> false;
    };
  }

  int bands() {
    return bands;
  }

  /** Decodes the pixels of a row. */
  void decode(byte[] row, int width, byte[] decoded) {
    int[] pixel = new int[channels];
    for (int x = 0; x < width; x++) {
      for (int channel = 0; channel < channels; channel++) {
        pixel[channel] = sample(row, x * channels + channel);
      }
      put(pixel, decoded, x * bands);
    }
  }

  /** The sample as it is stored, with 1 to 16 bits. */
  private int sample(byte[] row, int index) {
    if (bitDepth == 8) {
      return row[index] & 0xFF;
    }
    if (bitDepth == 16) {
      return ((row[2 * index] & 0xFF) << 8) | (row[2 * index + 1] & 0xFF);
    }
    int perByte = 8 / bitDepth;
    int shift = (perByte - 1 - index % perByte) * bitDepth;
    return (row[index / perByte] & 0xFF) >> shift & (1 << bitDepth) - 1;
  }

  private void put(int[] pixel, byte[] decoded, int to) {
    if (colorType == PALETTE) {
      putEntry(pixel[0], decoded, to);
      return;
    }
    boolean isColour = channels >= 3;
    decoded[to] = toByte(pixel[0]);
    if (bands >= 3) {
      decoded[to + 1] = toByte(pixel[isColour ? 1 : 0]);
      decoded[to + 2] = toByte(pixel[isColour ? 2 : 0]);
    }
    if (bands == 4) {
      boolean hasAlpha = colorType >= GREY_ALPHA;
      decoded[to + 3] = hasAlpha ? toByte(pixel[channels - 1]) : alphaOfColour(pixel);
    }
  }

  private void putEntry(int index, byte[] decoded, int to) {
    for (int i = 0; i < 3; i++) {
      int at = 3 * index + i;
      decoded[to + i] = at < palette.length ? palette[at] : 0;
    }
    if (bands == 4) {
      decoded[to + 3] = index < transparency.length ? transparency[index] : (byte) 0xFF;
    }
  }

  private byte alphaOfColour(int[] pixel) {
    ByteBuffer colour = ByteBuffer.wrap(transparency);
    for (int i = 0; i < channels; i++) {
      if (Short.toUnsignedInt(colour.getShort(2 * i)) != pixel[i]) {
        return (byte) 0xFF;
      }
    }
    return 0;
  }

  /** The nearest 8-bit value. */
  private byte toByte(int sample) {
    int max = (1 << bitDepth) - 1;
    return (byte) (bitDepth == 8 ? sample : (sample * 255 + max / 2) / max);
  }
}
