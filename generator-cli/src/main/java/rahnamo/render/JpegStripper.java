package rahnamo.render;

import java.io.ByteArrayOutputStream;
import rahnamo.source.UnreadableMediaException;

/**
 * Copies of a JPEG file that keep its coded pixels and leave out what is not needed to show them:
 * camera data, places, thumbnails, colour profiles, comments, and whatever stands behind the end.
 */
final class JpegStripper {

  private static final int APP_0 = 0xE0;
  private static final int APP_14 = 0xEE;
  private static final int APP_15 = 0xEF;
  private static final int COMMENT = 0xFE;
  private static final int EXTENSION_0 = 0xF0;
  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;

  /** More than any picture has; each costs a decoder as much as all pixels. */
  private static final int MAX_SCANS = 100;

  /** JFIF 1.02 without density and thumbnail. */
  private static final byte[] JFIF = {
    (byte) 0xFF, (byte) APP_0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0
  };

  private final byte[] jpeg;
  private final boolean keepsAdobe;
  private final ByteArrayOutputStream out;
  private int at = 2; // behind the start of the image

  private JpegStripper(byte[] jpeg, boolean keepsAdobe) {
    this.jpeg = jpeg;
    this.keepsAdobe = keepsAdobe;
    this.out = new ByteArrayOutputStream(jpeg.length + JFIF.length);
  }

  /** A copy that looks the same: the marks that say what the colour planes mean stay. */
  static byte[] forReaders(byte[] jpeg, boolean isJfif) throws UnreadableMediaException {
    return strip(new JpegStripper(jpeg, true), isJfif);
  }

  /** A copy that every decoder takes for the same kind of JPEG, whatever its planes mean. */
  static byte[] forDecoder(byte[] jpeg) throws UnreadableMediaException {
    return strip(new JpegStripper(jpeg, false), true);
  }

  private static byte[] strip(JpegStripper stripper, boolean isJfif)
      throws UnreadableMediaException {
    try {
      stripper.run(isJfif);
      return stripper.out.toByteArray();
    } catch (ArrayIndexOutOfBoundsException e) {
      throw new UnreadableMediaException("media.truncated");
    }
  }

  private void run(boolean isJfif) throws UnreadableMediaException {
    out.write(jpeg, 0, 2);
    if (isJfif) {
      out.write(JFIF, 0, JFIF.length);
    }
    int scans = 0;
    int marker = nextMarker();
    while (marker != END_OF_IMAGE) {
      copySegment(marker);
      if (marker == START_OF_SCAN) {
        copyScan();
        scans++;
      }
      if (scans > MAX_SCANS) {
        throw new UnreadableMediaException("media.rare-jpeg");
      }
      marker = nextMarker();
    }
    out.write(0xFF);
    out.write(END_OF_IMAGE);
  }

  private int nextMarker() throws UnreadableMediaException {
    if (jpeg[at] != (byte) 0xFF) {
      throw new UnreadableMediaException("media.damaged");
    }
    while (jpeg[at] == (byte) 0xFF) {
      at++;
    }
    return Byte.toUnsignedInt(jpeg[at++]);
  }

  private void copySegment(int marker) throws UnreadableMediaException {
    int length = Byte.toUnsignedInt(jpeg[at]) << 8 | Byte.toUnsignedInt(jpeg[at + 1]);
    if (length < 2 || marker < 0xC0) {
      throw new UnreadableMediaException("media.damaged");
    }
    if (at + length > jpeg.length) {
      throw new UnreadableMediaException("media.truncated");
    }
    if (isKept(marker, length)) {
      out.write(0xFF);
      out.write(marker);
      out.write(jpeg, at, length);
    }
    at += length;
  }

  private boolean isKept(int marker, int length) {
    if (marker == APP_14) {
      return keepsAdobe && length >= 14 && jpeg[at + 2] == 'A' && jpeg[at + 3] == 'd';
    }
    boolean isApplication = marker >= APP_0 && marker <= APP_15;
    return !isApplication && !(marker >= EXTENSION_0 && marker <= COMMENT);
  }

  /** Copies coded pixels up to the next marker; a stuffed zero or a restart belongs to them. */
  private void copyScan() {
    int start = at;
    while (jpeg[at] != (byte) 0xFF || isWithinScan(jpeg[at + 1])) {
      at++;
    }
    out.write(jpeg, start, at - start);
  }

  private static boolean isWithinScan(byte next) {
    return next == 0 || (next & 0xF8) == 0xD0;
  }
}
