package rahnamo.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rahnamo.pack.format.InvalidPackException;

/** Signatures, against published vectors and against the platform's own verification. */
class SigningKeyTest {

  // spec: RFC 6979, A.2.5 ECDSA, 256 Bits (Prime Field)
  private static final String SECRET =
      "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721";
  private static final String X =
      "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6";
  private static final String Y =
      "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299";

  @ParameterizedTest
  @CsvSource({
    "sample,EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716,"
        + "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8",
    "test,F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367,"
        + "019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083"
  })
  void signatureIsThatOfTheStandard(String message, String r, String s) {
    byte[] signature = key().sign(message.getBytes(StandardCharsets.US_ASCII));

    String rDer = integer(new BigInteger(r, 16));
    String sDer = integer(new BigInteger(s, 16));
    String body = rDer + sDer;
    assertEquals(
        String.format(Locale.ROOT, "30%02x", body.length() / 2) + body,
        HexFormat.of().formatHex(signature));
  }

  private static String integer(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return String.format(Locale.ROOT, "02%02x", bytes.length) + HexFormat.of().formatHex(bytes);
  }

  @Test
  void publicHalfIsThatOfTheStandard() {
    String encoded = HexFormat.of().formatHex(key().verifyingKey().encoded());

    assertTrue(encoded.endsWith("04" + X + Y), encoded);
  }

  @Test
  void platformVerifiesSignaturesOfNewKeys() throws InvalidPackException {
    for (int i = 0; i < 50; i++) {
      SigningKey key = SigningKey.generate();
      byte[] message = {(byte) i, 1, 2};
      byte[] signature = key.sign(message);

      key.verifyingKey().verify(message, signature);
      assertArrayEquals(signature, key.sign(message));
      assertThrows(
          InvalidPackException.class,
          () -> key().verifyingKey().verify(message, signature),
          "another key's signature is taken");
    }
  }

  @Test
  void numbersOutsideOfTheCurveAreNoKeys() {
    BigInteger order =
        new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    assertThrows(IllegalArgumentException.class, () -> SigningKey.of(BigInteger.ZERO));
    assertThrows(IllegalArgumentException.class, () -> SigningKey.of(order));
    assertEquals(BigInteger.ONE, SigningKey.of(BigInteger.ONE).secret());
  }

  /** The program holds a part of Bouncy Castle only; see the filter in pom.xml. */
  @Test
  void programHoldsEveryClassThatSigningLoads() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-Xlog:class+load:stdout",
                "-cp",
                System.getProperty("java.class.path"),
                Signing.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    Set<String> loaded = new TreeSet<>();
    Pattern.compile("\\] (org\\.bouncycastle\\.\\S+)\\.\\S+ source:")
        .matcher(log)
        .results()
        .forEach(match -> loaded.add(match.group(1).replace('.', '/') + "/*.class"));

    Set<String> included = new TreeSet<>();
    Pattern.compile("<include>(org/bouncycastle/[^<]+)</include>")
        .matcher(Files.readString(Path.of("pom.xml")))
        .results()
        .forEach(match -> included.add(match.group(1)));
    assertFalse(loaded.isEmpty());
    assertEquals(loaded, included);
  }

  /** A program that signs once. */
  static final class Signing {

    private Signing() {}

    public static void main(String[] arguments) throws InvalidPackException {
      SigningKey key = SigningKey.generate();
      byte[] message = {1};
      key.verifyingKey().verify(message, key.sign(message));
    }
  }

  private static SigningKey key() {
    return SigningKey.of(new BigInteger(SECRET, 16));
  }
}
