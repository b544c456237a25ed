package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No damage, however small, is overlooked, and nothing wrong is ever read out of a damaged pack.
 */
class DamageTest {

  @TempDir Path temp;
  private PackVerifier verifier = new PackVerifier(TrustAnchor.none(), TestPack.TODAY);
  private SortedMap<String, byte[]> files = new TreeMap<>();
  private byte[] whole = {};
  private File file = new File("");

  @BeforeEach
  void writePack() throws Exception {
    var publisher = TestPublisher.named("publisher");
    var pack = TestPack.signedBy(publisher).with("media/a.svg", "<svg/>");
    for (String name : List.of("a", "b", "c", "d", "e", "f", "g", "h", "i")) {
      pack.with("tg/" + name + ".html", name);
    }
    verifier = new PackVerifier(publisher.anchor(), TestPack.TODAY);
    files = pack.files();
    whole = pack.bytes();
    file = pack.write(temp.resolve("pack.zip")).toFile();
    assertTrue(whole.length >= 4096 && whole.length < 4400, "a pack of 4 kB: " + whole.length);
    assertEquals(TrustState.TRUSTED, verifier.verify(file, Progress.IGNORED).state());
  }

  @Test
  void everyFlippedBitIsRefused() throws IOException {
    try (var access = new RandomAccessFile(file, "rw")) {
      for (int bit = 0; bit < whole.length * 8; bit++) {
        int at = bit / 8;
        put(access, at, whole[at] ^ 1 << bit % 8);
        assertEquals(TrustState.INVALID, verifier.verify(file, Progress.IGNORED).state(), "" + bit);
        put(access, at, whole[at]);
      }
    }
  }

  @Test
  void everyFlippedByteGivesTheRightBytesOrNone() throws IOException {
    int readable = 0;
    try (var access = new RandomAccessFile(file, "rw")) {
      for (int at = 0; at < whole.length; at++) {
        put(access, at, ~whole[at]);
        readable += readEverything();
        put(access, at, whole[at]);
      }
    }
    assertTrue(readable > whole.length, "files beside a damaged one stay readable: " + readable);
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    for (int length = 0; length < whole.length; length++) {
      Files.write(file.toPath(), Arrays.copyOf(whole, length));
      var report = verifier.verify(file, Progress.IGNORED);
      var expected = length == 0 ? VerificationCode.PACK_EMPTY : VerificationCode.PACK_TRUNCATED;
      assertEquals(expected, report.findings().get(0).code(), "" + length);
    }
  }

  @Test
  void everyMissingByteIsRefused() throws IOException {
    for (int at = 0; at < whole.length; at++) {
      byte[] shorter = Arrays.copyOf(whole, whole.length - 1);
      System.arraycopy(whole, at + 1, shorter, at, shorter.length - at);
      Files.write(file.toPath(), shorter);
      assertEquals(TrustState.INVALID, verifier.verify(file, Progress.IGNORED).state(), "" + at);
    }
  }

  /** How many files could be read; those that could are what they should be. */
  private int readEverything() throws IOException {
    int readable = 0;
    try (var pack = PackFile.open(file)) {
      if (verifier.verifySigned(pack).state() != TrustState.TRUSTED) {
        return 0;
      }
      for (String name : pack.names()) {
        try (var in = pack.read(name)) {
          assertArrayEquals(files.get(name), in.readAllBytes(), name);
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
