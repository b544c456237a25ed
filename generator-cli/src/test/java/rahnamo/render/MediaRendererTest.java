package rahnamo.render;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rahnamo.config.SiteConfig;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.MessageCatalog;
import rahnamo.source.ContentFile;
import rahnamo.source.MediaFile;
import rahnamo.source.MediaInspector;
import rahnamo.source.Pictures;
import rahnamo.source.UnreadableMediaException;

final class MediaRendererTest {

  private static final SiteConfig.Images IMAGES = new SiteConfig.Images(100, 90);

  @TempDir Path temp;

  @Test
  void smallJpegKeepsItsPixelsAndLosesTheNotesOfTheCamera() throws IOException {
    byte[] jpeg = Pictures.jpeg(Pictures.photo(100, 70));
    byte[] noted = Pictures.withSegment(jpeg, 0xFE, "SECRET comment".getBytes(UTF_8));
    noted = Pictures.withSegment(noted, 0xED, "Photoshop SECRET".getBytes(UTF_8));
    noted = Pictures.withSegment(noted, 0xE2, "ICC_PROFILE\0SECRET".getBytes(UTF_8));
    noted = Pictures.withExif(noted, 1);
    noted = Arrays.copyOf(noted, noted.length + 5000); // a film behind the picture
    byte[] rendered = render("a.jpg", noted);
    requireNoNotes(rendered);
    assertArrayEquals(raw(jpeg), raw(rendered));
    assertTrue(rendered.length <= jpeg.length);
    assertArrayEquals(rendered, render("a.jpg", rendered));
  }

  @Test
  void progressiveJpegIsKeptToo() throws IOException {
    byte[] jpeg = Pictures.progressiveJpeg(Pictures.photo(90, 70));
    byte[] rendered = render("a.jpg", Pictures.withExif(jpeg, 1));
    requireNoNotes(rendered);
    assertArrayEquals(raw(jpeg), raw(rendered));
  }

  @Test
  void adobesMarkStaysBecauseItChangesTheColours() throws IOException {
    int[] plane = new Random(1).ints(64, 0, 256).toArray();
    byte[] jpeg = Pictures.withAdobe(Pictures.rawJpeg(8, 8, plane, plane, plane), 0);
    String rendered = new String(render("a.jpg", jpeg), ISO_8859_1);
    assertTrue(rendered.contains("Adobe"));
    assertFalse(rendered.contains("JFIF"));
  }

  @ParameterizedTest
  @CsvSource({"400, 300", "101, 33", "1000, 3", "213, 777"})
  void wideJpegBecomesAsWideAsTheSiteWants(int width, int height) throws IOException {
    BufferedImage photo = Pictures.photo(width, height);
    byte[] jpeg = Pictures.withExif(Pictures.jpeg(photo), 1);
    byte[] rendered = render("a.jpg", jpeg);
    BufferedImage read = read(rendered);
    requireNoNotes(rendered);
    assertEquals(100, read.getWidth());
    assertEquals(Math.max(1, Math.round((double) height * 100 / width)), read.getHeight());
    requireSimilar(photo, read);
  }

  @Test
  void progressiveJpegIsMadeSmaller() throws IOException {
    BufferedImage photo = Pictures.photo(333, 222);
    requireSimilar(photo, read(render("a.jpg", Pictures.progressiveJpeg(photo))));
  }

  @Test
  void hugeJpegIsDecodedInPartAndLooksTheSame() throws IOException {
    BufferedImage small = Pictures.photo(100, 85);
    var huge = new BufferedImage(5000, 4250, BufferedImage.TYPE_INT_RGB);
    huge.createGraphics().drawImage(small, 0, 0, 5000, 4250, null);
    requireSimilar(huge, read(render("a.jpg", Pictures.jpeg(huge))));
  }

  @Test
  void greyJpegStaysGrey() throws IOException {
    var grey = new BufferedImage(300, 200, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 60_000; i++) {
      grey.getRaster().setSample(i % 300, i / 300, 0, i % 300 * 255 / 300);
    }
    BufferedImage read = read(render("a.jpg", Pictures.jpeg(grey)));
    assertEquals(1, read.getRaster().getNumBands());
    for (int x = 0; x < 100; x++) {
      assertEquals((x * 3 + 1) * 255 / 300.0, read.getRaster().getSample(x, 30, 0), 4);
    }
  }

  @Test
  void jpegWhosePlanesAreRedGreenAndBlueKeepsItsColours() throws IOException {
    int[] red = new int[200 * 100];
    Arrays.fill(red, 220);
    int[] green = new int[red.length];
    Arrays.fill(green, 60);
    int[] blue = new int[red.length];
    byte[] jpeg = Pictures.withAdobe(Pictures.rawJpeg(200, 100, red, green, blue), 0);
    requireSimilar(0xDC3C00, read(render("a.jpg", jpeg)).getRGB(50, 25));
  }

  @ParameterizedTest
  @CsvSource({
    // Exif value; colours of the corners: above left and right, below left and right
    "1, R G B W",
    "2, G R W B",
    "3, W B G R",
    "4, B W R G",
    "5, R B G W",
    "6, B R W G",
    "7, W G B R",
    "8, G W R B",
  })
  void pictureIsTurnedUpright(int orientation, String corners) throws IOException {
    for (int width : new int[] {48, 480}) {
      BufferedImage quarters = Pictures.quarters(width, width / 3 * 2);
      byte[] jpeg = render("a.jpg", Pictures.withExif(Pictures.jpeg(quarters), orientation));
      byte[] exif = Pictures.exif(orientation, ByteOrder.BIG_ENDIAN);
      byte[] png = render("a.png", Pictures.withChunk(Pictures.png(quarters), "eXIf", exif));
      for (byte[] rendered : List.of(jpeg, png)) {
        BufferedImage read = read(rendered);
        requireNoNotes(rendered);
        assertEquals(orientation > 4, read.getHeight() > read.getWidth());
        assertEquals(corners, corners(read));
      }
    }
  }

  @Test
  void smallPngKeepsItsPixelsAndLosesTexts() throws IOException {
    byte[] gamma = {0, 0, (byte) 0xB1, (byte) 0x8F};
    byte[] plain = Pictures.withChunk(Pictures.png(Pictures.photo(60, 40)), "gAMA", gamma);
    byte[] noted = Pictures.withChunk(plain, "tEXt", "Author\0SECRET".getBytes(UTF_8));
    noted = Pictures.withChunk(noted, "iTXt", "XML:com.adobe.xmp\0SECRET".getBytes(UTF_8));
    noted = Pictures.withChunk(noted, "eXIf", Pictures.exif(1, ByteOrder.LITTLE_ENDIAN));
    noted = Pictures.withChunk(noted, "iCCP", "x\0\0SECRET".getBytes(UTF_8));
    noted = Arrays.copyOf(noted, noted.length + 100);
    assertArrayEquals(plain, render("a.png", noted));
  }

  @ParameterizedTest
  @CsvSource({"400, 300", "101, 33", "1000, 3"})
  void widePngBecomesAsWideAsTheSiteWants(int width, int height) throws IOException {
    BufferedImage photo = Pictures.photo(width, height);
    byte[] gamma = {0, 0, (byte) 0xB1, (byte) 0x8F};
    byte[] png = Pictures.withChunk(Pictures.png(photo), "gAMA", gamma);
    byte[] rendered = render("a.png", Pictures.withChunk(png, "tEXt", "a\0SECRET".getBytes(UTF_8)));
    requireNoNotes(rendered);
    assertTrue(new String(rendered, ISO_8859_1).contains("gAMA"));
    BufferedImage read = read(rendered);
    assertEquals(100, read.getWidth());
    assertEquals(Math.max(1, Math.round((double) height * 100 / width)), read.getHeight());
    requireSimilar(photo, read);
  }

  @Test
  void fewColoursStayPalette() throws IOException {
    var image = new BufferedImage(400, 400, BufferedImage.TYPE_BYTE_BINARY);
    image.createGraphics().fillRect(0, 0, 200, 400);
    byte[] rendered = render("a.png", Pictures.png(image));
    assertTrue(new String(rendered, ISO_8859_1).contains("PLTE"));
    assertTrue(rendered.length < 200, () -> rendered.length + " bytes");
  }

  @Test
  void drawingLosesItsComments() throws IOException {
    String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><!-- SECRET --><g/></svg>";
    byte[] expected = "<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>\n".getBytes(UTF_8);
    assertArrayEquals(expected, render("a.svg", svg.getBytes(UTF_8)));
  }

  @Test
  void soundIsCopied() throws IOException {
    byte[] sound = "ID3 and so on".getBytes(UTF_8);
    assertArrayEquals(sound, render("a.mp3", sound));
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 300})
  void pictureThatIsCutOffIsReported(int width) throws IOException {
    byte[] jpeg = Pictures.jpeg(Pictures.photo(width, 70));
    byte[] png = Pictures.png(Pictures.photo(width, 70));
    for (int percent : new int[] {50, 80, 99}) {
      byte[] half = Arrays.copyOf(jpeg, jpeg.length * percent / 100);
      assertEquals("the file is not a valid JPEG: it is cut off", problem("a.jpg", half));
      half = Arrays.copyOf(png, png.length * percent / 100);
      assertEquals("the file is not a valid PNG: it is cut off", problem("a.png", half));
    }
  }

  @Test
  void jpegThatDecodersFillDifferentlyIsReported() throws IOException {
    byte[] jpeg = Pictures.jpeg(Pictures.photo(300, 200));
    int sampling = new String(jpeg, ISO_8859_1).indexOf("\u00FF\u00C0") + 11;
    jpeg[sampling] = 0x12; // each second row of colours, but all columns
    assertEquals(
        "the file is not a valid JPEG: its colours are stored in a rare way (4:4:0)",
        problem("a.jpg", jpeg));
  }

  @Test
  void endlessScansAreReported() throws IOException {
    byte[] jpeg = Pictures.progressiveJpeg(Pictures.photo(300, 200));
    byte[] scan = {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 0, 0, 1};
    byte[] bomb = Arrays.copyOf(jpeg, jpeg.length - 2 + 101 * scan.length + 2);
    for (int i = 0; i < 101; i++) {
      System.arraycopy(scan, 0, bomb, jpeg.length - 2 + i * scan.length, scan.length);
    }
    bomb[bomb.length - 2] = (byte) 0xFF;
    bomb[bomb.length - 1] = (byte) 0xD9;
    assertEquals(
        "the file is not a valid JPEG: it is of a rare kind that browsers do not show",
        problem("a.jpg", bomb));
  }

  @Test
  void fileThatChangedAfterItWasLookedAtIsReported() throws IOException {
    MediaFile media = media("a.png", Pictures.png(Pictures.photo(30, 30)));
    Files.write(temp.resolve("a.png"), Pictures.blackPng(6000, 6000));
    var renderer = new MediaRenderer();
    var problem =
        assertThrows(UnreadableMediaException.class, () -> renderer.render(media, IMAGES));
    assertEquals("media.changed", problem.getMessage());
  }

  @Test
  void brokenFilesNeverBreakTheProgram() throws IOException {
    var random = new Random(11);
    byte[][] originals = {
      Pictures.withExif(Pictures.jpeg(Pictures.photo(120, 40)), 6),
      Pictures.progressiveJpeg(Pictures.photo(120, 40)),
      Pictures.png(Pictures.photo(120, 40)),
      Pictures.interlacedPng(Pictures.photo(120, 40)),
    };
    for (int i = 0; i < 1000; i++) {
      byte[] bytes = originals[i % 4].clone();
      for (int j = 0; j <= random.nextInt(3); j++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      problem(i % 4 < 2 ? "a.jpg" : "a.png", bytes); // nothing but what an author can mend
    }
  }

  private String problem(String name, byte[] bytes) throws IOException {
    ContentFile file = write(name, bytes);
    var diagnostics = new Diagnostics();
    for (MediaFile media : MediaInspector.inspect(List.of(file), diagnostics)) {
      try {
        new MediaRenderer().render(media, IMAGES);
        return "";
      } catch (UnreadableMediaException e) {
        diagnostics.report(e.diagnostic(file, media.type()));
      }
    }
    return MessageCatalog.of("en").message(diagnostics.sorted().get(0));
  }

  private byte[] render(String name, byte[] bytes) throws IOException {
    return new MediaRenderer().render(media(name, bytes), IMAGES);
  }

  private MediaFile media(String name, byte[] bytes) throws IOException {
    var diagnostics = new Diagnostics();
    List<MediaFile> media = MediaInspector.inspect(List.of(write(name, bytes)), diagnostics);
    assertEquals(List.of(), diagnostics.sorted());
    return media.get(0);
  }

  private ContentFile write(String name, byte[] bytes) throws IOException {
    Path file = Files.write(temp.resolve(name), bytes);
    return new ContentFile("media/" + name, file, "content/media/" + name, bytes.length);
  }

  private static void requireNoNotes(byte[] rendered) {
    String text = new String(rendered, ISO_8859_1);
    for (String note : List.of("SECRET", "Exif", "eXIf", "GPS", "ICC", "tEXt", "iTXt")) {
      assertFalse(text.contains(note), note);
    }
  }

  /** The planes as they are coded. */
  private static byte[] raw(byte[] jpeg) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
      reader.setInput(in);
      Raster raster = reader.readRaster(0, null);
      Object samples = raster.getDataElements(0, 0, raster.getWidth(), raster.getHeight(), null);
      return (byte[]) samples;
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage read(byte[] picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(picture));
  }

  /** Compares each pixel with the mean of its place in the original. */
  private static void requireSimilar(BufferedImage original, BufferedImage smaller) {
    double total = 0;
    for (int y = 0; y < smaller.getHeight(); y++) {
      for (int x = 0; x < smaller.getWidth(); x++) {
        int fromX = x * original.getWidth() / smaller.getWidth();
        int toX = Math.max(fromX + 1, (x + 1) * original.getWidth() / smaller.getWidth());
        int fromY = y * original.getHeight() / smaller.getHeight();
        int toY = Math.max(fromY + 1, (y + 1) * original.getHeight() / smaller.getHeight());
        for (int shift = 0; shift < 24; shift += 8) {
          double sum = 0;
          for (int oy = fromY; oy < toY; oy++) {
            for (int ox = fromX; ox < toX; ox++) {
              sum += original.getRGB(ox, oy) >> shift & 0xFF;
            }
          }
          double mean = sum / (toX - fromX) / (toY - fromY);
          total += Math.abs(mean - (smaller.getRGB(x, y) >> shift & 0xFF));
        }
      }
    }
    double difference = total / smaller.getWidth() / smaller.getHeight() / 3;
    assertTrue(difference < 5, () -> "mean difference " + difference);
  }

  private static void requireSimilar(int expected, int actual) {
    for (int shift = 0; shift < 24; shift += 8) {
      assertEquals(expected >> shift & 0xFF, actual >> shift & 0xFF, 4);
    }
  }

  private static String corners(BufferedImage image) {
    int right = image.getWidth() * 3 / 4;
    int below = image.getHeight() * 3 / 4;
    int left = image.getWidth() / 4;
    int above = image.getHeight() / 4;
    return String.join(
        " ",
        letter(image.getRGB(left, above)),
        letter(image.getRGB(right, above)),
        letter(image.getRGB(left, below)),
        letter(image.getRGB(right, below)));
  }

  private static String letter(int rgb) {
    int bits = (rgb >> 23 & 1) << 2 | (rgb >> 15 & 1) << 1 | (rgb >> 7 & 1);
    return List.of("K", "B", "G", "C", "R", "M", "Y", "W").get(bits);
  }
}
