package rahnamo.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bytes of archives, field by field, and that they depend on nothing but the files. */
class ArchiveWriterTest {

  private static final int LOCAL_HEADER = 30;
  private static final int DIRECTORY_HEADER = 46;
  private static final int END = 22;
  private static final int VERSION_10 = 10;
  private static final int VERSION_20 = 20;
  private static final int FIRST_DAY_OF_1980 = 0x0021;

  @TempDir Path temp;

  @Test
  void everyFileComesBack() throws IOException {
    Map<String, byte[]> files = sample();
    Path pack = Files.write(temp.resolve("a.zip"), archive(files, 2));

    try (var zip = new ZipFile(pack.toFile())) {
      List<String> names = zip.stream().map(ZipEntry::getName).toList();
      assertEquals(List.copyOf(new TreeMap<>(files).keySet()), names);
      for (String name : names) {
        assertArrayEquals(
            files.get(name), zip.getInputStream(zip.getEntry(name)).readAllBytes(), name);
      }
    }
  }

  @Test
  void numberOfThreadsChangesNothing() throws IOException {
    byte[] one = archive(sample(), 1);

    for (int jobs : List.of(2, 3, 8, 32)) {
      assertArrayEquals(one, archive(sample(), jobs), "with " + jobs);
    }
  }

  /**
   * The sum was taken once, so another system, Java or library that writes otherwise is noticed.
   */
  @Test
  void bytesAreTheSameEverywhere() throws IOException, NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive(sample(), 2));

    assertEquals(
        "7749b7ced01d47d9cd5d326ebd396749d421c49aa49668fd5e715e54d3ded15a",
        HexFormat.of().formatHex(digest));
  }

  @Test
  void headersHoldTheProfileAndNothingElse() throws IOException {
    Map<String, byte[]> files = new TreeMap<>(sample());
    ByteBuffer zip = ByteBuffer.wrap(archive(files, 2)).order(ByteOrder.LITTLE_ENDIAN);
    int end = zip.limit() - END;
    assertEquals(0x06054b50, zip.getInt(end), "the end record is the end: no comment");
    assertEquals(files.size(), zip.getShort(end + 8));
    assertEquals(files.size(), zip.getShort(end + 10));
    assertEquals(0, zip.getInt(end + 4), "one disk");
    int local = 0;
    int directory = zip.getInt(end + 16);
    assertEquals(end, directory + zip.getInt(end + 12), "the directory ends where its end begins");
    for (String name : files.keySet()) {
      requireEqualHeaders(zip, local, directory);
      assertEquals(name, text(zip, local + LOCAL_HEADER, name.length()));
      assertEquals(name, text(zip, directory + DIRECTORY_HEADER, name.length()));
      assertEquals(local, zip.getInt(directory + 42), "no gap before " + name);
      local += LOCAL_HEADER + name.length() + zip.getInt(directory + 20);
      directory += DIRECTORY_HEADER + name.length();
    }
    assertEquals(zip.getInt(end + 16), local, "no gap before the directory");
    assertEquals(end, directory);
  }

  private static void requireEqualHeaders(ByteBuffer zip, int local, int directory) {
    assertEquals(0x04034b50, zip.getInt(local));
    assertEquals(0x02014b50, zip.getInt(directory));
    assertEquals(VERSION_20, zip.getShort(directory + 4), "made by version 2.0 on FAT");
    for (int field = 4; field < LOCAL_HEADER; field += 2) {
      assertEquals(zip.getShort(local + field), zip.getShort(directory + field + 2), "" + field);
    }
    int method = zip.getShort(local + 8);
    assertEquals(method == 0 ? VERSION_10 : VERSION_20, zip.getShort(local + 4));
    assertEquals(0, zip.getShort(local + 6), "no flags");
    assertTrue(method == 0 || method == 8, "method " + method);
    assertEquals(0, zip.getShort(local + 10), "no time");
    assertEquals(FIRST_DAY_OF_1980, zip.getShort(local + 12), "no date");
    assertEquals(0, zip.getShort(local + 28), "no extra field");
    assertEquals(0, zip.getInt(directory + 32), "no comment, one disk");
    assertEquals(0, zip.getShort(directory + 36), "no internal attributes");
    assertEquals(0, zip.getInt(directory + 38), "no external attributes");
  }

  @Test
  void fileIsDeflatedOnlyIfThatHelpsAndReadersWillTakeIt() throws IOException {
    assertEquals(ZipEntry.DEFLATED, methodOf("слово ".repeat(9).getBytes(StandardCharsets.UTF_8)));
    assertEquals(ZipEntry.STORED, methodOf(new byte[0]));
    assertEquals(ZipEntry.STORED, methodOf(new byte[1]));
    assertEquals(ZipEntry.STORED, methodOf(random(1000)));
    assertEquals(ZipEntry.STORED, methodOf(new byte[1 << 20]), "more than a hundred to one");
  }

  private int methodOf(byte[] bytes) throws IOException {
    Path pack = Files.write(temp.resolve("m.zip"), archive(Map.of("a", bytes), 1));
    try (var zip = new ZipFile(pack.toFile())) {
      assertArrayEquals(bytes, zip.getInputStream(zip.getEntry("a")).readAllBytes());
      return zip.getEntry("a").getMethod();
    }
  }

  @Test
  void onlyAsManyFilesAreReadAheadAsTheWindowHolds() {
    var reads = new AtomicInteger();
    var files = new HashMap<String, PackContent>();
    for (int i = 10; i < 50; i++) {
      files.put("f" + i, counted(16 << 20, reads));
    }
    var stop = new IOException("seen enough");
    OutputStream first =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw stop;
          }
        };

    IOException thrown =
        assertThrows(IOException.class, () -> new ArchiveWriter(8).write(files, first));
    assertEquals(stop.getMessage(), thrown.getMessage());
    assertTrue(reads.get() >= 1 && reads.get() <= 3, reads + " of 16 MiB were read");
  }

  @Test
  void fileThatCannotBeReadEndsTheWriting() {
    Map<String, PackContent> files = new HashMap<>();
    sample().forEach((name, bytes) -> files.put(name, PackContent.of(bytes)));
    files.put(
        "m",
        new PackContent() {
          @Override
          public int size() {
            return 1;
          }

          @Override
          public byte[] read() throws IOException {
            throw new IOException("no such disk");
          }
        });

    IOException thrown = assertThrows(IOException.class, () -> write(files));
    assertEquals("no such disk", thrown.getMessage());
  }

  @Test
  void fileThatGrewSinceItWasListedEndsTheWriting() {
    PackContent longer =
        new PackContent() {
          @Override
          public int size() {
            return 1;
          }

          @Override
          public byte[] read() {
            return new byte[2];
          }
        };

    IOException thrown = assertThrows(IOException.class, () -> write(Map.of("a.html", longer)));
    assertEquals("a.html was changed while it was packed", thrown.getMessage());
  }

  @Test
  void nameThatIsNotAllowedIsRefusedBeforeAnythingIsWritten() {
    for (String name : List.of("../a", "/a", "a//b", "A", "а", "a\\b", "", "a/")) {
      var out = new ByteArrayOutputStream();
      Map<String, PackContent> files = Map.of(name, PackContent.of(new byte[1]));
      assertThrows(
          IllegalArgumentException.class, () -> new ArchiveWriter(1).write(files, out), name);
      assertEquals(0, out.size(), name);
    }
  }

  private static PackContent counted(int size, AtomicInteger reads) {
    return new PackContent() {
      @Override
      public int size() {
        return size;
      }

      @Override
      public byte[] read() {
        reads.incrementAndGet();
        return new byte[size];
      }
    };
  }

  private static byte[] archive(Map<String, byte[]> files, int jobs) throws IOException {
    var out = new ByteArrayOutputStream();
    Map<String, PackContent> contents = new HashMap<>();
    files.forEach((name, bytes) -> contents.put(name, PackContent.of(bytes)));
    new ArchiveWriter(jobs).write(contents, out);
    return out.toByteArray();
  }

  private static void write(Map<String, PackContent> files) throws IOException {
    new ArchiveWriter(2).write(files, OutputStream.nullOutputStream());
  }

  /** Pages of made words, a file of noise, an empty one and a very even one. */
  private static Map<String, byte[]> sample() {
    var random = new Random(1);
    var words = new ArrayList<String>();
    for (int i = 0; i < 500; i++) {
      words.add(Integer.toString(random.nextInt(1 << 20), 36));
    }
    var files = new HashMap<String, byte[]>();
    for (int page = 0; page < 60; page++) {
      var text = new StringBuilder("<!doctype html>");
      for (int i = random.nextInt(3000); i >= 0; i--) {
        text.append(words.get((int) Math.abs(random.nextGaussian() * 100) % 500)).append(' ');
      }
      files.put("ru/p-" + page + ".html", text.toString().getBytes(StandardCharsets.UTF_8));
    }
    files.put("SHA256SUMS", "0  a\n".getBytes(StandardCharsets.UTF_8));
    files.put("assets/noise.bin", random(5000));
    files.put("assets/even.bin", new byte[300_000]);
    files.put("media/empty.svg", new byte[0]);
    return files;
  }

  private static byte[] random(int length) {
    var bytes = new byte[length];
    new Random(2).nextBytes(bytes);
    return bytes;
  }

  private static String text(ByteBuffer zip, int at, int length) {
    var bytes = new byte[length];
    zip.get(at, bytes);
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
