package rahnamo.apktools;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.reandroid.arsc.chunk.xml.AndroidManifestBlock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppKitTest {

  private static final byte[] PNG = png(96, 96);

  private static byte[] png(int width, int height) {
    return ByteBuffer.allocate(40)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13})
        .put(new byte[] {'I', 'H', 'D', 'R'})
        .putInt(width)
        .putInt(height)
        .array();
  }

  @TempDir private Path folder;

  private final TreeMap<String, Content> drawings = new TreeMap<>();
  private final TreeMap<String, Content> files = new TreeMap<>();
  private AppKit kit;

  @BeforeEach
  void gather() {
    drawings.put(
        "drawable/icon.xml",
        Content.of(
            ("<vector xmlns:android=\"http://schemas.android.com/apk/res/android\""
                    + " android:width=\"1dp\" android:height=\"1dp\" android:viewportWidth=\"1\""
                    + " android:viewportHeight=\"1\"></vector>")
                .getBytes(UTF_8)));
    files.put("classes.dex", Content.of("dex".getBytes(UTF_8)));
    files.put("words.properties", Content.of("a=b".getBytes(UTF_8)));
    kit =
        new AppKit(
            """
            <manifest xmlns:android="http://schemas.android.com/apk/res/android"
                package="rahnamo.app" android:versionCode="1" android:versionName="0.1.0">
              <application android:label="@string/name" android:icon="@drawable/icon">
                <provider android:name="rahnamo.app.ShareProvider"
                    android:authorities="rahnamo.app.share" android:exported="false" />
              </application>
            </manifest>
            """,
            drawings,
            files);
  }

  private AppBrand brand(Optional<AppIcon> icon) {
    var assets = new TreeMap<String, Content>();
    assets.put("pack.zip", Content.of("pack".getBytes(UTF_8)));
    return new AppBrand(
        "org.example.help", Map.of("", "Help", "-tg", "Ёрӣ"), 26_030_100, "1.2", icon, assets);
  }

  private Path build(Optional<AppIcon> icon) throws Exception {
    Path apk = folder.resolve("app.apk");
    kit.build(brand(icon), SigningKey.create("Example", LocalDate.of(2026, 3, 1)), apk);
    return apk;
  }

  @Test
  void appIsThatOfThePublisher() throws Exception {
    try (var apk = new JarFile(build(Optional.empty()).toFile(), true);
        var in = apk.getInputStream(apk.getEntry("AndroidManifest.xml"))) {
      byte[] bytes = in.readAllBytes();
      var manifest = AndroidManifestBlock.load(new ByteArrayInputStream(bytes));

      assertEquals("org.example.help", manifest.getPackageName());
      assertEquals(26_030_100, manifest.getVersionCode());
      assertEquals("1.2", manifest.getVersionName());
      assertTrue(hasText(bytes, "org.example.help.share"));
      assertTrue(hasText(bytes, "rahnamo.app.ShareProvider"), "classes keep their names");
      assertEquals(0, apk.getEntry("assets/pack.zip").getMethod(), "so that its length is known");
      assertEquals(
          "a=b",
          new String(apk.getInputStream(apk.getEntry("words.properties")).readAllBytes(), UTF_8));
    }
  }

  /** Texts in a compiled manifest are stored in one of two encodings. */
  private static boolean hasText(byte[] bytes, String text) {
    return new String(bytes, ISO_8859_1).contains(text)
        || new String(bytes, ISO_8859_1).contains(new String(text.getBytes(UTF_16LE), ISO_8859_1));
  }

  @Test
  void ownPictureReplacesTheNeutralOne() throws Exception {
    try (var apk = new ZipFile(build(Optional.of(AppIcon.ofPng(PNG))).toFile())) {
      assertTrue(apk.getEntry("res/drawable/icon.xml") == null);
      assertArrayEquals(
          PNG, apk.getInputStream(apk.getEntry("res/drawable/icon.png")).readAllBytes());
    }
    byte[] svg = "<svg viewBox=\"0 0 9 9\"><path d=\"M0 0h9\"/></svg>".getBytes(UTF_8);
    try (var apk = new ZipFile(build(Optional.of(AppIcon.ofSvg(svg))).toFile())) {
      assertTrue(apk.getEntry("res/drawable/icon.xml") != null);
    }
    for (byte[] bad : List.of("GIF89a".getBytes(UTF_8), png(96, 95), png(32, 32), png(999, 999))) {
      assertThrows(IconException.class, () -> AppIcon.ofPng(bad));
    }
  }

  @Test
  void kitIsTheSameAfterWritingAndReading() throws Exception {
    Path zip = folder.resolve("kit.zip");
    kit.writeTo(zip);
    AppKit read = AppKit.read(Files.newInputStream(zip));
    Path again = folder.resolve("again.zip");
    read.writeTo(again);

    assertEquals(kit.manifest(), read.manifest());
    assertArrayEquals(Files.readAllBytes(zip), Files.readAllBytes(again));
  }

  @Test
  void otherZipIsNoKit() throws Exception {
    Path zip = folder.resolve("kit.zip");
    new AppKit("", drawings, files).writeTo(zip);
    Path other = folder.resolve("other.zip");
    try (var out = Files.newOutputStream(other)) {
      ApkZip.write(List.of(ApkFile.of("a.txt", Content.of(new byte[1]))), out);
    }
    assertThrows(IOException.class, () -> AppKit.read(Files.newInputStream(other)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "help",
        "org.Example",
        "org.1a",
        "org..a",
        "org.example.",
        "org.example help",
        "org.пример"
      })
  void wrongIdIsRefused(String id) {
    assertFalse(AppBrand.isId(id));
    assertThrows(
        IllegalArgumentException.class,
        () -> new AppBrand(id, Map.of("", "A"), 1, "1", Optional.empty(), new TreeMap<>()));
  }

  @Test
  void appNeedsANameForEveryLanguage() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new AppBrand(
                "org.example", Map.of("-tg", "A"), 1, "1", Optional.empty(), new TreeMap<>()));
  }
}
