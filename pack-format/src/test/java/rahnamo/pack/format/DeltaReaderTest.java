package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rahnamo.pack.format.Refusal.assertRefused;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeltaReaderTest {

  @Test
  void anyOperationsGiveTheFileTheyWereMadeFor() throws Exception {
    var random = new Random(42);
    byte[] base = new byte[100_000];
    random.nextBytes(base);
    for (int round = 0; round < 200; round++) {
      var wanted = new ByteArrayOutputStream();
      var operations = new ByteArrayOutputStream();
      int[][] pieces = new int[random.nextInt(20)][];
      int size = 0;
      for (int i = 0; i < pieces.length; i++) {
        int offset = random.nextInt(base.length - 1);
        int length = 1 + random.nextInt(Math.min(20_000, base.length - offset));
        pieces[i] = new int[] {offset, length};
        size += length;
      }
      var writer = new DeltaWriter(operations);
      writer.file("tg/a.html", "tg/old.html", size);
      for (int i = 0; i < pieces.length; i++) {
        wanted.write(base, pieces[i][0], pieces[i][1]);
        if (random.nextBoolean()) {
          writer.copy(pieces[i][0], pieces[i][1]);
        } else {
          writer.insert(base, pieces[i][0], pieces[i][1]);
        }
      }
      writer.finish();

      var reader = reader(operations.toByteArray());
      assertFalse(reader.isAtEnd());
      reader.next("tg/a.html");
      assertEquals("tg/old.html", reader.source());
      var result = new ByteArrayOutputStream();
      reader.apply(source(base), result);
      assertArrayEquals(wanted.toByteArray(), result.toByteArray());
      assertTrue(reader.isAtEnd());
    }
  }

  @Test
  void truncatedChangesAreRefusedAtEveryLength() throws Exception {
    var out = new ByteArrayOutputStream();
    var writer = new DeltaWriter(out);
    writer.file("a", "b", 300);
    writer.copy(0, 200);
    writer.insert(new byte[100], 0, 100);
    writer.finish();
    byte[] whole = out.toByteArray();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      // The end of the magic is the end of a file without records.
      if (length != DeltaWriter.MAGIC.length()) {
        assertRefused(VerificationCode.DELTA_FORMAT, () -> applyAll(cut, new byte[200]));
      }
    }
  }

  @Test
  void copyOutsideTheBaseIsRefused() throws Exception {
    for (int[] piece : new int[][] {{0, 201}, {200, 1}, {-1, 1}, {1 << 25, 1}}) {
      var out = new ByteArrayOutputStream();
      var writer = new DeltaWriter(out);
      writer.file("a", "b", piece[1]);
      writer.copy(piece[0], piece[1]);
      assertRefused(
          VerificationCode.DELTA_FORMAT, () -> applyAll(out.toByteArray(), new byte[200]));
    }
  }

  @Test
  void nameOutsideThePackIsRefused() throws Exception {
    for (String source : new String[] {"../a", "/a", "A"}) {
      var out = new ByteArrayOutputStream();
      new DeltaWriter(out).file("a", source, 0);
      assertRefused(VerificationCode.DELTA_FORMAT, () -> reader(out.toByteArray()).next("a"));
    }
  }

  @Test
  void sourceIsNamedInTheShortestWay() throws Exception {
    for (String source : new String[] {"", "a", "b", "tg/b.html"}) {
      var out = new ByteArrayOutputStream();
      new DeltaWriter(out).file("a", source, 0);
      boolean isNamed = !source.isEmpty() && !source.equals("a");
      assertEquals(
          DeltaWriter.MAGIC.length() + 2 + (isNamed ? source.length() : 0), out.size(), source);
      var reader = reader(out.toByteArray());
      reader.next("a");
      assertEquals(source, reader.source());
    }
  }

  @Test
  void randomBytesNeverGiveMoreThanTheyPromise() throws Exception {
    var random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      var out = new ByteArrayOutputStream();
      new DeltaWriter(out).file("a", "b", 50);
      byte[] noise = new byte[random.nextInt(40)];
      random.nextBytes(noise);
      out.write(noise);
      var reader = reader(out.toByteArray());
      reader.next("a");
      var result = new ByteArrayOutputStream();
      try {
        reader.apply(source(new byte[64]), result);
        assertEquals(50, result.size());
      } catch (InvalidPackException e) {
        assertEquals(VerificationCode.DELTA_FORMAT, e.finding().code());
        assertTrue(result.size() <= 50);
      }
    }
  }

  @Test
  void unfinishedRecordCannotBeEnded() throws Exception {
    var writer = new DeltaWriter(new ByteArrayOutputStream());
    writer.file("a", "", 5);
    assertThrows(IllegalStateException.class, writer::finish);
    assertThrows(IllegalArgumentException.class, () -> writer.insert(new byte[6], 0, 6));
  }

  private static void applyAll(byte[] changes, byte[] base)
      throws IOException, InvalidPackException {
    var reader = reader(changes);
    while (!reader.isAtEnd()) {
      reader.next("a");
      reader.apply(source(base), new ByteArrayOutputStream());
    }
  }

  private static DeltaReader reader(byte[] changes) throws IOException, InvalidPackException {
    return new DeltaReader(new ByteArrayInputStream(changes));
  }

  private static DeltaReader.Source source(byte[] base) {
    return new DeltaReader.Source() {
      @Override
      public long size() {
        return base.length;
      }

      @Override
      public void copy(long offset, int length, OutputStream out) throws IOException {
        out.write(base, (int) offset, length);
      }
    };
  }
}
