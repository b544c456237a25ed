package rahnamo.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.MessageCatalog;

final class MediaInspectorTest {

  @TempDir Path temp;

  @Test
  void pictureHasItsSize() throws IOException {
    assertEquals("JPEG 37 × 21", inspect("a.jpg", Pictures.jpeg(Pictures.photo(37, 21))));
    assertEquals("JPEG 37 × 21", inspect("a.jpeg", Pictures.progressiveJpeg(photo())));
    assertEquals("PNG 37 × 21", inspect("a.png", Pictures.png(photo())));
    assertEquals("PNG 37 × 21", inspect("a.png", Pictures.interlacedPng(photo())));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 9, 65535})
  void uprightOrMirroredJpegKeepsItsSides(int orientation) throws IOException {
    byte[] jpeg = Pictures.withExif(Pictures.jpeg(photo()), orientation);
    assertEquals("JPEG 37 × 21", inspect("a.jpg", jpeg));
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 6, 7, 8})
  void turnedPictureSwapsItsSides(int orientation) throws IOException {
    byte[] jpeg = Pictures.withExif(Pictures.jpeg(photo()), orientation);
    assertEquals("JPEG 21 × 37", inspect("a.jpg", jpeg));
    byte[] exif = Pictures.exif(orientation, ByteOrder.LITTLE_ENDIAN);
    assertEquals("PNG 21 × 37", inspect("a.png", Pictures.withChunk(png(), "eXIf", exif)));
  }

  @Test
  void brokenExifCountsAsUpright() throws IOException {
    byte[] exif = Pictures.exif(6, ByteOrder.LITTLE_ENDIAN);
    var random = new Random(1);
    for (int i = 0; i < 200; i++) {
      byte[] broken = Arrays.copyOf(exif, random.nextInt(exif.length));
      for (int j = 0; j < 3 && broken.length > 0; j++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      }
      String result = inspect("a.png", Pictures.withChunk(png(), "eXIf", broken));
      assertTrue(result.equals("PNG 37 × 21") || result.equals("PNG 21 × 37"), result);
    }
  }

  @Test
  void tooManyPixelsAreRefusedWithoutDecodingThem() throws IOException {
    byte[] bomb = Pictures.blackPng(20_000, 20_000);
    assertTrue(bomb.length < 60_000, () -> bomb.length + " bytes");
    assertTimeout(
        Duration.ofSeconds(2),
        () ->
            assertEquals(
                "the picture has 20000 × 20000 pixels, more than 40000000 in all",
                inspect("a.png", bomb)));
  }

  @Test
  void longSideIsRefused() throws IOException {
    assertEquals(
        "the file is not a valid PNG: a side is longer than 65535 pixels",
        inspect("a.png", Pictures.blackPng(70_000, 1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 20, 100, 160})
  void truncatedHeaderIsReported(int length) throws IOException {
    byte[] jpeg = Arrays.copyOf(Pictures.withExif(Pictures.jpeg(photo()), 1), length);
    assertTrue(inspect("a.jpg", jpeg).startsWith("the file is not a valid JPEG: it "));
    byte[] png = Arrays.copyOf(png(), Math.min(length, 40));
    assertTrue(inspect("a.png", png).startsWith("the file is not a valid PNG: it "));
  }

  @Test
  void pictureWithoutSizeIsReported() throws IOException {
    assertEquals(
        "the file is not a valid PNG: its width or height is zero",
        inspect("a.png", Pictures.blackPng(0, 7)));
  }

  @Test
  void damagedHeaderIsReported() throws IOException {
    byte[] png = png();
    png[20] ^= 1;
    assertEquals("the file is not a valid PNG: it is damaged", inspect("a.png", png));
  }

  @Test
  void printColoursAreReported() throws IOException {
    int[] plane = new int[64];
    byte[] cmyk = Pictures.rawJpeg(8, 8, plane, plane, plane, plane);
    assertEquals(
        "the file is not a valid JPEG: its colours are made for printing (CMYK)",
        inspect("a.jpg", cmyk));
  }

  @Test
  void kindOfJpegThatBrowsersDoNotShowIsReported() throws IOException {
    byte[] jpeg = Pictures.jpeg(photo());
    int frame = indexOf(jpeg, 0xFF, 0xC0);
    jpeg[frame + 1] = (byte) 0xC9; // arithmetic coding
    assertEquals(
        "the file is not a valid JPEG: it is of a rare kind that browsers do not show",
        inspect("a.jpg", jpeg));
  }

  @ParameterizedTest
  @CsvSource({
    "a.png, a JPEG picture, FFD8FFE0",
    "a.jpg, a PNG picture, 89504E470D0A1A0A",
    "a.jpg, a GIF picture, 474946383961",
    "a.png, a WebP picture, 524946460000000057454250",
    "a.jpg, a HEIC or AVIF picture, 000000206674797068656963",
    "a.png, a sound, 494433030000",
    "a.mp3, a sound, 4F676753",
    "a.svg, a JPEG picture, FFD8FFE0",
    "a.ogg, a sound, 00000020667479704D344120",
  })
  void extensionThatPromisesAnotherFormatIsReported(String name, String format, String hex)
      throws IOException {
    String type = MediaType.ofName(name).orElseThrow().name();
    assertEquals(
        "the file is not a valid " + type + ": it is " + format,
        inspect(name, HexFormat.of().parseHex(hex)));
  }

  @Test
  void unknownBeginningIsReported() throws IOException {
    assertEquals(
        "the file is not a valid MP3: it begins like no known format",
        inspect("a.mp3", "<html>".getBytes(UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({
    "a.mp3, 4944330300000000",
    "a.mp3, FFFB90640000",
    "a.ogg, 4F67675300020000",
    "a.opus, 4F67675300020000",
    "a.m4a, 00000020667479704D344120",
    "a.m4a, 00000018667479706D703432",
  })
  void soundIsKnownByItsBeginning(String name, String hex) throws IOException {
    String type = MediaType.ofName(name).orElseThrow().name();
    assertEquals(type, inspect(name, HexFormat.of().parseHex(hex)));
  }

  @Test
  void unknownExtensionIsReported() throws IOException {
    assertEquals("files of the type `gif` are not used", inspect("a.gif", new byte[9]));
    assertEquals("files of the type `noname` are not used", inspect("noname", new byte[9]));
  }

  @Test
  void tooLargeFileIsReported() throws IOException {
    Path file = temp.resolve("a.mp3");
    try (var large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(MediaReader.MAX_SIZE + 1L);
    }
    assertEquals(
        "the file has 20971521 bytes, more than the 20971520 allowed", inspect(contentFile(file)));
  }

  @Test
  void missingFileIsReported() throws IOException {
    Path file = temp.resolve("a.mp3");
    String result = inspect(new ContentFile("media/a.mp3", file, "content/media/a.mp3", 5));
    assertEquals("the file cannot be read: it does not exist", result);
  }

  @Test
  void goodFilesBesideBadOnesKeepTheirOrder() throws IOException {
    var files =
        List.of(
            write("c.jpg", Pictures.jpeg(photo())),
            write("b.png", new byte[3]),
            write("a.png", png()));
    var diagnostics = new Diagnostics();
    List<MediaFile> usable = MediaInspector.inspect(files, diagnostics);
    assertEquals(
        List.of("c.jpg", "a.png"), usable.stream().map(media -> media.file().name()).toList());
    assertEquals(1, diagnostics.sorted().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "width='640' height='400' | SVG 640 × 400",
        "width='640px' height=' 400px ' viewBox='0 0 10 10' | SVG 640 × 400",
        "viewBox='0 0 300 150' | SVG 300 × 150",
        "viewBox='-5,-5, 12.5,.75' | SVG 13 × 1",
        "width='100%' height='100%' viewBox='0 0 300 150' | SVG 300 × 150",
        "width='100' viewBox='0 0 300 150' | SVG 100 × 50",
        "height='100' viewBox='0 0 300 150' | SVG 200 × 100",
        "width='25.4mm' height='1in' | SVG 96 × 96",
        "width='30pt' height='3pc' | SVG 40 × 48",
        "width='10cm' height='40q' | SVG 378 × 38",
        "width='640' | SVG",
        "width='-3' height='5' | SVG",
        "width='0' height='0' viewBox='0 0 0 0' | SVG",
        "width='99999999' height='5' | SVG",
        "width='2em' height='5' | SVG",
        "width='junk' height='' viewBox='junk' | SVG",
        "title='none' | SVG",
      })
  void drawingHasTheSizeThatItWants(String attributes, String expected) throws IOException {
    assertEquals(expected, inspectSvg(attributes + "/>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "><path d='M0 0h9v9z' fill='url(#g)'/></svg>",
        "><path style=\"fill:url('#g')\"/><path fill='url( #g )'/><path fill='URL(\"#g\")'/></svg>",
        "><style>.a > b { fill: url(#g) } .c{fill:#123}</style></svg>",
        " xmlns:xlink='http://www.w3.org/1999/xlink'><use xlink:href='#a'/><use href='#a'/></svg>",
        "><animate attributeName='opacity' from='0' to='1' dur='1s'/></svg>",
        "><!-- <script> --><title>on click: url(x)</title></svg>",
        " xmlns:i='http://www.inkscape.org/namespaces/inkscape' i:f='C:\\Users\\x' i:onx='1'/>",
        "><path id='image(1)' aria-label='src(2)' data-name='url(x)'/></svg>",
        "><text font-family='Noto Sans'>Тоҷикӣ &amp; ўзбек</text></svg>",
      })
  void goodDrawingIsUsed(String rest) throws IOException {
    assertEquals("SVG", inspectSvg(rest));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "><script>x()</script></svg> | <script>",
        "><g><foreignObject/></g></svg> | <foreignObject>",
        " xmlns:s='http://www.w3.org/2000/svg'><s:script/></svg> | <script>",
        " xmlns:h='http://www.w3.org/1999/xhtml'><h:p/></svg> | <p>",
        " onload='x()'/> | onload=\"x()\"",
        " ONLOAD='x()'/> | ONLOAD=\"x()\"",
        "><a href='https://a.b/'/></svg> | href=\"https://a.b/\"",
        "><a href=' javascript:x'/></svg> | href=\" javascript:x\"",
        "><a href='&#106;avascript:x'/></svg> | href=\"javascript:x\"",
        "><use href='other.svg#a'/></svg> | href=\"other.svg#a\"",
        " xmlns:q='http://www.w3.org/1999/xlink'><a q:href='x'/></svg> | href=\"x\"",
        "><image href='data:image/png;base64,AA=='/></svg> | href=\"data:image/png;base64,AA==\"",
        "><g xml:base='https://a.b/'/></svg> | base=\"https://a.b/\"",
        "><style>@import 'a.css';</style></svg> | @import 'a.css';",
        "><style>a{b:url(c)}</style></svg> | url(c)}",
        "><style>a{b:u<![CDATA[rl(c)}]]></style></svg> | url(c)}",
        "><style>a{b:image-set('c' 1x)}</style></svg> | image-set('c' 1x)}",
        "><path style='fill:url(  https://a.b/c#d)'/></svg>"
            + " | style=\"fill:url( https://a.b/c#d)\"",
        "><path fill='\\75rl(https://a.b)'/></svg> | fill=\"\\75rl(https://a.b)\"",
        "><path fill='Url(\"a#b\")'/></svg> | fill=\"Url(\"a#b\")\"",
        "><set attributeName='href' to='#b'/></svg> | attributeName=\"href\"",
        "><animate attributeName='xlink:href'/></svg> | attributeName=\"xlink:href\"",
        "><set attributeName='onclick' to='x'/></svg> | attributeName=\"onclick\"",
        "><?xml-stylesheet href='a.css'?></svg> | <?xml-stylesheet?>",
      })
  void unsafeDrawingIsRefused(String rest, String found) throws IOException {
    assertEquals("the drawing contains `" + found + "`", inspectSvg(rest));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE svg>",
        "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://localhost:1/svg.dtd\">",
        "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE svg [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
      })
  void documentTypeIsRefused(String type) throws IOException {
    String svg = type + "<svg xmlns='http://www.w3.org/2000/svg'/>";
    assertEquals("the drawing contains `<!DOCTYPE>`", inspect("a.svg", svg.getBytes(UTF_8)));
  }

  @Test
  void eachUnsafeThingIsReportedButNotWithoutEnd() throws IOException {
    assertEquals(
        "the drawing contains `<audio>`; the drawing contains `<script>`",
        inspectSvg("><script/><script/><audio/></svg>"));
    String many = "<a href='x%d'/>";
    var svg = new StringBuilder(">");
    for (int i = 0; i < 100; i++) {
      svg.append(many.replace("%d", "" + i));
    }
    assertEquals(10, inspectSvg(svg + "</svg>").split(";", -1).length);
  }

  @Test
  void longFindingIsCutShort() throws IOException {
    String result = inspectSvg("><image href='data:" + "A".repeat(1000) + "'/></svg>");
    assertEquals("the drawing contains `href=\"data:" + "A".repeat(49) + "…`", result);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "no XML",
        "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'>&nbsp;</svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'/><svg/>",
        "<svg xmlns='http://www.w3.org/2000/svg'>",
        "<svg xmlns='http://www.w3.org/2000/svg' a='1' a='2'/>",
        "<?xml version='1.0' encoding='no-such'?><svg/>",
      })
  void brokenXmlIsReported(String svg) throws IOException {
    assertTrue(inspect("a.svg", svg.getBytes(UTF_8)).startsWith("the file is not a valid SVG: "));
  }

  @Test
  void brokenXmlIsReportedWithItsLine() throws IOException {
    String svg = "<svg xmlns='http://www.w3.org/2000/svg'>\n<g>\n<path></g>\n</svg>";
    var diagnostics = new Diagnostics();
    MediaInspector.inspect(List.of(write("a.svg", svg.getBytes(UTF_8))), diagnostics);
    assertEquals(3, diagnostics.sorted().get(0).span().line());
  }

  @Test
  void bytesThatAreNotUtf8AreBrokenXml() throws IOException {
    String svg = "<svg xmlns='http://www.w3.org/2000/svg'>\u00E9\u00E9</svg>";
    assertEquals(
        "the file is not a valid SVG: the XML is broken",
        inspect("a.svg", svg.getBytes(ISO_8859_1)));
  }

  @Test
  void webPageIsNotDrawing() throws IOException {
    String notSvg =
        "the file is not a valid SVG: the first element is not"
            + " `<svg xmlns=\"http://www.w3.org/2000/svg\">`";
    assertEquals(notSvg, inspect("a.svg", "<html/>".getBytes(UTF_8)));
    assertEquals(notSvg, inspect("a.svg", "<svg/>".getBytes(UTF_8)));
  }

  @Test
  void deepDrawingIsRefusedQuickly() throws IOException {
    String deep = ">" + "<g>".repeat(1_000_000);
    assertTimeout(
        Duration.ofSeconds(5),
        () -> assertEquals("the file is not a valid SVG: the XML is broken", inspectSvg(deep)));
  }

  @Test
  void brokenFilesNeverBreakTheProgram() throws IOException {
    var console = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(console, true, UTF_8));
    try {
      inspectBrokenFiles();
    } finally {
      System.setErr(before);
    }
    assertEquals("", console.toString(UTF_8)); // the JDK's XML parser likes to talk
  }

  private void inspectBrokenFiles() throws IOException {
    var random = new Random(7);
    byte[][] originals = {
      Pictures.withExif(Pictures.jpeg(photo()), 6),
      Pictures.withChunk(png(), "eXIf", Pictures.exif(6, ByteOrder.BIG_ENDIAN)),
      svg("><style>a{fill:url(#b)}</style><a href='#c'/><![CDATA[x]]></svg>").getBytes(UTF_8),
    };
    String[] names = {"a.jpg", "a.png", "a.svg"};
    for (int i = 0; i < 3000; i++) {
      byte[] bytes = originals[i % 3].clone();
      int head = Math.min(bytes.length, 300);
      for (int j = 0; j <= random.nextInt(4); j++) {
        bytes[random.nextInt(head)] = (byte) random.nextInt();
      }
      if (random.nextInt(4) == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(head));
      }
      inspect(names[i % 3], bytes); // throws nothing
    }
  }

  private static BufferedImage photo() {
    return Pictures.photo(37, 21);
  }

  private static byte[] png() throws IOException {
    return Pictures.png(photo());
  }

  private String inspectSvg(String rest) throws IOException {
    return inspect("a.svg", svg(rest).getBytes(UTF_8));
  }

  private static String svg(String rest) {
    return "<svg xmlns='http://www.w3.org/2000/svg' " + rest;
  }

  /** The type and size, or what is wrong. */
  private String inspect(String name, byte[] bytes) throws IOException {
    return inspect(write(name, bytes));
  }

  private static String inspect(ContentFile file) {
    var diagnostics = new Diagnostics();
    List<MediaFile> usable = MediaInspector.inspect(List.of(file), diagnostics);
    MessageCatalog messages = MessageCatalog.of("en");
    return usable.isEmpty()
        ? diagnostics.sorted().stream().map(messages::message).collect(Collectors.joining("; "))
        : description(usable.get(0));
  }

  private static String description(MediaFile media) {
    OptionalInt width = media.width();
    return media.type()
        + (width.isPresent() ? " " + width.getAsInt() + " × " + media.height().orElseThrow() : "");
  }

  private ContentFile write(String name, byte[] bytes) throws IOException {
    return contentFile(Files.write(temp.resolve(name), bytes));
  }

  private static ContentFile contentFile(Path file) throws IOException {
    String name = file.getFileName().toString();
    return new ContentFile("media/" + name, file, "content/media/" + name, Files.size(file));
  }

  private static int indexOf(byte[] bytes, int first, int second) {
    for (int i = 0; i < bytes.length - 1; i++) {
      if (bytes[i] == (byte) first && bytes[i + 1] == (byte) second) {
        return i;
      }
    }
    throw new AssertionError("not found");
  }
}
