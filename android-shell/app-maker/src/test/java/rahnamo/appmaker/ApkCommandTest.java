package rahnamo.appmaker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rahnamo.apktools.SigningKey;
import rahnamo.app.library.Brand;
import rahnamo.app.library.PackImport;
import rahnamo.pack.AppFile;
import rahnamo.pack.format.Digest;
import rahnamo.pack.format.PackDate;
import rahnamo.pack.format.PackSource;
import rahnamo.pack.format.PackStore;
import rahnamo.pack.format.TrustState;

/** {@code rahnamo apk}, from the command line to the first start of the app that it made. */
class ApkCommandTest {

  @TempDir private static Path made;
  @TempDir private Path temp;
  private Workshop workshop;

  @BeforeAll
  static void makeWorkshop() throws Exception {
    Workshop.make(made);
  }

  @BeforeEach
  void copyWorkshop() throws IOException {
    workshop = new Workshop(made).copyTo(temp);
  }

  @Test
  @Tag("android")
  void appIsThePublishersInTheEyesOfAndroidsTools() throws Exception {
    Path apk = workshop.app();
    String badging = tool("aapt2", "dump", "badging", apk.toString());
    for (String part :
        List.of(
            "package: name='org.example.help' versionCode='2026030100' versionName='2026.03.01'",
            "application-label:'Справочник'",
            "application-label-ru:'Справочник'",
            "application-label-tg:'Роҳнамо'",
            "icon='res/drawable/icon.xml'",
            "sdkVersion:'21'",
            "targetSdkVersion:'34'")) {
      assertTrue(badging.contains(part), part + "\n" + badging);
    }
    assertFalse(badging.contains("application-debuggable"));
    String icon = tool("aapt2", "dump", "xmltree", "--file", "res/drawable/icon.xml", apk + "");
    assertTrue(icon.contains("M1 1h7v7z"), icon);
    String signature = tool("apksigner", "verify", "-v", "--print-certs", apk.toString());
    assertFalse(signature.contains("WARNING"), signature);
    assertTrue(signature.contains("Number of signers: 1"), signature);
    tool(
        "openssl",
        "x509",
        "-noout",
        "-fingerprint",
        "-sha256",
        "-in",
        temp.resolve("keys/app.pem").toString());
    tool("zipalign", "-c", "4", apk.toString());
    Path dex = temp.resolve("classes.dex");
    try (var zip = new ZipFile(apk.toFile())) {
      Files.copy(zip.getInputStream(zip.getEntry("classes.dex")), dex);
    }
    assertTrue(tool("dexdump", "-f", dex.toString()).contains("dex\\n035"));
  }

  @Test
  void appKnowsItsPublisherAndTakesItsPackInAtTheFirstStart() throws Exception {
    Path pack = workshop.builtPack();
    try (var apk = new ZipFile(workshop.app().toFile())) {
      var brand = new Brand(name -> asset(apk, name));
      assertEquals(0xff1b5e20, brand.colour(0));
      assertTrue(brand.hasPack());
      assertEquals(ZipEntry.STORED, apk.getEntry("assets/pack.zip").getMethod());
      assertArrayEquals(Files.readAllBytes(pack), brand.openPack().readAllBytes());
      PackStore store =
          PackStore.open(
              temp.resolve("phone").toFile(), brand.anchor(), PackDate.parse("2026-03-02"));
      new PackImport(store, source(brand), false).run();

      assertEquals(TrustState.TRUSTED, store.current().report().state());
      assertTrue(store.current().open().contains("tg/work/patent.html"));
    }
  }

  private static InputStream asset(ZipFile apk, String name) throws IOException {
    ZipEntry entry = apk.getEntry("assets/" + name);
    if (entry == null) {
      throw new FileNotFoundException(name);
    }
    return apk.getInputStream(entry);
  }

  private static PackSource source(Brand brand) {
    return new PackSource() {
      @Override
      public String key() {
        return "asset";
      }

      @Override
      public long length() {
        return -1;
      }

      @Override
      public InputStream open(long offset) throws IOException {
        InputStream in = brand.openPack();
        in.skipNBytes(offset);
        return in;
      }
    };
  }

  @Test
  void sameInputGivesTheSameBytes() throws Exception {
    Workshop.Said said =
        workshop
            .apk("--pack", workshop.builtPack().toString(), "--to", "again", "--format", "json")
            .requireDone();

    Path again = temp.resolve("again/help-20260301.apk");
    assertArrayEquals(Files.readAllBytes(workshop.app()), Files.readAllBytes(again));
    for (String part :
        List.of(
            "\"file\":\"again/help-20260301.apk\"",
            "\"bytes\":" + Files.size(again),
            "\"version-code\":2026030100",
            "\"test-key\":false")) {
      assertTrue(said.out().contains(part), said.out());
    }
  }

  @Test
  void everythingThatIsInTheWayIsSaidAtOnce() throws Exception {
    String site = Files.readString(temp.resolve("content/site.yml"));
    workshop.write("content/site.yml", site.replace("  id: org.example.help\n", ""));
    workshop.write("content/media/icon.svg", "<svg viewBox=\"0 0 9 9\"><text/><image/></svg>");
    String english = "";
    for (String language : List.of("en", "ru", "tg", "uz")) {
      Workshop.Said said =
          workshop.run(
              "apk",
              "--date",
              Workshop.DAY,
              "--ui-lang",
              language,
              "--build",
              "100",
              "--root",
              "nowhere",
              "--keys",
              "no-keys",
              "--pack",
              "none.zip");
      assertEquals(2, said.exitCode());
      assertEquals("", said.out());
      assertEquals(14, said.err().lines().count(), said.err());
      english = language.equals("en") ? said.err() : english;
      assertEquals(language.equals("en"), said.err().equals(english));
    }
    for (String part :
        List.of("`<text>`", "`<image>`", "`nowhere`", "`none.zip`", "no id", "100", "app.key")) {
      assertTrue(english.contains(part), part + "\n" + english);
    }
    assertFalse(Files.exists(temp.resolve("app/help-20260301-100.apk")));
  }

  @Test
  void packThatReadersWouldBeWarnedOfIsRefused() throws Exception {
    String unsigned = workshop.pack("--keys", "no-keys").toString();
    Workshop.Said said = workshop.apk("--pack", unsigned);
    assertEquals(2, said.exitCode());
    assertTrue(said.err().contains("does not come from the publisher"), said.err());
    Workshop.Said first = workshop.apk("--pack", unsigned, "--new-key", "--keys", "new-keys");
    assertEquals(2, first.exitCode());
    assertFalse(Files.exists(temp.resolve("new-keys/app.key")), "no key is made for nothing");

    byte[] damaged = Files.readAllBytes(workshop.builtPack());
    damaged[damaged.length / 2] ^= 1;
    Files.write(temp.resolve("damaged.zip"), damaged);
    Workshop.Said refused = workshop.apk("--test-key", "--pack", "damaged.zip");
    assertEquals(2, refused.exitCode());
    assertTrue(refused.err().contains("`damaged.zip` is refused"), refused.err());
  }

  @Test
  void testKeySignsTrialsOnly() throws Exception {
    Workshop.Said trial = workshop.apk("--test-key").requireDone();
    assertTrue(trial.err().contains("do not hand it out"), trial.err());
    assertTrue(trial.out().contains(SigningKey.ofTests().fingerprint()), trial.out());

    // Even where somebody put it in the place of a key of their own.
    String pem = SigningKey.ofTests().toPem();
    Files.delete(temp.resolve("keys/app.key"));
    Path key = temp.resolve("plain.pem");
    Files.writeString(key, pem, StandardCharsets.US_ASCII);
    tool(
        "openssl",
        "pkcs8",
        "-topk8",
        "-in",
        key.toString(),
        "-passout",
        "pass:five words for apps here",
        "-out",
        temp.resolve("keys/app.key").toString());
    Files.writeString(
        temp.resolve("keys/app.pem"), pem.substring(pem.indexOf("-----BEGIN CERTIFICATE")));
    Workshop.Said refused = workshop.apk();
    assertEquals(2, refused.exitCode(), refused.err());
    assertTrue(refused.err().contains("test key that everybody has"), refused.err());
  }

  @Test
  void keyIsMadeOnceLockedAndKeptOutOfRepositories() throws Exception {
    String key = Files.readString(temp.resolve("keys/app.key"));
    assertTrue(key.startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----"), key);
    Workshop.Said second = workshop.apk("--new-key");
    assertEquals(2, second.exitCode());
    assertEquals(key, Files.readString(temp.resolve("keys/app.key")));

    tool("git", "init", "-q", temp.resolve("repository").toString());
    Workshop.Said inside = workshop.apk("--new-key", "--keys", "repository/keys", "--root", "keys");
    assertEquals(2, inside.exitCode());
    assertTrue(inside.err().contains("lies in a repository"), inside.err());
  }

  @Test
  @Tag("android")
  void downloadPageNamesTheAppThatLiesBesideTheSite() throws Exception {
    workshop.apk("--to", "site-output/app").requireDone();
    workshop.apk("--to", "site-output/app", "--build", "1").requireDone();
    workshop.run("build", "--date", Workshop.DAY).requireDone();
    Path app = temp.resolve("site-output/app/help-20260301-1.apk");
    String page = Files.readString(temp.resolve("site-output/packs/index.html"));

    assertTrue(page.contains("href=\"../app/help-20260301-1.apk\""), page);
    assertTrue(page.contains(Digest.of(Files.readAllBytes(app)).hex()), page);
    String signature = tool("apksigner", "verify", "--print-certs", app.toString());
    String sha256 = "certificate SHA-256 digest: ";
    int start = signature.indexOf(sha256) + sha256.length();
    assertTrue(page.contains(signature.substring(start, start + 64)), signature);
    assertFalse(page.contains("20260301.apk"), "an older app is offered too");
  }

  @Test
  void appOfTheTestKeyIsNotOffered() throws Exception {
    assertEquals(SigningKey.ofTests().fingerprint(), AppFile.TEST_CERTIFICATE);
    workshop.apk("--test-key", "--to", "site-output/app").requireDone();
    Workshop.Said said = workshop.run("build", "--date", Workshop.DAY, "--ui-lang", "en");

    assertTrue(said.requireDone().err().contains("[app-not-offered]"), said.err());
    String page = Files.readString(temp.resolve("site-output/packs/index.html"));
    assertFalse(page.contains(".apk"), page);
  }

  private static String tool(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }
}
