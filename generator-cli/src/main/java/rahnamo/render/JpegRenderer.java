package rahnamo.render;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import rahnamo.source.JpegHeader;
import rahnamo.source.Orientation;
import rahnamo.source.UnreadableMediaException;

/** Makes a JPEG file ready to publish: upright, small enough, without what a camera wrote. */
final class JpegRenderer {

  /** More pixels than this are not decoded if half the rows and columns are enough. */
  private static final int MAX_DECODED = 16_000_000;

  private final byte[] jpeg;
  private final JpegHeader header;
  private final PictureSize size;

  JpegRenderer(byte[] jpeg, PictureSize size) throws IOException {
    this.jpeg = jpeg;
    this.header = JpegHeader.read(new ByteArrayInputStream(jpeg));
    this.size = size;
    size.check(header.width(), header.height(), header.orientation());
  }

  /** Whether the pixels as they are coded can be kept. */
  boolean isKept() {
    return !size.isSmaller() && header.orientation() == Orientation.UPRIGHT;
  }

  /** The file with the same coded pixels. */
  byte[] keep() throws IOException {
    return JpegStripper.forReaders(jpeg, header.isJfif());
  }

  /** The file decoded and coded again. */
  byte[] remake(int quality) throws IOException {
    if (header.halvesRowsOnly()) {
      throw new UnreadableMediaException("media.half-rows");
    }
    Bitmap bitmap = scaled(JpegCodec.decode(JpegStripper.forDecoder(jpeg), step()));
    if (bitmap.bands() == 3 && !header.isRgb()) {
      toRgb(bitmap.samples());
    }
    return JpegCodec.encode(bitmap.turned(header.orientation()), quality);
  }

  /** Which pixels to decode at all: enough of them remain for a mean of at least two by two. */
  private int step() {
    PictureSize stored = size.stored(header.orientation());
    int step = 1;
    while (header.width() / (step + 1) >= 2 * stored.targetWidth()
        && (long) header.width() * header.height() / step / step > MAX_DECODED) {
      step++;
    }
    return step;
  }

  private Bitmap scaled(Raster raster) {
    PictureSize stored = size.stored(header.orientation());
    int width = raster.getWidth();
    var scaler =
        new AreaScaler(
            width,
            raster.getHeight(),
            raster.getNumBands(),
            stored.targetWidth(),
            stored.targetHeight());
    byte[] row = new byte[width * raster.getNumBands()];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getDataElements(0, y, width, 1, row);
      scaler.row(row);
    }
    return scaler.result();
  }

  /** spec (JFIF 1.02): R = Y + 1.402 Cr', G = Y - 0.34414 Cb' - 0.71414 Cr', B = Y + 1.772 Cb'. */
  private static void toRgb(byte[] samples) {
    for (int i = 0; i < samples.length; i += 3) {
      int y = (samples[i] & 0xFF) << 16 | 1 << 15;
      int cb = (samples[i + 1] & 0xFF) - 128;
      int cr = (samples[i + 2] & 0xFF) - 128;
      samples[i] = clamped((y + 91_881 * cr) >> 16);
      samples[i + 1] = clamped((y - 22_554 * cb - 46_802 * cr) >> 16);
      samples[i + 2] = clamped((y + 116_130 * cb) >> 16);
    }
  }

  private static byte clamped(int sample) {
    return (byte) Math.max(0, Math.min(255, sample));
  }
}
