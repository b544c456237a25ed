package rahnamo.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The texts of search results in a pack. */
class PackTextsTest {

  private final SortedMap<String, FileSource> files = new TreeMap<>();

  private void put(String path, String text) {
    files.put(path, () -> text.getBytes(UTF_8));
  }

  private String joined(String path) throws IOException {
    PackTexts.join(files);
    return text(path);
  }

  private String text(String path) throws IOException {
    return new String(Objects.requireNonNull(files.get(path)).read(), UTF_8);
  }

  @Test
  void textsOfNeighboursAreOneFileThatTheTitlesName() throws IOException {
    put(
        "search/tg/da1.js",
        "d({\"rows\":[[\"x\",\"Ҳуқуқ \\\"a\\\"]\",\"\",\"k1\"],[\"y\",\"Y\",\"\",\"k2\"]]})");
    put("search/tg/tk1.js", "text(1);\n");
    put("search/tg/tk2.js", "text(2);\n");
    put("search/tg/index.js", "index();");
    assertEquals(
        "d({\"rows\":[[\"x\",\"Ҳуқуқ \\\"a\\\"]\",\"\",\"a1\"],[\"y\",\"Y\",\"\",\"a1\"]]})",
        joined("search/tg/da1.js"));
    assertEquals(
        Set.of("search/tg/da1.js", "search/tg/index.js", "search/tg/ta1.js"), files.keySet());
    assertEquals("text(1);\ntext(2);\n", text("search/tg/ta1.js"));
  }

  @Test
  void onlySoManyTextsAreTogether() throws IOException {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i <= 2 * PackTexts.TOGETHER; i++) {
      rows.add("[\"p\",\"T\",\"\",\"k" + i + "\"]");
      put("search/ru/tk" + i + ".js", i + ";");
    }
    put("search/ru/da.js", rows.toString());
    String titles = joined("search/ru/da.js");
    assertEquals(1 + 3, files.size(), files.keySet().toString());
    var order = new StringBuilder();
    for (String path : files.keySet()) {
      String text = text(path);
      if (!path.endsWith("/da.js")) {
        String name = path.substring("search/ru/t".length(), path.length() - ".js".length());
        assertEquals(
            text.split(";", -1).length - 1, titles.split("\"" + name + "\"", -1).length - 1);
        order.append(text);
      }
    }
    for (int i = 0; i <= 2 * PackTexts.TOGETHER; i++) {
      assertTrue(order.toString().matches("(?s)(.*;)?" + i + ";.*"), order.toString());
    }
  }

  @Test
  void whatIsNamedOtherwiseStays() throws IOException {
    put("search/ru/da.js", "[[\"p\",\"T\",\"\",\"gone\"],[\"q\",\"T\",\"\",\"\"]]");
    put("search/ru/tother.js", "1;");
    assertEquals(
        "[[\"p\",\"T\",\"\",\"gone\"],[\"q\",\"T\",\"\",\"\"]]", joined("search/ru/da.js"));
    assertEquals(Set.of("search/ru/da.js", "search/ru/tother.js"), files.keySet());
  }
}
