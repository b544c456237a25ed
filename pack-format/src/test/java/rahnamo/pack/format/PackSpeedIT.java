package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * How fast a pack of 5,000 files is opened, verified and installed, and in how much memory. Counted
 * is the time that the processor spends on it, so that other programs do not matter.
 */
@Tag("slow")
class PackSpeedIT extends StoreTest {

  private static final int FILES = 5000;
  private static final int ROUNDS = 40;
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private PackVerifier verifier = new PackVerifier(TrustAnchor.none(), TestPack.TODAY);
  private File file = new File("");
  private long unpacked;

  @BeforeEach
  void writePack() throws Exception {
    verifier = new PackVerifier(publisher.anchor(), TestPack.TODAY);
    var random = new Random(3);
    var pack = edition(1);
    for (int i = 0; i < FILES - 20; i++) {
      pack.with("tg/section-" + i % 40 + "/article-number-" + i + ".html", page(random, 12_000));
    }
    var sound = new byte[PackLimits.MAX_ENTRY_SIZE];
    random.nextBytes(sound);
    pack.with("media/sound.bin", sound);
    SortedMap<String, byte[]> files = pack.files();
    file = temp.resolve("pack.zip").toFile();
    try (var zip = new ZipWriter(file)) {
      for (var entry : files.entrySet()) {
        zip.add(entry.getKey(), () -> new ByteArrayInputStream(entry.getValue()));
      }
      zip.finish();
    }
    unpacked = files.values().stream().mapToLong(bytes -> bytes.length).sum();
  }

  private static byte[] page(Random random, int size) {
    var text = new StringBuilder("<!doctype html><title>Роҳнамо</title>\n");
    while (text.length() < size) {
      text.append("<p>").append(random.nextInt(3000)).append(" роҳ ").append(random.nextInt(90));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void packIsOpenedAndVerifiedQuickly(TestReporter reporter) throws Exception {
    double open = Double.MAX_VALUE;
    double verify = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = cpu();
      try (var pack = PackFile.open(file)) {
        assertEquals(TrustState.TRUSTED, verifier.verifySigned(pack).state());
      }
      open = Math.min(open, (cpu() - start) / 1e6);
    }
    for (int round = 0; round < ROUNDS / 8; round++) {
      long start = cpu();
      assertEquals(TrustState.TRUSTED, verifier.verify(file, Progress.IGNORED).state());
      verify = Math.min(verify, (cpu() - start) / 1e9);
    }
    reporter.publishEntry("open and signatures, ms", String.valueOf(open));
    reporter.publishEntry("pack, MB", String.valueOf(file.length() / 1e6));
    reporter.publishEntry("unpacked, MB", String.valueOf(unpacked / 1e6));
    reporter.publishEntry("verify, MB/s of the zip", String.valueOf(file.length() / 1e6 / verify));
    reporter.publishEntry("verify, MB/s unpacked", String.valueOf(unpacked / 1e6 / verify));
    assertTrue(open <= 30, "open: " + open + " ms");
    assertTrue(unpacked / 1e6 / verify >= 100, "verify: " + unpacked / 1e6 / verify + " MB/s");
  }

  /** Of all threads: a pack is verified by several. */
  private static long cpu() {
    return PROCESS.getProcessCpuTime();
  }

  @Test
  void installationNeedsLittleMemory(TestReporter reporter) throws Exception {
    long start = System.nanoTime();
    Process program = StoreProgram.install(List.of("-Xmx16m"), folder(), List.of(file.toPath()));
    try (var out = program.inputReader()) {
      assertEquals("ready", out.readLine());
      assertEquals("installed", out.readLine());
    } finally {
      program.destroyForcibly().waitFor();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    reporter.publishEntry("install with 16 MB of heap, s", String.valueOf(seconds));
    reporter.publishEntry(
        "install, MB/s of the zip", String.valueOf(file.length() / 1e6 / seconds));
  }
}
