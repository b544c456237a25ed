package rahnamo.render;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import rahnamo.source.UnreadableMediaException;

/**
 * The JDK's own JPEG decoder and encoder, kept away from what differs between JDKs: colour
 * profiles, conversion of colours, plug-ins and the marks of cameras.
 */
final class JpegCodec {

  private static final String FORMAT = "jpeg";

  private JpegCodec() {}

  /**
   * The colour planes as they are coded, of each {@code step}-th pixel of each {@code step}-th row.
   * The file must have been made by {@link JpegStripper#forDecoder}.
   */
  static Raster decode(byte[] jpeg, int step) throws UnreadableMediaException {
    ImageReader reader = ofTheJdk(ImageIO.getImageReadersByFormatName(FORMAT));
    var isDamaged = new AtomicBoolean();
    reader.addIIOReadWarningListener((source, text) -> warn(text, isDamaged));
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
      reader.setInput(in, true, true);
      ImageReadParam param = reader.getDefaultReadParam();
      param.setSourceSubsampling(step, step, step / 2, step / 2);
      Raster raster = reader.readRaster(0, param);
      if (!isDamaged.get()) {
        return raster;
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      isDamaged.set(true); // the bytes are in memory, so only they can be at fault
    } finally {
      reader.dispose();
    }
    throw new UnreadableMediaException("media.damaged");
  }

  /** What a decoder warns of is damage that it fills with guesses, all but some bytes too many. */
  private static void warn(String text, AtomicBoolean isDamaged) {
    if (!text.contains("extraneous bytes")) {
      isDamaged.set(true);
    }
  }

  /** A baseline JPEG with tables of its own; colours are stored at half the size. */
  static byte[] encode(Bitmap bitmap, int quality) throws IOException {
    ImageWriter writer = ofTheJdk(ImageIO.getImageWritersByFormatName(FORMAT));
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      var param = (JPEGImageWriteParam) writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality / 100f);
      param.setOptimizeHuffmanTables(true);
      writer.write(null, new IIOImage(image(bitmap), null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static BufferedImage image(Bitmap bitmap) {
    boolean isGrey = bitmap.bands() == 1;
    int space = isGrey ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB;
    var model =
        new ComponentColorModel(
            ColorSpace.getInstance(space), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
    byte[] samples = bitmap.samples();
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(samples, samples.length),
            bitmap.width(),
            bitmap.height(),
            bitmap.width() * bitmap.bands(),
            bitmap.bands(),
            isGrey ? new int[] {0} : new int[] {0, 1, 2},
            null);
    return new BufferedImage(model, raster, false, null);
  }

  private static <T> T ofTheJdk(Iterator<T> plugins) {
    while (plugins.hasNext()) {
      T plugin = plugins.next();
      if (ImageIO.class.getModule().equals(plugin.getClass().getModule())) {
        return plugin;
      }
    }
    throw new IllegalStateException("this Java has no JPEG codec");
  }
}
