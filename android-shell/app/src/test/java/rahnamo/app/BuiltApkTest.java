package rahnamo.app;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The app that the build made, seen with the tools of Android. */
@Tag("android")
class BuiltApkTest {

  private static final Path APK = Path.of("target/rahnamo.apk");
  private static final long LIMIT = 100_000;

  @TempDir private Path folder;

  @Test
  void signatureHoldsOnEveryAndroidWithoutAWarning() throws Exception {
    String report = run("apksigner", "verify", "-v", "--min-sdk-version", "21", APK.toString());

    assertTrue(report.contains("Verified using v1 scheme (JAR signing): true"), report);
    assertTrue(report.contains("Verified using v2 scheme (APK Signature Scheme v2): true"), report);
    assertFalse(report.contains("WARNING"), report);
  }

  @Test
  void changedByteIsNoticed() throws Exception {
    byte[] good = Files.readAllBytes(APK);
    Path bad = folder.resolve("bad.apk");
    for (int place : new int[] {100, good.length / 2, good.length - 100}) {
      byte[] bytes = good.clone();
      bytes[place] ^= 1;
      Files.write(bad, bytes);
      Process process = start("apksigner", "verify", bad.toString());
      process.getInputStream().readAllBytes();
      assertTrue(process.waitFor() != 0, "byte " + place);
    }
  }

  @Test
  void filesAreAligned() throws Exception {
    run("zipalign", "-c", "4", APK.toString());
  }

  @Test
  void manifestAsksForNoMoreThanTheLocalServerNeeds() throws Exception {
    String badging = run("aapt2", "dump", "badging", APK.toString());

    assertEquals(
        new TreeSet<>(
            List.of(
                "android.permission.ACCESS_NETWORK_STATE",
                "android.permission.ACCESS_WIFI_STATE",
                "android.permission.INTERNET")),
        all("uses-permission: name='([^']*)'", badging));
    assertTrue(badging.contains("sdkVersion:'21'"), badging);
    assertTrue(badging.contains("targetSdkVersion:'34'"), badging);
    for (String label : List.of("", "-ru", "-tg", "-uz")) {
      assertTrue(badging.contains("application-label" + label + ":"), label);
    }
    assertFalse(badging.contains("application-debuggable"), badging);
  }

  @Test
  void manifestKeepsEverythingOnThePhone() throws Exception {
    String tree = run("aapt2", "dump", "xmltree", "--file", "AndroidManifest.xml", APK.toString());

    for (String off : List.of("allowBackup", "fullBackupContent", "usesCleartextTraffic")) {
      assertTrue(tree.contains(off) && tree.matches("(?s).*" + off + "\\([^)]*\\)=false.*"), off);
    }
    assertEquals(
        Set.of("rahnamo.app.ReaderActivity", "rahnamo.app.ImportActivity"),
        exported(tree),
        "only the launcher and the import are exported");
  }

  private static Set<String> exported(String tree) {
    Set<String> exported = new TreeSet<>();
    for (String element : tree.split("E: ", -1)) {
      if (element.matches("(?s).*exported\\([^)]*\\)=true.*")) {
        exported.addAll(all("name\\([^)]*\\)=\"([^\"]*)\"", element));
      } else if (element.matches("(?s)(activity|provider|service|receiver) .*")) {
        assertTrue(element.matches("(?s).*exported\\([^)]*\\)=false.*"), element);
      }
    }
    return exported;
  }

  @Test
  void bytecodeIsWhatAndroid5Reads() throws Exception {
    Path dex = folder.resolve("classes.dex");
    try (var zip = new ZipFile(APK.toFile());
        var in = zip.getInputStream(zip.getEntry("classes.dex"))) {
      Files.copy(in, dex);
    }
    assertTrue(run("dexdump", "-f", dex.toString()).contains("dex\\n035"));
  }

  @Test
  void appWithoutContentIsSmall() throws IOException {
    long size = Files.size(APK);
    assertTrue(size <= LIMIT, size + " bytes, at most " + LIMIT);
  }

  private static Set<String> all(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = start(command);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }

  private static Process start(String... command) throws IOException {
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
