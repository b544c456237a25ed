package rahnamo.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rahnamo.pack.format.DeltaReader;
import rahnamo.pack.format.DeltaWriter;

/** What is written as copies and insertions is read as the same file, and is short. */
class ByteMatcherTest {

  private static byte[] changes(byte[] source, byte[] file) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DeltaWriter(bytes);
    out.file("a", "a", file.length);
    new ByteMatcher(source).write(file, out);
    out.finish();
    return bytes.toByteArray();
  }

  private static byte[] applied(byte[] source, byte[] changes) throws Exception {
    var reader = new DeltaReader(new ByteArrayInputStream(changes));
    reader.next("a");
    var made = new ByteArrayOutputStream();
    reader.apply(
        new DeltaReader.Source() {
          @Override
          public long size() {
            return source.length;
          }

          @Override
          public void copy(long offset, int length, OutputStream out) throws IOException {
            out.write(source, (int) offset, length);
          }
        },
        made);
    assertTrue(reader.isAtEnd());
    return made.toByteArray();
  }

  private static byte[] text(Random random, int words) {
    var text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(Integer.toString(random.nextInt(5_000), 36)).append(' ');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  @Test
  void everyFileComesBack() throws Exception {
    var random = new Random(5);
    byte[] source = text(random, 3_000);
    for (int round = 0; round < 300; round++) {
      byte[] file = {};
      for (int piece = random.nextInt(8); piece > 0; piece--) {
        int from = random.nextInt(source.length);
        int to = from + random.nextInt(Math.min(2_000, source.length - from));
        boolean isNew = random.nextInt(3) == 0;
        file =
            joined(
                file,
                isNew ? text(random, random.nextInt(30)) : Arrays.copyOfRange(source, from, to));
      }
      byte[] base = random.nextInt(10) == 0 ? new byte[random.nextInt(9)] : source;
      assertArrayEquals(file, applied(base, changes(base, file)), "round " + round);
    }
  }

  @Test
  void oneChangedWordCostsAFewBytes() throws Exception {
    var random = new Random(6);
    byte[] before = text(random, 2_000);
    byte[] after = text(random, 2_000);
    byte[] old = joined(before, "old word ".getBytes(StandardCharsets.UTF_8), after);
    byte[] changed = joined(before, "another ".getBytes(StandardCharsets.UTF_8), after);
    assertTrue(changes(old, changed).length < 40, changes(old, changed).length + " bytes");
  }

  @Test
  void partsInAnotherOrderAreCopied() throws Exception {
    var random = new Random(7);
    byte[] first = text(random, 4_000);
    byte[] second = text(random, 4_000);
    byte[] changes = changes(joined(first, second), joined(second, first));
    assertTrue(changes.length < 60, changes.length + " bytes");
  }

  @Test
  void fileLargerThanTheMemoryOfPlacesIsMatchedToo() throws Exception {
    byte[] source = new byte[3 << 20];
    new Random(8).nextBytes(source);
    byte[] file = joined(new byte[] {1, 2, 3}, Arrays.copyOfRange(source, 1_001, 3 << 20));
    byte[] changes = changes(source, file);
    assertTrue(changes.length < 60, changes.length + " bytes");
    assertArrayEquals(file, applied(source, changes));
  }

  @Test
  void hostileRepetitionsEndInTime() throws Exception {
    byte[] source = new byte[1 << 20];
    byte[] file = new byte[1 << 20];
    for (int i = 0; i < file.length; i += 97) {
      file[i] = 1;
      source[i / 3] = 1;
    }
    long start = System.nanoTime();
    assertArrayEquals(file, applied(source, changes(source, file)));
    assertTrue(System.nanoTime() - start < 20e9, "too slow");
  }

  @Test
  void similarFileIsFoundWhateverItsName() {
    var random = new Random(9);
    var files = new SimilarFiles();
    byte[] wanted = {};
    for (int i = 0; i < 200; i++) {
      byte[] file = text(random, 300);
      files.add("search/tg/t" + i + ".js", file);
      wanted = i == 77 ? file : wanted;
    }
    byte[] edited = joined(Arrays.copyOf(wanted, 700), text(random, 40));
    assertEquals("search/tg/t77.js", files.nearestTo(edited).orElseThrow());
    assertTrue(files.nearestTo(new byte[3]).isEmpty());
  }
}
