package rahnamo.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rahnamo.text.Language;
import rahnamo.text.analysis.Analyzer;
import rahnamo.text.analysis.Word;

/** Our index against that which the real lunr.js makes of the same words, byte for byte. */
@Tag("browser")
class LunrIndexWriterTest {

  private static final String LUNR = "/META-INF/resources/webjars/lunr/2.3.9/lunr.js";

  /** What writers of JSON and lists of keys get wrong. */
  private static final List<SearchDocument> AWKWARD =
      List.of(
          document("b/first", "Кор ва кор", "кор кор Кор"),
          document("7", "", ""),
          document("10", "115-ФЗ", "тел. +7 (495) 123-45-67, 112"),
          document("007", "патент", ""),
          document("4294967294", "", "патенти патентро"),
          document("4294967295", "кор", "x"),
          document("\"quoted\" \\ id", "«Кор»", "a\u2028b\u00a0c\u00add"),
          document("constructor", "toString", "constructor hasOwnProperty"),
          document("__proto__", "oʻzbek o'zbek oʼzbek", "ЎЗБЕК ёлка елка ЁЛКА"),
          document("я/й", "😀 кор", "И\u0306од й"));

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"tg,true", "tg,false", "ru,true", "ru,false", "uz,true", "uz,false"})
  void articlesGiveTheBytesOfLunr(String tag, boolean hasPositions) throws Exception {
    Language language = Language.of(tag).orElseThrow();
    List<SearchDocument> documents = SiteTexts.in(language);
    assertTrue(documents.size() >= 14);

    assertSameBytes(language, documents, hasPositions);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void awkwardDocumentsGiveTheBytesOfLunr(boolean hasPositions) throws Exception {
    assertSameBytes(Language.TG, AWKWARD, hasPositions);
  }

  private void assertSameBytes(
      Language language, List<SearchDocument> documents, boolean hasPositions) throws Exception {
    var files = new HashMap<String, byte[]>();
    var builder = new IndexBuilder(language, documents.size(), hasPositions, files::put);
    for (int number = documents.size() - 1; number >= 0; number--) {
      builder.add(number, documents.get(number));
    }
    builder.finish(true);

    String ours = new String(files.get("index.json"), StandardCharsets.UTF_8);
    assertEquals(ofLunr(language, documents, hasPositions), ours);
  }

  private String ofLunr(Language language, List<SearchDocument> documents, boolean hasPositions)
      throws Exception {
    Path input = folder.resolve("documents.json");
    try (OutputStream out = Files.newOutputStream(input);
        JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeBooleanField("positions", hasPositions);
      json.writeArrayFieldStart("fields");
      for (IndexField field : IndexField.values()) {
        json.writeStartArray();
        json.writeString(field.label());
        json.writeNumber(field.boost());
        json.writeEndArray();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("documents");
      for (SearchDocument document : documents) {
        write(json, Analyzer.of(language), document);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    var node = new NodeScript(folder);
    return node.run("serialise.js", node.copy(LUNR), input);
  }

  private static void write(JsonGenerator json, Analyzer analyzer, SearchDocument document)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", document.id());
    for (IndexField field : IndexField.values()) {
      json.writeArrayFieldStart(field.label());
      for (Word word : analyzer.words(document.field(field))) {
        write(json, word.form(), word);
        if (!word.stem().equals(word.form())) {
          write(json, word.stem(), word);
        }
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String term, Word word) throws IOException {
    json.writeStartArray();
    json.writeString(term);
    json.writeNumber(word.start());
    json.writeNumber(word.length());
    json.writeEndArray();
  }

  private static SearchDocument document(String id, String title, String text) {
    return new SearchDocument(id, title, "", text);
  }
}
