package rahnamo.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rahnamo.source.Pictures;
import rahnamo.source.PngHeader;
import rahnamo.source.UnreadableMediaException;

/** Our own reader and writer of PNG against those of the JDK. */
final class PngTest {

  private static final int[] SIZES = {1, 2, 3, 4, 5, 7, 8, 9, 16, 17, 33};

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_BYTE_BINARY,
        BufferedImage.TYPE_BYTE_INDEXED,
      })
  void pixelsAreReadAsTheJdkReadsThem(int type) throws IOException {
    for (int size : SIZES) {
      BufferedImage image = noise(size, 40 - size, type);
      requireSamePixels(image, Pictures.png(image));
      requireSamePixels(image, Pictures.interlacedPng(image));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8})
  void paletteOfAnyDepthWithTransparencyIsRead(int bits) throws IOException {
    int size = 1 << bits;
    var random = new Random(bits);
    byte[][] entries = new byte[4][size];
    for (byte[] band : entries) {
      random.nextBytes(band);
    }
    var model = new IndexColorModel(bits, size, entries[0], entries[1], entries[2], entries[3]);
    WritableRaster raster =
        bits == 8
            ? Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 21, 9, 1, null)
            : Raster.createPackedRaster(DataBuffer.TYPE_BYTE, 21, 9, 1, bits, null);
    fill(raster, size, random);
    var image = new BufferedImage(model, raster, false, null);
    requireSamePixels(image, Pictures.png(image));
    requireSamePixels(image, Pictures.interlacedPng(image));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void sixteenBitsAreRoundedToEight(int bands) throws IOException {
    boolean hasAlpha = bands % 2 == 0;
    int space = bands < 3 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB;
    var model =
        new ComponentColorModel(
            ColorSpace.getInstance(space),
            hasAlpha,
            false,
            hasAlpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
            DataBuffer.TYPE_USHORT);
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, 13, 6, bands, null);
    fill(raster, 65_536, new Random(bands));
    Bitmap decoded = decode(Pictures.png(new BufferedImage(model, raster, false, null)));
    assertEquals(bands == 2 ? 4 : bands, decoded.bands());
    for (int i = 0; i < 13 * 6; i++) {
      for (int band = 0; band < decoded.bands(); band++) {
        int stored = bands == 2 ? band / 3 : band;
        int sample = raster.getSample(i % 13, i / 13, stored);
        int actual = decoded.samples()[i * decoded.bands() + band] & 0xFF;
        assertEquals(Math.round(sample / 257.0), actual);
      }
    }
  }

  @Test
  void oneTransparentColourBecomesAlpha() throws IOException {
    var image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0x010203);
    image.setRGB(1, 0, 0x010204);
    byte[] png = Pictures.withChunk(Pictures.png(image), "tRNS", new byte[] {0, 1, 0, 2, 0, 3});
    Bitmap decoded = decode(png);
    assertEquals(0x00010203, argb(decoded, 0, 0));
    assertEquals(0xFF010204, argb(decoded, 1, 0));
  }

  @ParameterizedTest
  @CsvSource({
    // colours, grey, opaque; the depth and type to be written
    "2, false, true, 1, 3",
    "2, true, true, 1, 3",
    "3, false, false, 2, 3",
    "4, false, true, 2, 3",
    "5, false, true, 4, 3",
    "16, true, true, 4, 3",
    "17, true, true, 8, 0",
    "17, false, true, 8, 3",
    "256, false, false, 8, 3",
    "257, false, true, 8, 2",
    "257, false, false, 8, 6",
    "400, true, false, 8, 4",
  })
  void smallestFormIsWritten(int colours, boolean isGrey, boolean isOpaque, int depth, int type)
      throws IOException {
    byte[] samples = new byte[41 * 13 * 4];
    for (int i = 0; i < 41 * 13; i++) {
      int colour = i % colours;
      samples[4 * i] = (byte) colour;
      samples[4 * i + 1] = (byte) (isGrey ? colour : colour / 2);
      samples[4 * i + 2] = (byte) (isGrey ? colour : 255 - colour - colour / 256);
      samples[4 * i + 3] = (byte) (isOpaque ? 255 : colour / 3 + 1);
    }
    byte[] png = new PngEncoder(new Bitmap(41, 13, 4, samples)).encode(new byte[0], new byte[0]);
    PngHeader header = PngHeader.read(new ByteArrayInputStream(png));
    assertEquals(depth + " " + type, header.bitDepth() + " " + header.colorType());
    requireSamePixels(new Bitmap(41, 13, 4, samples), png);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4})
  void whatIsWrittenIsReadByTheJdk(int bands) throws IOException {
    var random = new Random(bands);
    for (int size : SIZES) {
      byte[] samples = new byte[size * 11 * bands];
      random.nextBytes(samples);
      var bitmap = new Bitmap(size, 11, bands, samples);
      requireSamePixels(bitmap, new PngEncoder(bitmap).encode(new byte[0], new byte[0]));
    }
  }

  @Test
  void photoIsSmallerThanTheJdkWritesIt() throws IOException {
    BufferedImage photo = Pictures.photo(200, 150);
    Bitmap decoded = decode(Pictures.png(photo));
    byte[] ours = new PngEncoder(decoded).encode(new byte[0], new byte[0]);
    assertTrue(ours.length < Pictures.png(photo).length, () -> ours.length + " bytes");
  }

  @Test
  void damageIsNoticed() throws IOException {
    byte[] png = Pictures.png(Pictures.photo(50, 40));
    var random = new Random(5);
    for (int i = 0; i < 500; i++) {
      byte[] broken = png.clone();
      broken[33 + random.nextInt(png.length - 33)] ^= (byte) (1 << random.nextInt(8));
      assertThrows(UnreadableMediaException.class, () -> decode(broken));
    }
  }

  private static void requireSamePixels(BufferedImage expected, byte[] png) throws IOException {
    Bitmap decoded = decode(png);
    boolean isGrey = decoded.bands() == 1;
    for (int y = 0; y < expected.getHeight(); y++) {
      for (int x = 0; x < expected.getWidth(); x++) {
        if (isGrey) { // the JDK's colours of grey pixels are not those of the file
          int sample = expected.getRaster().getSample(x, y, 0);
          boolean isBinary = expected.getType() == BufferedImage.TYPE_BYTE_BINARY;
          assertEquals(isBinary ? sample * 255 : sample, argb(decoded, x, y) & 0xFF);
        } else {
          assertEquals(expected.getRGB(x, y), argb(decoded, x, y));
        }
      }
    }
  }

  private static void requireSamePixels(Bitmap expected, byte[] png) throws IOException {
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
    boolean isGrey = read.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    for (int y = 0; y < expected.height(); y++) {
      for (int x = 0; x < expected.width(); x++) {
        int argb = argb(expected, x, y);
        if (isGrey) {
          assertEquals(argb & 0xFF, read.getRaster().getSample(x, y, 0));
          int alpha =
              read.getRaster().getNumBands() == 1 ? 255 : read.getRaster().getSample(x, y, 1);
          assertEquals(argb >>> 24, alpha);
        } else {
          assertEquals(argb, read.getRGB(x, y));
        }
      }
    }
  }

  private static int argb(Bitmap bitmap, int x, int y) {
    int at = (y * bitmap.width() + x) * bitmap.bands();
    byte[] samples = bitmap.samples();
    int red = samples[at] & 0xFF;
    int green = bitmap.bands() == 1 ? red : samples[at + 1] & 0xFF;
    int blue = bitmap.bands() == 1 ? red : samples[at + 2] & 0xFF;
    int alpha = bitmap.bands() == 4 ? samples[at + 3] & 0xFF : 255;
    return alpha << 24 | red << 16 | green << 8 | blue;
  }

  private static Bitmap decode(byte[] png) throws IOException {
    PngHeader header = PngHeader.read(new ByteArrayInputStream(png));
    var decoder = new PngDecoder(header, PngChunks.of(png));
    var rows = new ByteArrayOutputStream();
    decoder.decode(row -> rows.write(row, 0, row.length));
    return new Bitmap(header.width(), header.height(), decoder.bands(), rows.toByteArray());
  }

  private static BufferedImage noise(int width, int height, int type) {
    var image = new BufferedImage(width, height, type);
    var random = new Random(width);
    if (image.getColorModel() instanceof IndexColorModel model) {
      fill(image.getRaster(), model.getMapSize(), random);
      return image;
    }
    if (type == BufferedImage.TYPE_BYTE_GRAY) {
      fill(image.getRaster(), 256, random);
      return image;
    }
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, random.nextInt());
    }
    return image;
  }

  private static void fill(WritableRaster raster, int bound, Random random) {
    for (int y = 0; y < raster.getHeight(); y++) {
      for (int x = 0; x < raster.getWidth(); x++) {
        for (int band = 0; band < raster.getNumBands(); band++) {
          raster.setSample(x, y, band, random.nextInt(bound));
        }
      }
    }
  }
}
