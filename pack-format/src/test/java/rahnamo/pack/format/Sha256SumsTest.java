package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static rahnamo.pack.format.Refusal.assertRefused;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256SumsTest {

  private static final Digest EMPTY = Digest.of(new byte[0]);
  private static final String HEX =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @Test
  void fileIsWhatSha256sumWrites() throws Exception {
    var sums = Sha256Sums.of(new TreeMap<>(Map.of("tg/a.html", EMPTY, "index.html", EMPTY)));
    byte[] file = bytes(HEX + "  index.html\n" + HEX + "  tg/a.html\n");

    assertArrayEquals(file, sums.toBytes());
    assertArrayEquals(file, Sha256Sums.parse(file).toBytes());
    assertEquals(List.of("index.html", "tg/a.html"), List.copyOf(Sha256Sums.parse(file).names()));
    assertEquals(Digest.of(file), sums.identity());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        HEX + "  a", // no end of line
        HEX + " *a\n", // the mark for binary files
        HEX + "  a\r\n",
        HEX + "  ../a\n",
        HEX + "  SHA256SUMS\n", // cannot hold its own digest
        HEX + "  SHA256SUMS.sig\n",
        HEX + "  \n",
        "\n",
        "E3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a\n"
      })
  void anyOtherFormIsRefused(String file) {
    assertRefused(VerificationCode.SUMS_FORMAT, () -> Sha256Sums.parse(bytes(file)));
  }

  @Test
  void repeatedAndDisorderedLinesAreRefused() {
    String a = HEX + "  a\n";
    String b = HEX + "  b\n";
    assertRefused(VerificationCode.SUMS_REPEATED_LINE, () -> Sha256Sums.parse(bytes(a + a)));
    assertRefused(VerificationCode.SUMS_REPEATED_LINE, () -> Sha256Sums.parse(bytes(a + b + a)));
    assertRefused(VerificationCode.SUMS_ORDER, () -> Sha256Sums.parse(bytes(b + a)));
  }

  @Test
  void fileBeyondTheLimitIsRefused() {
    assertRefused(
        VerificationCode.ENTRY_TOO_LARGE,
        () -> Sha256Sums.parse(new byte[PackLimits.MAX_SUMS_SIZE + 1]));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
