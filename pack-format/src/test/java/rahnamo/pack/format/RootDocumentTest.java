package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rahnamo.pack.format.Refusal.assertRefused;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RootDocumentTest {

  private VerifyingKey first;
  private VerifyingKey second;
  private byte[] file;

  @BeforeEach
  void write() throws Exception {
    first = TestKey.named("first").verifying();
    second = TestKey.named("second").verifying();
    file =
        RootDocument.write(
            3,
            2,
            List.of(first, second),
            7,
            first,
            PackDate.parse("2026-01-01"),
            PackDate.parse("2027-01-01"));
  }

  @Test
  void documentIsReadAsItWasWritten() throws Exception {
    var root = RootDocument.parse(file);

    assertArrayEquals(file, root.toBytes());
    assertEquals(3, root.version());
    assertEquals(2, root.threshold());
    assertEquals(List.of(first, second), root.rootKeys());
    assertEquals(7, root.epoch());
    assertEquals(first, root.packKey());
    assertEquals("2027-01-01", root.expires().toString());
  }

  @Test
  void wrongFieldIsRefused() {
    String hex = Hex.encode(second.encoded());
    refused(VerificationCode.TRUST_FORMAT, "\"version\": 3", "\"version\": 0");
    refused(VerificationCode.TRUST_FORMAT, "\"threshold\": 2", "\"threshold\": 0");
    refused(VerificationCode.TRUST_FORMAT, "\"threshold\": 2", "\"threshold\": 3");
    refused(VerificationCode.TRUST_FORMAT, "2027-01-01", "2025-01-01");
    refused(VerificationCode.TRUST_KEY_INVALID, hex, hex.replace("3059", "3058"));
    refused(VerificationCode.READER_TOO_OLD, "{\n", "{\n  \"critical\": [\"colour\"],\n");
  }

  @Test
  void keyThatStandsTwiceIsRefusedForItWouldCountTwice() {
    refused(
        VerificationCode.TRUST_FORMAT, Hex.encode(second.encoded()), Hex.encode(first.encoded()));
  }

  private void refused(VerificationCode code, String part, String other) {
    String text = new String(file, StandardCharsets.UTF_8);
    assertTrue(text.contains(part), part);
    byte[] changed = text.replace(part, other).getBytes(StandardCharsets.UTF_8);
    assertRefused(code, () -> RootDocument.parse(changed));
  }
}
