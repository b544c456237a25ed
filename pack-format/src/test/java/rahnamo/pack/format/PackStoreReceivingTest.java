package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fetching a pack over bad connections and onto bad disks. */
class PackStoreReceivingTest extends StoreTest {

  private static final long RESERVE = 1 << 20;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void brokenConnectionIsTakenUpWhereItBroke(boolean isLengthKnown) throws Exception {
    var source = TestSource.of(large(42));
    if (!isLengthKnown) {
      source.ofUnknownLength();
    }
    long length = large(42).bytes().length;
    var store = open();

    assertRefused(
        VerificationCode.INSTALL_INTERRUPTED,
        store.receive(source.breakingAt(200_000), Progress.IGNORED));
    // The process ends in between.
    store = open();
    assertRefused(
        VerificationCode.INSTALL_INTERRUPTED,
        store.receive(source.breakingAt((int) length - 1), Progress.IGNORED));
    store.install(store.receive(source.breakingAt((int) length), Progress.IGNORED));

    assertCurrent(large(42), store);
    assertEquals(3, source.offsets.size());
    assertTrue(source.offsets.get(1) > 130_000, source.offsets.toString());
    assertTrue(source.offsets.get(2) > source.offsets.get(1), source.offsets.toString());
  }

  @Test
  void packThatWasFetchedWholeIsNotFetchedAgain() throws Exception {
    var source = TestSource.of(edition(1));
    open().receive(source, Progress.IGNORED);

    var store = open();
    store.install(store.receive(source, Progress.IGNORED));

    assertCurrent(edition(1), store);
    assertEquals(List.of(0L, (long) edition(1).bytes().length), source.offsets);
  }

  @Test
  void beginningOfAnotherPackIsOfNoUse() throws Exception {
    var store = open();
    store.receive(TestSource.of(large(1)).breakingAt(300_000), Progress.IGNORED);
    var source = TestSource.of(large(2));
    store.install(store.receive(source, Progress.IGNORED));

    assertCurrent(large(2), store);
    assertEquals(0L, source.offsets.get(source.offsets.size() - 1));
  }

  @Test
  void beginningThatIsLongerThanThePackIsOfNoUse() throws Exception {
    var store = open();
    store.receive(TestSource.of(large(1)).breakingAt(300_000), Progress.IGNORED);
    install(store, edition(2));
    assertCurrent(edition(2), store);
  }

  @Test
  void stoppedAtAnyStepNothingIsLeft() throws Exception {
    var store = open();
    install(store, edition(1));
    for (TestPack pack : List.of(large(2), TestDelta.pack(publisher, edition(1), large(2)))) {
      int steps = 0;
      while (true) {
        var left = new AtomicInteger(steps);
        ReceivedPack received =
            store.receive(TestSource.of(pack), (done, total) -> left.decrementAndGet() >= 0);
        if (received.isInstallable()) {
          break;
        }
        assertRefused(VerificationCode.INSTALL_CANCELLED, received);
        assertOnly(edition(1));
        steps++;
      }
      // How many there are beside those of the fetching, the threads decide.
      assertTrue(steps > 5, "steps: " + steps);
    }
  }

  @Test
  void filmIsNotCopiedBeforeItIsRefused() throws Exception {
    var film = new byte[5_000_000];
    new Random(1).nextBytes(film);
    var source = new TestSource("film", film);

    var store = open();
    assertRefused(VerificationCode.PACK_NOT_ZIP, store.receive(source, Progress.IGNORED));
    assertTrue(source.farthest < 100_000, "read: " + source.farthest);
    assertEquals(List.of(), names());

    var page =
        new TestSource(
            "page", Arrays.copyOf("<!DOCTYPE html>".getBytes(StandardCharsets.UTF_8), 500));
    assertRefused(VerificationCode.PACK_IS_HTML, store.receive(page, Progress.IGNORED));
  }

  @Test
  void fileBeyondTheSizeOfPacksIsNotFetched() throws Exception {
    var source =
        new PackSource() {
          @Override
          public String key() {
            return "huge";
          }

          @Override
          public long length() {
            return PackLimits.MAX_PACK_SIZE + 1;
          }

          @Override
          public InputStream open(long offset) {
            throw new AssertionError("not to be opened");
          }
        };
    assertRefused(VerificationCode.PACK_TOO_LARGE, open().receive(source, Progress.IGNORED));
  }

  @Test
  void fullDiskSaysHowManyBytesAreMissing() throws Exception {
    long length = large(2).bytes().length;
    var disk = new SmallDisk(folder(), length + RESERVE - 1234);
    var store = open(disk);

    ReceivedPack refused = receive(store, large(2));

    assertEquals(
        List.of(Finding.of(VerificationCode.INSTALL_DISK_FULL, "1234")),
        refused.report().findings());
    assertEquals(List.of(), names());
    disk.capacity += 1234;
    install(store, large(2));
  }

  @Test
  void previousPackGivesWayOnlyIfThatHelps() throws Exception {
    var disk = new SmallDisk(folder(), 1 << 30);
    var store = open(disk);
    install(store, large(1));
    install(store, edition(2));
    long missing = 1000L + large(3).bytes().length - large(1).bytes().length;

    disk.capacity = disk.used() + RESERVE - 1000;
    assertEquals(
        List.of(Finding.of(VerificationCode.INSTALL_DISK_FULL, String.valueOf(missing))),
        receive(store, large(3)).report().findings());
    assertPack(large(1), store.previous());

    disk.capacity = disk.used() + RESERVE + 1000;
    install(store, large(3));
    assertCurrent(large(3), open());
    assertPack(edition(2), open().previous());
  }

  @Test
  void diskThatFillsUpOnTheWayIsNoticed() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "a disk that is always full");
    var store = open();
    install(store, edition(1));
    Files.createSymbolicLink(folder().resolve(nameOfPart()), full);

    for (TestSource source :
        List.of(TestSource.of(large(2)), TestSource.of(large(2)).ofUnknownLength())) {
      ReceivedPack refused = store.receive(source, Progress.IGNORED);
      assertRefused(VerificationCode.INSTALL_DISK_FULL, refused);
      assertEquals(large(2).bytes().length, source.farthest, "counted to the end");
    }
    assertCurrent(edition(1), open());
  }

  @Test
  void folderThatCannotBeWrittenIsNamedAsTheReason() throws Exception {
    var store = open();
    install(store, edition(1));
    // Works for administrators too, whom no permission stops.
    Files.createDirectory(folder().resolve(nameOfPart()));
    Files.createFile(folder().resolve(nameOfPart()).resolve("x"));

    assertRefused(VerificationCode.INSTALL_NOT_WRITABLE, receive(store, edition(2)));
    assertCurrent(edition(1), open());
  }

  @Test
  void memoryThatCannotBeWrittenLeavesTheOldPack() throws Exception {
    var store = open();
    install(store, edition(1));
    ReceivedPack received = receive(store, edition(2));
    Path block = Files.createDirectory(folder().resolve("state.new"));

    var refusal = assertThrows(InvalidPackException.class, () -> store.install(received));
    assertEquals(VerificationCode.INSTALL_NOT_WRITABLE, refusal.finding().code());
    assertCurrent(edition(1), store);
    assertCurrent(edition(1), open());

    Files.deleteIfExists(block);
    install(store, edition(2));
    assertCurrent(edition(2), open());
  }

  @Test
  void sourceThatDoesNotOpenIsAnInterruption() throws Exception {
    var source =
        new PackSource() {
          @Override
          public String key() {
            return "gone";
          }

          @Override
          public long length() {
            return -1;
          }

          @Override
          public InputStream open(long offset) throws IOException {
            throw new IOException("gone");
          }
        };
    var store = open();
    assertRefused(VerificationCode.INSTALL_INTERRUPTED, store.receive(source, Progress.IGNORED));
    assertFalse(store.hasCurrent());
  }

  private static String nameOfPart() {
    byte[] key = "pack".getBytes(StandardCharsets.UTF_8);
    return Digest.of(key).hex().substring(0, 16) + ".part";
  }

  /** Half a megabyte that does not compress. */
  private TestPack large(long sequence) {
    var noise = new byte[500_000];
    new Random(sequence).nextBytes(noise);
    return edition(sequence).with("media/sound.bin", noise);
  }

  /** A disk of any size. */
  private static final class SmallDisk extends StoreFolder {

    long capacity;

    SmallDisk(Path folder, long capacity) throws IOException {
      super(folder.toFile());
      this.capacity = capacity;
    }

    long used() {
      return names().stream().mapToLong(name -> file(name).length()).sum();
    }

    @Override
    long usableSpace() {
      return capacity - used();
    }
  }
}
