package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Good packs, changed by chance. The reader ends in time and never with a failure of its own; what
 * it accepts holds the files of a good pack, and other programs see the same files in it. {@code
 * -Dfuzz.seed} and {@code -Dfuzz.packs} choose where to begin and how many to try.
 */
@Tag("slow")
class PackReaderFuzzTest {

  private static final long SEED = Long.getLong("fuzz.seed", 1);
  private static final int PACKS = Integer.getInteger("fuzz.packs", 100_000);
  private static final Duration IN_TIME = Duration.ofSeconds(5);

  /** Lengths, counts and places that readers stumble over. */
  private static final long[] NUMBERS = {
    0,
    1,
    2,
    8,
    20,
    22,
    45,
    0x7f,
    0x80,
    0xff,
    0x7fff,
    0x8000,
    0xffff,
    20_000,
    20_001,
    1 << 24,
    (1 << 24) + 1,
    0x7fffffffL,
    0x80000000L,
    0xfffffffeL,
    0xffffffffL,
    0x04034b50,
    0x02014b50,
    0x06054b50,
    0x08074b50,
    0x06064b50
  };

  @TempDir Path temp;
  private final List<byte[]> packs = new ArrayList<>();
  private final Map<Digest, SortedMap<String, byte[]>> known = new HashMap<>();
  private TestPublisher publisher = TestPublisher.none();

  @BeforeEach
  void makePacks() throws Exception {
    publisher = TestPublisher.named("publisher");
    var text = "<p>Салом, роҳнамо!</p>\n".repeat(40);
    for (var pack :
        List.of(
            TestPack.signedBy(publisher).with("tg/a.html", text).with("media/empty.txt", ""),
            TestPack.signedBy(publisher).deflated().with("tg/a.html", text),
            TestPack.unsigned().with("ru/b.html", text))) {
      packs.add(pack.bytes());
      packs.add(deflated(pack.files()));
      known.put(pack.identity(), pack.files());
    }
  }

  private byte[] deflated(SortedMap<String, byte[]> files) throws IOException {
    Path file = temp.resolve("deflated.zip");
    try (var zip = new ZipWriter(file.toFile())) {
      for (var entry : files.entrySet()) {
        zip.add(entry.getKey(), () -> new ByteArrayInputStream(entry.getValue()));
      }
      zip.finish();
    }
    return Files.readAllBytes(file);
  }

  @Test
  void whateverIsAcceptedHoldsTheFilesOfAGoodPack() throws Exception {
    var verifier = new PackVerifier(publisher.anchor(), TestPack.TODAY);
    Path file = temp.resolve("changed.zip");
    int accepted = 0;
    int opened = 0;
    for (int i = 0; i < PACKS; i++) {
      String what = "seed " + (SEED + i);
      var random = new Random(SEED + i);
      Files.write(file, changed(random));
      var report =
          assertTimeoutPreemptively(
              IN_TIME, () -> verifier.verify(file.toFile(), Progress.IGNORED), what);
      opened += opens(file) ? 1 : 0;
      if (report.state() != TrustState.INVALID) {
        accepted++;
        assertFiles(Objects.requireNonNull(known.get(report.identity()), what), file, what);
      }
    }
    assertTrue(opened > PACKS / 1000, "too few were nearly right: " + opened);
    assertTrue(accepted < PACKS / 10, "too many were not changed: " + accepted);
  }

  /** Whether it opens; each of its files is then read, rightly or not at all. */
  private static boolean opens(Path file) throws IOException {
    try (var pack = PackFile.open(file.toFile())) {
      for (String name : pack.names()) {
        try (var in = pack.read(name)) {
          assertEquals(pack.sums().digestOf(name), Digest.of(in.readAllBytes()));
        } catch (InvalidPackException e) {
          assertEquals(Severity.ERROR, e.finding().code().severity());
        }
      }
      return true;
    } catch (InvalidPackException e) {
      return false;
    }
  }

  private static void assertFiles(SortedMap<String, byte[]> files, Path file, String what)
      throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      assertEquals(files.size(), zip.size(), what);
      for (var entry : files.entrySet()) {
        try (var in = zip.getInputStream(zip.getEntry(entry.getKey()))) {
          if (!entry.getKey().equals(EntryName.SIGNATURE)) {
            assertArrayEquals(entry.getValue(), in.readAllBytes(), what);
          }
        }
      }
    }
  }

  private byte[] changed(Random random) {
    byte[] pack = packs.get(random.nextInt(packs.size())).clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      pack = changedOnce(pack, random);
    }
    return pack;
  }

  private byte[] changedOnce(byte[] pack, Random random) {
    if (pack.length < 8) {
      return pack;
    }
    int at = random.nextInt(pack.length - 4);
    int count = 1 + random.nextInt(random.nextBoolean() ? 8 : 300);
    switch (random.nextInt(7)) {
      case 0 -> pack[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> setNumber(pack, headerField(pack, at, random), random);
      case 2 -> setNumber(pack, at, random);
      case 3 -> {
        return spliced(pack, at, Math.min(pack.length, at + count), new byte[0]);
      }
      case 4 -> {
        byte[] part = Arrays.copyOfRange(pack, at, Math.min(pack.length, at + count));
        return spliced(pack, at, at, part);
      }
      case 5 -> {
        return Arrays.copyOf(pack, at);
      }
      default -> {
        byte[] other = packs.get(random.nextInt(packs.size()));
        int from = random.nextInt(other.length);
        byte[] part = Arrays.copyOfRange(other, from, Math.min(other.length, from + count));
        return spliced(pack, at, Math.min(pack.length, at + count), part);
      }
    }
    return pack;
  }

  /** A place in the next header after one, most often. */
  private static int headerField(byte[] pack, int at, Random random) {
    for (int i = at; i < pack.length - 50; i++) {
      if (pack[i] == 'P' && pack[i + 1] == 'K') {
        return i + random.nextInt(46);
      }
    }
    return at;
  }

  private static void setNumber(byte[] pack, int at, Random random) {
    var buffer = ByteBuffer.wrap(pack).order(ByteOrder.LITTLE_ENDIAN);
    long number = NUMBERS[random.nextInt(NUMBERS.length)];
    if (random.nextBoolean()) {
      buffer.putShort(at, (short) number);
    } else {
      buffer.putInt(at, (int) number);
    }
  }

  private static byte[] spliced(byte[] pack, int from, int to, byte[] inserted) {
    return ByteBuffer.allocate(from + inserted.length + pack.length - to)
        .put(pack, 0, from)
        .put(inserted)
        .put(pack, to, pack.length - to)
        .array();
  }
}
