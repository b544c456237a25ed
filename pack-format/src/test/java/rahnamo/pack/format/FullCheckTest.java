package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FullCheckTest {

  private static final int PAGES = 60;

  @TempDir private Path temp;

  private Path file = Path.of("");
  private List<ZipEntry> entries = List.of();
  private Sha256Sums sums = Sha256Sums.of(new TreeMap<>());

  @BeforeEach
  void writePack() throws Exception {
    var pack = TestPack.unsigned();
    var random = new Random(7);
    for (int i = 0; i < PAGES; i++) {
      var page = new byte[1 + random.nextInt(20_000)];
      random.nextBytes(page);
      pack.with("tg/page-" + i + ".html", page);
    }
    file = pack.write(temp.resolve("pack.zip"));
    try (var bytes = FileBytes.open(file.toFile());
        var open = PackFile.open(file.toFile())) {
      entries = ZipDirectory.read(bytes);
      sums = open.sums();
    }
  }

  private void check(int threads, Progress progress) throws IOException, InvalidPackException {
    try (var bytes = FileBytes.open(file.toFile())) {
      new FullCheck(bytes, entries, sums).run(threads, progress);
    }
  }

  private void damage(ZipEntry entry) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) entry.end() - 1] ^= 1;
    Files.write(file, bytes);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 9})
  void progressRisesAndNeverLeavesTheFile(int threads) throws Exception {
    List<Long> told = new ArrayList<>();
    Thread caller = Thread.currentThread();
    long length = Files.size(file);
    check(
        threads,
        (done, total) -> {
          assertSame(caller, Thread.currentThread());
          assertEquals(length, total);
          return told.add(done);
        });

    assertEquals(told.stream().sorted().toList(), told);
    assertTrue(told.get(told.size() - 1) <= length);
    assertTrue(threads > 1 || told.size() > entries.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 9})
  void firstOfSeveralFaultsIsTold(int threads) throws Exception {
    var random = new Random(threads);
    for (int round = 0; round < 100; round++) {
      byte[] good = Files.readAllBytes(file);
      var places = new TreeSet<Integer>();
      for (int fault = 0; fault < 3; fault++) {
        places.add(random.nextInt(entries.size()));
      }
      for (int place : places) {
        damage(entries.get(place));
      }
      var refusal =
          assertThrows(InvalidPackException.class, () -> check(threads, Progress.IGNORED));
      assertEquals(List.of(entries.get(places.first()).name()), refusal.finding().arguments());
      Files.write(file, good);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void stopsWhenItIsTold(int threads) {
    Refusal.assertRefused(
        VerificationCode.INSTALL_CANCELLED, () -> check(threads, (done, total) -> false));
  }

  @Test
  void fileThatEndsTooEarlyIsAFailureOfTheDisk() throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

    assertThrows(IOException.class, () -> check(4, Progress.IGNORED));
  }

  @Test
  void smallPackIsNotWorthAnotherThread() {
    assertEquals(1, FullCheck.threads(0));
    assertEquals(1, FullCheck.threads(100_000));
    int most = FullCheck.threads(PackLimits.MAX_PACK_SIZE);
    assertEquals(Math.min(4, Runtime.getRuntime().availableProcessors()), most);
  }
}
