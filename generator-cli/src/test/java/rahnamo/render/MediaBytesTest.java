package rahnamo.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.jcraft.jzlib.JZlib;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rahnamo.config.SiteConfig;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.source.ContentFile;
import rahnamo.source.MediaFile;
import rahnamo.source.MediaInspector;
import rahnamo.source.Pictures;

/** The same pictures give the same bytes, with another Java too. */
final class MediaBytesTest {

  @TempDir Path temp;

  @Test
  void secondTimeGivesTheSameBytes() throws IOException {
    writePictures();
    assertEquals(digests(temp), digests(temp));
  }

  /** JPEG files were compared between JDKs with two different libraries; this keeps it so. */
  @Test
  void bytesAreThoseOfEveryJava() throws IOException {
    var samples = new byte[60 * 50 * 3];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (i * i / 700 + i % 3 * 40);
    }
    var bitmap = new Bitmap(60, 50, 3, samples);
    assertEquals("5a34bddaab5db5ea", digest(JpegCodec.encode(bitmap, 80)));
    assertEquals(
        "9416683577a33e73", digest(new PngEncoder(bitmap).encode(new byte[0], new byte[0])));
  }

  @Test
  void otherJavaGivesTheSameBytes() throws IOException, InterruptedException {
    String other = System.getProperty("rahnamo.secondJdk", "");
    if (other.isEmpty()) {
      System.err.println(
          "PICTURES NOT COMPARED with a second Java: name one with -Drahnamo.secondJdk=<its"
              + " folder>");
    }
    Assumptions.assumeFalse(other.isEmpty(), "NOT COMPARED: no -Drahnamo.secondJdk");
    writePictures();
    var command = new ArrayList<String>();
    command.add(Path.of(other, "bin", "java").toString());
    command.addAll(List.of("-Djava.awt.headless=true", "-cp", classPath()));
    command.addAll(List.of(MediaBytesTest.class.getName(), temp.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), said);
    assertEquals(digests(temp), said);
  }

  /** The second Java: prints the digests of the pictures in a folder. */
  public static void main(String[] arguments) throws IOException {
    var out = new PrintStream(System.out, true, UTF_8);
    out.print(digests(Path.of(arguments[0])));
  }

  private void writePictures() throws IOException {
    for (int width : new int[] {1, 7, 64, 333, 1400}) {
      BufferedImage photo = Pictures.photo(width, width * 2 / 3 + 1);
      write(width + ".jpg", Pictures.jpeg(photo));
      write(width + "-progressive.jpg", Pictures.progressiveJpeg(photo));
      write(width + "-turned.jpg", Pictures.withExif(Pictures.jpeg(photo), 6));
      write(width + ".png", Pictures.png(photo));
      write(width + "-interlaced.png", Pictures.interlacedPng(photo));
    }
    int[][] planes = new int[3][];
    for (int i = 0; i < 3; i++) {
      int factor = i + 2;
      planes[i] = IntStream.range(0, 60_000).map(x -> x / factor & 255).toArray();
    }
    byte[] raw = Pictures.rawJpeg(300, 200, planes);
    write("rgb.jpg", Pictures.withAdobe(raw, 0));
    write("full-colour.jpg", Pictures.withAdobe(raw, 1));
    var palette = new BufferedImage(300, 200, BufferedImage.TYPE_BYTE_INDEXED);
    palette.createGraphics().fillOval(20, 20, 200, 150);
    write("palette.png", Pictures.png(palette));
    var alpha = new BufferedImage(300, 200, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 60_000; i++) {
      alpha.setRGB(i % 300, i / 300, i * 7919);
    }
    write("alpha.png", Pictures.png(alpha));
    String svg = "<svg xmlns='http://www.w3.org/2000/svg'><!-- x --><g id='&#1203;'/></svg>";
    write("a.svg", svg.getBytes(UTF_8));
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(temp.resolve(name), bytes);
  }

  private static String digests(Path folder) throws IOException {
    var digests = new StringBuilder();
    for (MediaFile media : MediaInspector.inspect(files(folder), new Diagnostics())) {
      byte[] rendered = new MediaRenderer().render(media, new SiteConfig.Images(160, 80));
      digests.append(media.file().name()).append(' ').append(digest(rendered)).append('\n');
    }
    return digests.toString();
  }

  private static List<ContentFile> files(Path folder) throws IOException {
    var files = new ArrayList<ContentFile>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.sorted(Comparator.comparing(Path::toString)).toList()) {
        String name = path.getFileName().toString();
        files.add(new ContentFile("media/" + name, path, name, Files.size(path)));
      }
    }
    return files;
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where the classes lie that the second Java needs; the tests' own path may be a launcher's. */
  private static String classPath() {
    return Stream.of(MediaBytesTest.class, MediaRenderer.class, JZlib.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().toString())
        .map(location -> Path.of(URI.create(location)).toString())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }
}
