package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rahnamo.pack.format.Refusal.assertRefused;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackFileTest {

  private static final int LARGE = 1_200_000;

  @TempDir Path temp;

  @Test
  void everyFileIsReadAsItWasWritten() throws Exception {
    Map<String, byte[]> files = files();
    try (var pack = PackFile.open(write(files))) {
      assertEquals(new ArrayList<>(files.keySet()), new ArrayList<>(pack.names()));
      for (String name : files.keySet()) {
        assertEquals(content(files, name).length, pack.size(name));
        assertArrayEquals(files.get(name), pack.bytes(name), name);
        try (var in = pack.read(name)) {
          assertEquals(content(files, name).length, in.available());
          assertArrayEquals(files.get(name), in.readAllBytes(), name);
          assertEquals(0, in.available());
        }
      }
      assertFalse(pack.contains("ru/"));
      assertThrows(IllegalArgumentException.class, () -> pack.read("ru/none.html"));
    }
  }

  @Test
  void otherProgramsReadTheSameFiles() throws Exception {
    Map<String, byte[]> files = files();
    try (var zip = new ZipFile(write(files))) {
      assertEquals(files.size() + 1, zip.size());
      for (String name : files.keySet()) {
        assertArrayEquals(
            files.get(name), zip.getInputStream(zip.getEntry(name)).readAllBytes(), name);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"media/sound.bin", "media/text.txt", "ru/a.html"})
  void anyPartOfAFileCanBeSkipped(String name) throws Exception {
    Map<String, byte[]> files = files();
    byte[] whole = content(files, name);
    var random = new Random(5);
    try (var pack = PackFile.open(write(files))) {
      for (int round = 0; round < 20; round++) {
        int from = random.nextInt(whole.length);
        int count = random.nextInt(whole.length - from);
        try (InputStream in = pack.read(name)) {
          assertEquals(from, in.skip(from));
          assertEquals(whole.length - from, in.available());
          assertArrayEquals(Arrays.copyOfRange(whole, from, from + count), in.readNBytes(count));
          assertEquals(whole.length - from - count, in.skip(LARGE));
          assertEquals(-1, in.read());
          assertEquals(0, in.skip(1));
        }
      }
    }
  }

  @Test
  void closedStreamGivesNothing() throws Exception {
    try (var pack = PackFile.open(write(files()))) {
      var in = pack.read("media/text.txt");
      assertTrue(in.read() >= 0);
      in.close();
      assertEquals(-1, in.read());
      assertEquals(0, in.available());
    }
  }

  @Test
  void manyThreadsReadAtOnce() throws Exception {
    Map<String, byte[]> files = files();
    var pool = Executors.newFixedThreadPool(8);
    try (var pack = PackFile.open(write(files))) {
      List<Callable<byte[]>> tasks = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (int round = 0; round < 8; round++) {
        for (String name : files.keySet()) {
          names.add(name);
          tasks.add(() -> pack.read(name).readAllBytes());
        }
      }
      var results = pool.invokeAll(tasks);
      for (int i = 0; i < tasks.size(); i++) {
        assertArrayEquals(files.get(names.get(i)), results.get(i).get(), names.get(i));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"media/sound.bin", "media/text.txt"})
  void diskThatFailsWhileALargeFileIsReadGivesNothingWrong(String name) throws Exception {
    Map<String, byte[]> files = files();
    File file = write(files);
    long middle = placeOf(file, name);
    try (var pack = PackFile.open(file);
        var access = new RandomAccessFile(file, "rw");
        var in = pack.read(name)) {
      access.seek(middle);
      int before = access.read();
      access.seek(middle);
      access.write(~before);
      var got = new ByteArrayOutputStream();
      var failure = assertThrows(IOException.class, () -> in.transferTo(got));
      assertEquals("the pack was changed while it was read", failure.getMessage());
      assertArrayEquals(
          Arrays.copyOf(content(files, name), got.size()), got.toByteArray(), "what came first");
      assertEquals(-1, in.read(), "nothing comes after a failure");
      assertRefusedToo(pack, name);
    }
  }

  private static void assertRefusedToo(PackFile pack, String name) {
    assertThrows(InvalidPackException.class, () -> pack.read(name));
    assertThrows(InvalidPackException.class, () -> pack.bytes(name));
  }

  @Test
  void damagedFileIsRefusedAndTheOthersAreNot() throws Exception {
    Map<String, byte[]> files = files();
    File file = write(files);
    long place = placeOf(file, "ru/a.html");
    try (var access = new RandomAccessFile(file, "rw")) {
      access.seek(place);
      access.write(0xff);
    }
    try (var pack = PackFile.open(file)) {
      assertThrows(InvalidPackException.class, () -> pack.read("ru/a.html"));
      assertArrayEquals(files.get("index.html"), pack.bytes("index.html"));
    }
  }

  @Test
  void fileBeyondTheSizeOfPacksIsRefusedUnread() throws Exception {
    File file = temp.resolve("large.zip").toFile();
    try (var access = new RandomAccessFile(file, "rw")) {
      access.setLength(PackLimits.MAX_PACK_SIZE + 1);
    }
    assertRefused(VerificationCode.PACK_TOO_LARGE, () -> PackFile.open(file));
  }

  @Test
  void packWithAsManyFilesAsAllowedIsRead() throws Exception {
    var files = new TreeMap<String, byte[]>();
    for (int i = 0; i < PackLimits.MAX_ENTRIES - 1; i++) {
      files.put("p/" + i, new byte[0]);
    }
    try (var pack = PackFile.open(write(files))) {
      assertEquals(PackLimits.MAX_ENTRIES - 1, pack.names().size());
    }
  }

  /** A byte in the middle of the entry's data. */
  private static long placeOf(File file, String name) throws IOException, InvalidPackException {
    try (var bytes = FileBytes.open(file)) {
      for (ZipEntry entry : ZipDirectory.read(bytes)) {
        if (entry.name().equals(name)) {
          return (entry.dataStart() + entry.end()) / 2;
        }
      }
    }
    throw new IllegalArgumentException(name);
  }

  private File write(Map<String, byte[]> files) throws IOException {
    var digests = new TreeMap<String, Digest>();
    files.forEach((name, bytes) -> digests.put(name, Digest.of(bytes)));
    var all = new TreeMap<>(files);
    all.put(EntryName.SUMS, Sha256Sums.of(digests).toBytes());
    File file = temp.resolve("pack.zip").toFile();
    try (var zip = new ZipWriter(file)) {
      for (Map.Entry<String, byte[]> entry : all.entrySet()) {
        zip.add(entry.getKey(), () -> new ByteArrayInputStream(entry.getValue()));
      }
      zip.finish();
    }
    return file;
  }

  private static byte[] content(Map<String, byte[]> files, String name) {
    return Objects.requireNonNull(files.get(name));
  }

  /** Small and large, what compresses and what does not, very even, and empty. */
  private static Map<String, byte[]> files() {
    var random = new Random(3);
    var sound = new byte[LARGE];
    random.nextBytes(sound);
    var text = new StringBuilder();
    while (text.length() < LARGE) {
      text.append("word ").append(random.nextInt(5000)).append('\n');
    }
    var files = new TreeMap<String, byte[]>();
    files.put("index.html", "<!doctype html>".getBytes(StandardCharsets.UTF_8));
    files.put("ru/a.html", text.substring(0, 5000).getBytes(StandardCharsets.UTF_8));
    files.put("media/sound.bin", sound);
    files.put("media/text.txt", text.toString().getBytes(StandardCharsets.UTF_8));
    files.put("media/even.bin", new byte[300_000]);
    files.put("media/empty.txt", new byte[0]);
    return files;
  }
}
