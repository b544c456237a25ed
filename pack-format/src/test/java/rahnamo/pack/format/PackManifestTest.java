package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rahnamo.pack.format.Refusal.assertRefused;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackManifestTest {

  private static final Digest DIGEST = Digest.of(new byte[0]);

  @Test
  void manifestIsReadAsItWasWritten() throws Exception {
    byte[] file = full().build().toBytes();
    var manifest = PackManifest.parse(file);

    assertArrayEquals(file, manifest.toBytes());
    assertEquals("migrant-tg", manifest.id());
    assertEquals(List.of("tg", "ru"), manifest.languages());
    assertFalse(manifest.isDelta());
    assertThrows(IllegalStateException.class, manifest::base);
    assertEquals("migrant-tg-20260301-42.zip", PackFileName.of(manifest));
    assertTrue(PackFileName.isValid(PackFileName.of(manifest)));
  }

  @Test
  void deltaNamesItsBaseAndItsResult() throws Exception {
    var base = PackVersion.of(1, 41, DIGEST);
    var manifest = PackManifest.parse(full().delta(base, DIGEST).build().toBytes());

    assertEquals(base, manifest.base());
    assertEquals(DIGEST, manifest.result());
    assertEquals("migrant-tg-20260301-42-from-41.zip", PackFileName.of(manifest));
    assertTrue(PackFileName.isValid(PackFileName.of(manifest)));
  }

  @Test
  void unknownFieldIsIgnoredUnlessItIsCritical() throws Exception {
    String file = text();
    PackManifest.parse(bytes(file.replace("{\n", "{\n  \"colour\": {\"x\": [1]},\n")));
    assertRefused(
        VerificationCode.MANIFEST_CRITICAL,
        () -> PackManifest.parse(bytes(file.replace("[\"id\"", "[\"colour\", \"id\""))));
  }

  @Test
  void newerFormatAsksForANewerReader() {
    String file = text();
    for (String field : List.of("\"format\": ", "\"min-reader\": ")) {
      assertRefused(
          VerificationCode.READER_TOO_OLD,
          () -> PackManifest.parse(bytes(file.replace(field + "1", field + "2"))));
    }
  }

  @Test
  void missingOrWrongFieldIsRefused() {
    String file = text();
    for (String[] change :
        new String[][] {
          {"\"epoch\": 1", "\"epoch\": -1"},
          {"\"epoch\": 1", "\"epoch\": \"1\""},
          {"\"sequence\": 42,", ""},
          {"2026-03-01", "2026-02-29"},
          {"2026-09-01", "2026-02-01"},
          {"migrant-tg", "migrant--tg"},
          {"migrant-tg", "../tg"},
          {"[\"tg\", \"ru\"]", "[\"tg\", \"uz\"]"},
          {"[\"tg\", \"ru\"]", "[\"tg\", \"tg\"]"},
          {"[\"tg\", \"ru\"]", "[]"},
          {"\"sizes\"", "\"result\": {\"identity\": \"" + DIGEST + "\"}, \"sizes\""},
        }) {
      assertTrue(file.contains(change[0]), change[0]);
      assertRefused(
          VerificationCode.MANIFEST_FORMAT,
          () -> PackManifest.parse(bytes(file.replace(change[0], change[1]))));
    }
  }

  private static String text() {
    return new String(full().build().toBytes(), StandardCharsets.UTF_8);
  }

  private static PackManifest.Builder full() {
    return PackManifest.builder()
        .id("migrant-tg")
        .place(1, 42)
        .dates(PackDate.parse("2026-03-01"), PackDate.parse("2026-09-01"))
        .language("tg", "Роҳнамо")
        .language("ru", "Путеводитель")
        .sizes(3, 4096);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
