package rahnamo.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a camera wrote about a picture, of which only the orientation is wanted. */
final class Exif {

  private static final byte[] MARK = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final int ORIENTATION = 0x0112;
  private static final int SHORT = 3;
  private static final int HEADER_SIZE = 8;
  private static final int ENTRY_SIZE = 12;

  private Exif() {}

  /** Whether a JPEG segment holds Exif and not, for example, XMP. */
  static boolean isExif(byte[] segment) {
    return segment.length > MARK.length
        && Arrays.equals(segment, 0, MARK.length, MARK, 0, MARK.length);
  }

  /** The orientation in a JPEG segment for which {@link #isExif} holds. */
  static Orientation orientationOfSegment(byte[] segment) {
    return orientation(Arrays.copyOfRange(segment, MARK.length, segment.length));
  }

  /** The orientation in a TIFF structure; upright if it has none or is broken, as in browsers. */
  static Orientation orientation(byte[] tiff) {
    if (tiff.length < HEADER_SIZE) {
      return Orientation.UPRIGHT;
    }
    boolean isLittle = tiff[0] == 'I';
    ByteBuffer buffer =
        ByteBuffer.wrap(tiff).order(isLittle ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = buffer.getInt(4);
    if (buffer.getShort(2) != 42 || directory < HEADER_SIZE || directory > tiff.length - 2) {
      return Orientation.UPRIGHT;
    }
    int count = Short.toUnsignedInt(buffer.getShort(directory));
    for (int i = 0; i < count; i++) {
      int entry = directory + 2 + i * ENTRY_SIZE;
      if (entry > tiff.length - ENTRY_SIZE) {
        break;
      }
      if (buffer.getShort(entry) == ORIENTATION && buffer.getShort(entry + 2) == SHORT) {
        return Orientation.ofExif(Short.toUnsignedInt(buffer.getShort(entry + 8)));
      }
    }
    return Orientation.UPRIGHT;
  }
}
