package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack of 5 MB, damaged by one bit at a time. {@code -Dflips} says how often. */
@Tag("slow")
class DamageIT {

  private static final int FLIPS = Integer.getInteger("flips", 10_000);
  private static final int SIZE = 5_000_000;

  @TempDir Path temp;
  private PackVerifier verifier = new PackVerifier(TrustAnchor.none(), TestPack.TODAY);
  private SortedMap<String, byte[]> files = new TreeMap<>();
  private List<ZipEntry> entries = List.of();
  private File file = new File("");

  @BeforeEach
  void writePack() throws Exception {
    var publisher = TestPublisher.named("publisher");
    verifier = new PackVerifier(publisher.anchor(), TestPack.TODAY);
    var random = new Random(12);
    var pack = TestPack.signedBy(publisher);
    for (int i = 0, size = 0; size < SIZE; i++) {
      byte[] page = page(random, i % 50 == 0 ? 1_500_000 : 10_000);
      pack.with("tg/" + i + ".html", page);
      // Numbers as text take a bit less than half of their size.
      size += page.length * 45 / 100;
    }
    files = pack.files();
    file = temp.resolve("pack.zip").toFile();
    try (var zip = new ZipWriter(file)) {
      for (var entry : files.entrySet()) {
        zip.add(entry.getKey(), () -> new ByteArrayInputStream(entry.getValue()));
      }
      zip.finish();
    }
    try (var bytes = FileBytes.open(file)) {
      entries = ZipDirectory.read(bytes);
    }
    assertTrue(file.length() > SIZE, "5 MB: " + file.length());
    assertEquals(TrustState.TRUSTED, verifier.verify(file, Progress.IGNORED).state());
  }

  private static byte[] page(Random random, int size) {
    var text = new StringBuilder();
    while (text.length() < size) {
      text.append(random.nextInt(1_000_000)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void everyOneOfManyRandomFlipsIsRefused() throws IOException {
    var random = new Random(14);
    int readable = 0;
    try (var access = new RandomAccessFile(file, "rw")) {
      for (int flip = 0; flip < FLIPS; flip++) {
        int at = random.nextInt((int) file.length());
        int bit = 1 << random.nextInt(8);
        access.seek(at);
        int before = access.read();
        put(access, at, before ^ bit);
        String place = at + ", bit " + bit;
        assertEquals(TrustState.INVALID, verifier.verify(file, Progress.IGNORED).state(), place);
        readable += readAround(at, random);
        put(access, at, before);
      }
    }
    assertEquals(TrustState.TRUSTED, verifier.verify(file, Progress.IGNORED).state());
    assertTrue(readable > FLIPS / 2, "files beside the damage stay readable: " + readable);
  }

  /** Reads the file that is damaged and another one: the right bytes or none. */
  private int readAround(int at, Random random) throws IOException {
    var names = new ArrayList<String>();
    names.add(entries.get(random.nextInt(entries.size())).name());
    for (ZipEntry entry : entries) {
      if (at >= entry.offset() && at < entry.end()) {
        names.add(entry.name());
      }
    }
    int readable = 0;
    try (var pack = PackFile.open(file)) {
      for (String name : names) {
        try (var in = pack.read(name)) {
          assertArrayEquals(Objects.requireNonNull(files.get(name)), in.readAllBytes(), name);
          readable++;
        } catch (InvalidPackException e) {
          assertEquals(Severity.ERROR, e.finding().code().severity());
        }
      }
    } catch (InvalidPackException e) {
      return 0;
    }
    return readable;
  }

  private static void put(RandomAccessFile access, int at, int value) throws IOException {
    access.seek(at);
    access.write(value);
  }
}
