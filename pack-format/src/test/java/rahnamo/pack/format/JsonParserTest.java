package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonParserTest {

  @Test
  void documentIsRead() throws Exception {
    assertEquals(
        Map.of("a", -5L, "b", List.of(true, false), "c", Map.of("ҳ", "\"\\/\b\f\n\r\tҳ😀")),
        JsonParser.parse(
            bytes(
                " {\"a\": -5, \"b\":[true,\tfalse] ,\"c\":{\"ҳ\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u04B3\\ud83d\\ude00\"}}\n")));
  }

  @Test
  void whatIsWrittenIsRead() throws Exception {
    Map<String, Object> document =
        Map.of(
            "text", "\u0001\"\\ роҳ", "list", List.of("a", 7L), "none", List.of(), "map", Map.of());
    assertEquals(document, JsonParser.parse(JsonWriter.write(document)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"a\"}",
        "{\"a\":1,}",
        "{\"a\":1}x",
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"\\u0061\":1}",
        "{\"a\":01}",
        "{\"a\":-0}",
        "{\"a\":1.0}",
        "{\"a\":1e3}",
        "{\"a\":9007199254740992}",
        "{\"a\":99999999999999999999}",
        "{\"a\":null}",
        "{\"a\":'b'}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\ud83d\"}",
        "{\"a\":[[[[[[[[[[1]]]]]]]]]]}",
        "\uFEFF{}",
        "{/**/}"
      })
  void anythingElseIsRefused(String text) {
    assertThrows(JsonException.class, () -> JsonParser.parse(bytes(text)));
  }

  @Test
  void brokenUtf8AndLargeDocumentsAreRefused() {
    byte[] overlong = {'{', '"', (byte) 0xc0, (byte) 0xae, '"', ':', '1', '}'};
    assertThrows(JsonException.class, () -> JsonParser.parse(overlong));
    assertThrows(
        JsonException.class, () -> JsonParser.parse(new byte[PackLimits.MAX_DOCUMENT_SIZE + 1]));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
