package rahnamo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rahnamo.pack.format.InvalidPackException;
import rahnamo.pack.format.PackDate;
import rahnamo.pack.format.PackVerifier;
import rahnamo.pack.format.Progress;
import rahnamo.pack.format.RootDocument;
import rahnamo.pack.format.TrustAnchor;
import rahnamo.pack.format.TrustState;
import rahnamo.pack.format.VerificationCode;
import rahnamo.pack.format.VerificationReport;

/**
 * Signed packs, checked without this program; and docs/KEYS.md rehearsed: keys are lost and stolen,
 * and a phone that has seen some packs judges the next.
 */
class PackTrustTest {

  @TempDir Path temp;
  private PackedSite site;
  private Path keys;

  @BeforeEach
  void makeKeys() throws IOException {
    site = PackedSite.in(temp);
    keys = temp.resolve("keys");
    Files.writeString(temp.resolve("passphrase"), "one passphrase for all\n");
  }

  private void keys(String... command) {
    var arguments = new ArrayList<>(List.of("keys"));
    arguments.addAll(List.of(command));
    arguments.addAll(List.of("--keys=" + keys, "--date=2026-03-01", "--ui-lang=en"));
    arguments.add("--passphrase-file=" + temp.resolve("passphrase"));
    arguments.add("--root-passphrase-file=" + temp.resolve("passphrase"));
    Run run = Run.of(arguments.toArray(String[]::new));
    assertEquals(0, run.exitCode(), run.err());
  }

  /** Builds with the keys in a folder and gives the pack of all languages. */
  private Path signed(Path folder, String date) throws IOException {
    Run run =
        site.build(
            date,
            "--keys",
            folder.toString(),
            "--passphrase-file",
            temp.resolve("passphrase").toString());
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains(" MiB, signed by "), run.out());
    Path copy = temp.resolve("pack-" + folder.getFileName() + "-" + date + ".zip");
    return Files.copy(PackedSite.only(site.packs(), "probe-all-"), copy);
  }

  /** What a phone that trusts the first document of the publisher has learned from packs. */
  private final class Phone {

    private TrustAnchor anchor;

    Phone() throws IOException, InvalidPackException {
      byte[] first = Files.readAllBytes(keys.resolve("root.1.json"));
      anchor = TrustAnchor.of(List.of(RootDocument.parse(first)));
    }

    VerificationReport see(Path pack) throws IOException {
      VerificationReport report =
          new PackVerifier(anchor, PackDate.parse("2026-03-05"))
              .verify(pack.toFile(), Progress.IGNORED);
      if (report.state() == TrustState.TRUSTED) {
        anchor = TrustAnchor.of(report.roots());
      }
      return report;
    }

    void trusts(Path pack) throws IOException {
      VerificationReport report = see(pack);
      assertEquals(TrustState.TRUSTED, report.state(), report.toString());
    }

    void refuses(VerificationCode reason, Path pack) throws IOException {
      VerificationReport report = see(pack);
      assertEquals(TrustState.INVALID, report.state(), report.toString());
      assertTrue(report.has(reason), report.toString());
    }
  }

  @Test
  void opensslSha256sumAndUnzipAreEnough() throws Exception {
    keys("init");
    Path pack = signed(keys, "2026-03-02");
    assertTrue(command(temp, "unzip", "-tq", pack.toString()).contains("No errors"));

    Path unpacked = unpack(pack);
    command(unpacked, "sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS");
    String verdict =
        command(
            unpacked,
            "openssl",
            "dgst",
            "-sha256",
            "-verify",
            "trust/pack.pem",
            "-signature",
            "SHA256SUMS.sig",
            "SHA256SUMS");
    assertEquals("Verified OK\n", verdict);
    assertTrue(Files.exists(unpacked.resolve("index.html")));
  }

  private static Path unpack(Path pack) throws IOException {
    Path folder = Files.createDirectory(pack.resolveSibling("unpacked"));
    try (var zip = new ZipFile(pack.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        Path file = folder.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.write(file, zip.getInputStream(entry).readAllBytes());
      }
    }
    return folder;
  }

  private static String command(Path folder, String... command)
      throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).directory(folder.toFile());
    process.redirectErrorStream(true).environment().put("LC_ALL", "C");
    Process running = process.start();
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, running.waitFor(), said);
    return said;
  }

  @Test
  void signedPacksAreTheSameEachTime() throws IOException {
    keys("init");
    byte[] first = Files.readAllBytes(signed(keys, "2026-03-02"));
    Files.delete(temp.resolve("pack-keys-2026-03-02.zip"));
    assertTrue(Arrays.equals(first, Files.readAllBytes(signed(keys, "2026-03-02"))));
  }

  @Test
  void wrongPassphraseBuildsNothing() throws IOException {
    keys("init");
    Path wrong = Files.writeString(temp.resolve("wrong"), "another passphrase\n");
    Run run = site.build("2026-03-02", "--keys", keys.toString(), "--passphrase-file=" + wrong);
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("the passphrase does not open"), run.err());
    assertFalse(Files.exists(temp.resolve("site")));
  }

  @Test
  void lostPackKeyIsReplacedAndNobodyNotices() throws Exception {
    keys("init");
    var phone = new Phone();
    phone.trusts(signed(keys, "2026-03-02"));
    Files.delete(PackedSite.only(keys, "pack-"));

    keys("rotate");

    phone.trusts(signed(keys, "2026-03-03"));
    new Phone().trusts(temp.resolve("pack-keys-2026-03-03.zip"));
  }

  @Test
  void stolenPackKeyIsWithdrawn() throws Exception {
    keys("init");
    var phone = new Phone();
    Path thief = temp.resolve("thief");
    Sites.copy(keys, thief);
    String stolen = PackedSite.only(keys, "pack-").getFileName().toString();

    keys("revoke", stolen.substring("pack-".length(), stolen.length() - ".key".length()));
    assertFalse(Files.exists(keys.resolve(stolen)));
    Path forged = signed(thief, "2026-03-04");

    new Phone().trusts(forged); // a phone that has seen nothing newer cannot know
    phone.trusts(signed(keys, "2026-03-03"));
    phone.refuses(VerificationCode.DELEGATION_SUPERSEDED, forged);
  }

  @Test
  void lostRootKeyIsReplacedByTheOthers() throws Exception {
    keys("init", "--roots=3", "--threshold=2");
    var phone = new Phone();
    phone.trusts(signed(keys, "2026-03-02"));
    Path lost;
    try (var files = Files.list(keys)) {
      lost =
          files
              .filter(file -> file.getFileName().toString().matches("root-.*\\.key"))
              .findFirst()
              .orElseThrow();
    }
    Files.delete(lost);
    String name = lost.getFileName().toString();

    keys("revoke", name.substring("root-".length(), name.length() - ".key".length()));
    phone.trusts(signed(keys, "2026-03-03"));
    keys("rotate");
    phone.trusts(signed(keys, "2026-03-04"));
  }

  @Test
  void otherPublisherStaysUnknown() throws Exception {
    keys("init");
    var phone = new Phone();
    phone.trusts(signed(keys, "2026-03-02"));

    keys = temp.resolve("others");
    keys("init");
    VerificationReport report = phone.see(signed(keys, "2026-03-03"));
    assertEquals(TrustState.UNKNOWN_ROOT, report.state(), report.toString());
  }
}
