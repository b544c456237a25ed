package rahnamo.source;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * What a PNG file says before its pixels. Immutable.
 *
 * @param width the stored width in pixels
 * @param height the stored height in pixels
 * @param bitDepth how many bits a sample has: 1, 2, 4, 8 or 16
 * @param colorType 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha
 * @param isInterlaced whether the pixels come in seven passes
 * @param orientation how to turn the picture
 */
public record PngHeader(
    int width,
    int height,
    int bitDepth,
    int colorType,
    boolean isInterlaced,
    Orientation orientation) {

  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int IHDR = 0x49484452;
  private static final int IDAT = 0x49444154;
  private static final int IEND = 0x49454E44;
  private static final int EXIF = 0x65584966;
  private static final int IHDR_LENGTH = 13;
  private static final int MAX_EXIF = 64 * 1024;

  /** The header at the beginning of a stream, which is read up to the first pixels. */
  public static PngHeader read(InputStream stream) throws IOException {
    var in = new DataInputStream(stream);
    try {
      if (in.readLong() != SIGNATURE) {
        throw new UnreadableMediaException("media.unknown");
      }
      return read(in);
    } catch (EOFException e) {
      throw new UnreadableMediaException("media.truncated");
    }
  }

  private static PngHeader read(DataInputStream in) throws IOException {
    boolean hasHeader = in.readInt() == IHDR_LENGTH && in.readInt() == IHDR;
    if (!hasHeader) {
      throw new UnreadableMediaException("media.damaged");
    }
    byte[] ihdr = in.readNBytes(IHDR_LENGTH);
    var crc = new CRC32();
    crc.update(new byte[] {'I', 'H', 'D', 'R'});
    crc.update(ihdr);
    if (in.readInt() != (int) crc.getValue()) {
      throw new UnreadableMediaException("media.damaged");
    }
    var values = ByteBuffer.wrap(ihdr);
    var header =
        new PngHeader(
            values.getInt(),
            values.getInt(),
            values.get(),
            values.get(),
            values.get(12) == 1,
            orientation(in));
    if (!header.isAllowed() || values.get(10) != 0 || values.get(11) != 0 || values.get(12) > 1) {
      throw new UnreadableMediaException("media.damaged");
    }
    return header;
  }

  /** spec (PNG, 11.2.1): the combinations of colour type and bit depth. */
  private boolean isAllowed() {
    boolean isDepth =
        switch (colorType) {
          case 0 -> bitDepth == 1 || bitDepth == 2 || bitDepth == 4 || isWhole(bitDepth);
          case 2, 4, 6 -> isWhole(bitDepth);
          case 3 -> bitDepth == 1 || bitDepth == 2 || bitDepth == 4 || bitDepth == 8;
          default -> false;
        };
    return isDepth && width >= 0 && height >= 0;
  }

  private static boolean isWhole(int depth) {
    return depth == 8 || depth == 16;
  }

  /** Looks for a camera's note among the chunks before the pixels. */
  private static Orientation orientation(DataInputStream in) throws IOException {
    while (true) {
      int length = in.readInt();
      int type = in.readInt();
      if (type == IDAT) {
        return Orientation.UPRIGHT;
      }
      if (length < 0 || type == IEND) {
        throw new UnreadableMediaException("media.damaged");
      }
      if (type == EXIF && length <= MAX_EXIF) {
        byte[] tiff = new byte[length];
        in.readFully(tiff);
        return Exif.orientation(tiff);
      }
      in.skipNBytes(length + 4L);
    }
  }

  /** How many samples a stored pixel has. */
  public int channels() {
    return switch (colorType) {
      case 2 -> 3;
      case 4 -> 2;
      case 6 -> 4;
      default -> 1;
    };
  }
}
