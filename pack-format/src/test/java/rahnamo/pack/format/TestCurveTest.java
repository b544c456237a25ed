package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

class TestCurveTest {

  // spec: RFC 6979, A.2.5, with SHA-256, message = "sample".
  @Test
  void signatureIsTheOneOfTheStandard() throws Exception {
    var secret =
        new BigInteger("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721", 16);
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest("sample".getBytes(StandardCharsets.UTF_8));
    byte[] expected =
        TestCurve.der(
            new BigInteger("EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716", 16),
            new BigInteger("F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8", 16));

    assertArrayEquals(expected, TestCurve.sign(secret, digest));
  }
}
