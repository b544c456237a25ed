package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static rahnamo.pack.format.TestPublisher.keys;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackVerifierTest {

  private static final TestKey PACK_KEY = TestKey.named("pack");

  @TempDir Path temp;
  private TestPublisher publisher = TestPublisher.none();

  @BeforeEach
  void make() throws Exception {
    publisher = publisher.root(1, keys("a", "b"), 1, PACK_KEY, keys("a"));
  }

  @Test
  void reportSaysWhatThePackIsAndWhoSignedIt() throws Exception {
    var pack = TestPack.signedBy(publisher);

    var report = verify(pack, publisher.anchor());

    assertEquals(TrustState.TRUSTED, report.state());
    assertEquals(List.of(), report.findings());
    assertEquals("migrant-tg", report.manifest().id());
    assertEquals(pack.identity(), report.identity());
    assertEquals(pack.version(), report.version());
    assertEquals(PACK_KEY.verifying(), report.signer());
    assertEquals(Digest.of(publisher.document(1)), report.publisher());
  }

  @Test
  void refusedPackHasNothingThatCouldBeTrusted() throws Exception {
    var report =
        verify(TestPack.signedBy(publisher).signature(good -> new byte[3]), publisher.anchor());

    assertEquals(TrustState.INVALID, report.state());
    assertFalse(report.hasManifest());
    assertFalse(report.isSigned());
    assertThrows(IllegalStateException.class, report::manifest);
    assertThrows(IllegalStateException.class, report::publisher);
  }

  /** The first fault is enough to refuse a pack; whoever mends it wants to know all of them. */
  @Test
  void eachFileThatIsWrongIsNamedOnRequest() throws Exception {
    var pack =
        TestPack.signedBy(publisher)
            .with("a.html", "a")
            .with("b.html", "b")
            .with("c.html", "c")
            .with("d.html", "d")
            .with("e.html", "e")
            .sums(
                sums ->
                    sums.replaceFirst("(?m)^.{64}  a.html\n", "")
                        .replaceFirst("(?m)^.{64}(?=  [bc].html$)", "0".repeat(64))
                        .replaceFirst("(?m)^(?!0{64}).{64}(?=  c.html$)", "1".repeat(64))
                        .replaceFirst(
                            "(?m)^(.{64}  e.html\n)", "$1" + "2".repeat(64) + "  f.html\n"))
            .entry("d.html", entry -> entry.crc ^= 1);
    var verifier = new PackVerifier(publisher.anchor(), PackDate.parse("2026-04-01"));
    var file = pack.write(temp.resolve("faults.zip")).toFile();

    assertEquals(
        "[sums-missing-line[a.html]]",
        verifier.verify(file, Progress.IGNORED).findings().toString());
    VerificationReport report = verifier.verifyEachFile(file);
    assertEquals(TrustState.INVALID, report.state());
    assertEquals(
        List.of(
            "sums-missing-line[a.html]",
            "sums-extra-line[f.html]",
            "entry-digest-differs[b.html]",
            "entry-digest-differs[c.html]",
            "entry-crc-differs[d.html]"),
        report.findings().stream().map(Finding::toString).toList());
  }

  @Test
  void wholePackAndBrokenZipAreToldAsEver() throws Exception {
    var verifier = new PackVerifier(publisher.anchor(), PackDate.parse("2026-04-01"));
    var good = TestPack.signedBy(publisher).write(temp.resolve("good.zip")).toFile();
    assertEquals(TrustState.TRUSTED, verifier.verifyEachFile(good).state());
    var forged = TestPack.signedBy(publisher).signature(signature -> new byte[3]);
    var broken = TestPack.signedBy(publisher).zip(zip -> zip.entries.remove(0)).bytes();
    for (byte[] bytes : List.of(forged.bytes(), broken, new byte[] {'P', 'K', 3, 4}, new byte[0])) {
      var file = Files.write(temp.resolve("bad.zip"), bytes).toFile();
      assertEquals(
          verifier.verify(file, Progress.IGNORED).findings().get(0).toString(),
          verifier.verifyEachFile(file).findings().get(0).toString());
    }
  }

  @Test
  void unsignedPackHasNoPublisher() throws Exception {
    var report = verify(TestPack.unsigned(), publisher.anchor());

    assertEquals(TrustState.UNSIGNED, report.state());
    assertFalse(report.isSigned());
    assertEquals(0, report.version().epoch());
  }

  @Test
  void readerWithoutRootTrustsNobody() throws Exception {
    var report = verify(TestPack.signedBy(publisher), TrustAnchor.none());

    assertEquals(TrustState.UNKNOWN_ROOT, report.state());
    String fingerprint = Digest.of(publisher.document(1)).hex();
    assertEquals(
        List.of(Finding.of(VerificationCode.UNKNOWN_ROOT, fingerprint)), report.findings());
  }

  @Test
  void readerThatKnowsOnlyTheFirstRootFollowsTheChain() throws Exception {
    var rotated =
        publisher
            .root(1, keys("c"), 2, TestKey.named("new"), keys("b", "c"))
            .root(2, keys("d", "e"), 2, TestKey.named("new"), keys("c", "d", "e"))
            .root(1, keys("f"), 7, TestKey.named("newest"), keys("d", "e", "f"));

    for (int known = 1; known <= 4; known++) {
      var report = verify(TestPack.signedBy(rotated), rotated.anchor(known));
      assertEquals(TrustState.TRUSTED, report.state(), report.toString());
      assertEquals(4, report.roots().size());
    }
  }

  @Test
  void newerRootThatTheReaderKnowsProlongsAnOlderPack() throws Exception {
    var until = PackDate.parse("2026-03-01");
    var expired = TestPublisher.none().root(1, keys("a"), 1, PACK_KEY, keys("a"), until);
    var prolonged = expired.root(1, keys("a"), 1, PACK_KEY, keys("a"));

    assertEquals(
        List.of(Finding.of(VerificationCode.DELEGATION_EXPIRED, until.toString())),
        verify(TestPack.signedBy(expired), expired.anchor()).findings());
    assertEquals(List.of(), verify(TestPack.signedBy(expired), prolonged.anchor()).findings());
  }

  @Test
  void olderVersionAndAnotherOneInTheSamePlaceAreRefused() throws Exception {
    var seen = TestPack.signedBy(publisher).version();
    var other = Digest.of(new byte[1]);
    assertEquals(List.of(), compared(seen));
    assertEquals(List.of(), compared(PackVersion.of(seen.epoch(), 41, other)));
    assertEquals(List.of(), compared(PackVersion.of(0, 99, other)));
    assertEquals(
        List.of(Finding.of(VerificationCode.ROLLBACK_SAME_SEQUENCE, "42")),
        compared(PackVersion.of(seen.epoch(), 42, other)));
    for (long epoch = seen.epoch(); epoch < seen.epoch() + 2; epoch++) {
      assertEquals(
          List.of(Finding.of(VerificationCode.ROLLBACK_OLDER, "42", "43")),
          compared(PackVersion.of(epoch, 43, seen.identity())));
    }
  }

  private List<Finding> compared(PackVersion seen) throws Exception {
    var report = verify(TestPack.signedBy(publisher), publisher.anchor()).comparedWith(seen);
    assertEquals(
        report.findings().isEmpty() ? TrustState.TRUSTED : TrustState.INVALID, report.state());
    return report.findings();
  }

  @Test
  void lastDayStillCounts() throws Exception {
    var file = TestPack.signedBy(publisher).write(temp.resolve("p.zip")).toFile();
    for (String day : List.of("2026-09-01", "2026-09-02")) {
      var report =
          new PackVerifier(publisher.anchor(), PackDate.parse(day)).verify(file, Progress.IGNORED);
      assertEquals(day.equals("2026-09-02"), report.has(VerificationCode.PACK_STALE), day);
    }
  }

  @Test
  void workTellsHowFarItIsAndCanBeStopped() throws Exception {
    var file = TestPack.signedBy(publisher).write(temp.resolve("p.zip")).toFile();
    var verifier = new PackVerifier(publisher.anchor(), TestPack.TODAY);
    var last = new AtomicLong();
    verifier.verify(
        file,
        (done, total) -> {
          assertEquals(file.length(), total);
          assertFalse(done < last.getAndSet(done));
          return true;
        });

    var stopped = verifier.verify(file, (done, total) -> false);
    assertEquals(List.of(Finding.of(VerificationCode.INSTALL_CANCELLED)), stopped.findings());
  }

  @Test
  void fileThatIsNotThereIsNoVerdict() {
    var verifier = new PackVerifier(TrustAnchor.none(), TestPack.TODAY);
    assertThrows(
        FileNotFoundException.class,
        () -> verifier.verify(temp.resolve("none").toFile(), Progress.IGNORED));
  }

  private VerificationReport verify(TestPack pack, TrustAnchor anchor) throws Exception {
    var file = pack.write(temp.resolve("p.zip")).toFile();
    var verifier = new PackVerifier(anchor, TestPack.TODAY);
    var report = verifier.verify(file, Progress.IGNORED);
    assertEquals(report.toString(), quick(file, verifier), "both ways to look say the same");
    return report;
  }

  private static String quick(File file, PackVerifier verifier)
      throws IOException, InvalidPackException {
    try (var open = PackFile.open(file)) {
      return verifier.verifySigned(open).toString();
    }
  }
}
