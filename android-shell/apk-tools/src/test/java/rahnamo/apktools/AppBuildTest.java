package rahnamo.apktools;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An app made of a small class, in all steps; the built app itself is checked where it is built.
 */
class AppBuildTest {

  @TempDir private Path folder;

  private Path apk;

  @BeforeEach
  void writeResources() throws IOException {
    apk = folder.resolve("out/app.apk");
    Files.createDirectories(folder.resolve("res/drawable"));
    Files.writeString(
        folder.resolve("res/drawable/icon.xml"),
        """
        <vector xmlns:android="http://schemas.android.com/apk/res/android" android:width="1dp"
            android:height="1dp" android:viewportWidth="1" android:viewportHeight="1">
          <path android:fillColor="#ff000000" android:pathData="M0,0H1V1Z" />
        </vector>
        """);
    Files.writeString(
        folder.resolve("AndroidManifest.xml"),
        """
        <manifest xmlns:android="http://schemas.android.com/apk/res/android" package="rahnamo.app">
          <uses-sdk android:minSdkVersion="21" android:targetSdkVersion="34" />
          <application android:name="A" android:label="@string/name"
              android:icon="@drawable/icon" />
        </manifest>
        """);
  }

  @Test
  void sameSourcesGiveTheSameApp() throws Exception {
    compile("class A { int a = 1; }");
    build();
    byte[] first = Files.readAllBytes(apk);
    build();

    assertArrayEquals(first, Files.readAllBytes(apk));
    try (var left = Files.list(apk.getParent())) {
      assertEquals(
          List.of(apk, folder.resolve("out/kit.zip")),
          left.sorted().toList(),
          "nothing is left behind");
    }
  }

  @Test
  void everyFileIsSignedForOldPhones() throws Exception {
    compile("class A {}");
    Files.writeString(Files.createDirectories(folder.resolve("assets")).resolve("a.txt"), "text");
    build();

    try (var jar = new JarFile(apk.toFile(), true)) {
      var entry = jar.getJarEntry("assets/a.txt");
      try (var in = jar.getInputStream(entry)) {
        assertEquals("text", new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
      assertEquals(SigningKey.ofTests().certificate(), entry.getCertificates()[0]);
    }
  }

  @Test
  void longNamesAreFoldedInTheSignedManifest() throws Exception {
    compile("class A {}");
    String name = "n".repeat(150) + ".txt";
    Files.writeString(Files.createDirectories(folder.resolve("assets")).resolve(name), "text");
    build();

    try (var jar = new JarFile(apk.toFile(), true)) {
      assertTrue(jar.getManifest().getEntries().containsKey("assets/" + name));
    }
  }

  @Test
  void storedFilesLieAtAMultipleOfFour() throws Exception {
    compile("class A {}");
    Path assets = Files.createDirectories(folder.resolve("assets"));
    for (int i = 1; i < 9; i++) {
      Files.writeString(assets.resolve("x".repeat(i) + ".zip"), "stored " + i);
    }
    build();

    byte[] bytes = Files.readAllBytes(apk);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    for (int i = 1; i < 9; i++) {
      assertEquals(0, text.indexOf("stored " + i) % 4, "file " + i);
    }
    try (var zip = new ZipFile(apk.toFile())) {
      assertEquals(0, zip.getEntry("resources.arsc").getMethod(), "Android 11 maps it into memory");
    }
  }

  @Test
  void whatOldPhonesCannotRunIsRefused() throws Exception {
    for (String wrong :
        List.of(
            "class A { Runnable a = () -> {}; }",
            "interface A { default int a() { return 1; } }",
            "interface A { static int a() { return 1; } }")) {
      compile(wrong);
      IOException problem = assertThrows(IOException.class, this::build, wrong);
      assertTrue(
          String.valueOf(problem.getMessage()).startsWith("these classes do not fit Android"),
          wrong);
    }
  }

  @Test
  void keyOfAPublisherIsTheSameAfterWritingAndReading() throws Exception {
    SigningKey key = SigningKey.create("Роҳнамо", LocalDate.of(2026, 3, 1));
    SigningKey read = SigningKey.parse(key.toPem());

    assertEquals(key, read);
    key.certificate().verify(key.certificate().getPublicKey());
    assertEquals("CN=Роҳнамо", key.certificate().getSubjectX500Principal().getName());
  }

  private void build() throws Exception {
    AppBuild.build(
        folder.resolve("AndroidManifest.xml"),
        folder.resolve("res"),
        folder.resolve("assets"),
        List.of(folder.resolve("classes")),
        apk,
        folder.resolve("out/kit.zip"));
  }

  private void compile(String source) throws IOException {
    Path file = Files.writeString(folder.resolve("A.java"), source);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-source",
                "8",
                "-target",
                "8",
                "-nowarn",
                "-d",
                classes.toString(),
                file.toString());
    assertEquals(0, exit);
  }
}
