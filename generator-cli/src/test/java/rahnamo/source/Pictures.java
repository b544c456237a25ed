package rahnamo.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures for tests, good and bad, made on the spot. */
public final class Pictures {

  private Pictures() {}

  /** Something like a photo: a sky, a few round things, some noise. */
  public static BufferedImage photo(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var random = new Random(width * 31L + height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int noise = random.nextInt(12);
        boolean isRound = (x - width / 3) * (x - width / 3) + y * y < width * width / 16;
        int red = noise + (isRound ? 200 : 90 + 100 * y / height);
        int green = noise + 60 + 150 * x / width;
        int blue = noise + 30 + 200 * y / height;
        image.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
    return image;
  }

  /** Four quarters: red, green; blue, white. */
  public static BufferedImage quarters(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int upper = x < width / 2 ? 0xFF0000 : 0x00FF00;
        int lower = x < width / 2 ? 0x0000FF : 0xFFFFFF;
        image.setRGB(x, y, y < height / 2 ? upper : lower);
      }
    }
    return image;
  }

  /** A JPEG file as the JDK writes it. */
  public static byte[] jpeg(BufferedImage image) throws IOException {
    return write("jpeg", new IIOImage(image, null, null), false);
  }

  /** A JPEG file in several scans. */
  public static byte[] progressiveJpeg(BufferedImage image) throws IOException {
    return write("jpeg", new IIOImage(image, null, null), true);
  }

  /** A JPEG file of planes that nobody has converted, without any marks of what they mean. */
  public static byte[] rawJpeg(int width, int height, int[]... planes) throws IOException {
    WritableRaster raster = Raster.createInterleavedRaster(0, width, height, planes.length, null);
    for (int plane = 0; plane < planes.length; plane++) {
      raster.setSamples(0, 0, width, height, plane, planes[plane]);
    }
    return write("jpeg", new IIOImage(raster, null, null), false);
  }

  /** A PNG file as the JDK writes it. */
  public static byte[] png(RenderedImage image) throws IOException {
    return write("png", new IIOImage(image, null, null), false);
  }

  /** A PNG file in seven passes. */
  public static byte[] interlacedPng(RenderedImage image) throws IOException {
    return write("png", new IIOImage(image, null, null), true);
  }

  private static byte[] write(String format, IIOImage image, boolean isProgressive)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (isProgressive) {
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      writer.write(null, image, param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** A JPEG file with one more segment behind its beginning. */
  public static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
    ByteBuffer segment = ByteBuffer.allocate(content.length + 4);
    segment.put((byte) 0xFF).put((byte) marker).putShort((short) (content.length + 2)).put(content);
    return inserted(jpeg, 2, segment.array());
  }

  /** What a telephone adds to a photo: how it was held, where, and a small copy of the picture. */
  public static byte[] exif(int orientation, ByteOrder order) {
    ByteBuffer tiff = ByteBuffer.allocate(200).order(order);
    tiff.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(ISO_8859_1));
    tiff.putShort((short) 42).putInt(8).putShort((short) 3);
    tiff.putShort((short) 0x010F).putShort((short) 2).putInt(8).putInt(60);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
    tiff.putShort((short) 0);
    tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(80).putInt(0);
    tiff.position(60).put("SECRET-CAMERA GPSLatitude 55.7558".getBytes(UTF_8));
    return tiff.array();
  }

  /** A JPEG file from a telephone. */
  public static byte[] withExif(byte[] jpeg, int orientation) {
    byte[] exif = exif(orientation, ByteOrder.BIG_ENDIAN);
    byte[] content = inserted(exif, 0, "Exif\0\0".getBytes(ISO_8859_1));
    return withSegment(jpeg, 0xE1, content);
  }

  /** A JPEG file with Adobe's mark; 0 means that its planes are red, green and blue. */
  public static byte[] withAdobe(byte[] jpeg, int transform) {
    byte[] content = Arrays.copyOf("Adobe".getBytes(ISO_8859_1), 12);
    content[6] = 100;
    content[11] = (byte) transform;
    return withSegment(jpeg, 0xEE, content);
  }

  /** A PNG file with one more chunk behind its header. */
  public static byte[] withChunk(byte[] png, String type, byte[] content) throws IOException {
    return inserted(png, 33, chunk(type, content));
  }

  /** A PNG file of black pixels, one bit each, made without a picture of that size. */
  public static byte[] blackPng(int width, int height) throws IOException {
    var header = new ByteArrayOutputStream();
    var out = new DataOutputStream(header);
    out.writeInt(width);
    out.writeInt(height);
    out.write(new byte[] {1, 0, 0, 0, 0});
    var pixels = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(pixels)) {
      byte[] row = new byte[1 + (width + 7) / 8];
      for (int y = 0; y < height; y++) {
        deflater.write(row);
      }
    }
    var file = new ByteArrayOutputStream();
    file.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    file.write(chunk("IHDR", header.toByteArray()));
    file.write(chunk("IDAT", pixels.toByteArray()));
    file.write(chunk("IEND", new byte[0]));
    return file.toByteArray();
  }

  private static byte[] chunk(String type, byte[] content) throws IOException {
    byte[] body = inserted(content, 0, type.getBytes(ISO_8859_1));
    var crc = new CRC32();
    crc.update(body);
    var chunk = new ByteArrayOutputStream();
    var out = new DataOutputStream(chunk);
    out.writeInt(content.length);
    out.write(body);
    out.writeInt((int) crc.getValue());
    return chunk.toByteArray();
  }

  private static byte[] inserted(byte[] bytes, int at, byte[] more) {
    return ByteBuffer.allocate(bytes.length + more.length)
        .put(bytes, 0, at)
        .put(more)
        .put(bytes, at, bytes.length - at)
        .array();
  }
}
