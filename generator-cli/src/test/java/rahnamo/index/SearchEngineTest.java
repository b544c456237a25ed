package rahnamo.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rahnamo.index.SearchResult.Range;
import rahnamo.text.Language;

/** The engine of the command line, that of the browser, and lunr.js, on the same index. */
@Tag("browser")
class SearchEngineTest {

  private static final int LIMIT = 10_000;
  private static final int QUERIES = 1_200;
  private static final String LUNR = "/META-INF/resources/webjars/lunr/2.3.9/lunr.js";
  private static final Path SCRIPTS = Path.of("../templates/theme/assets/search");

  /** What readers type by mistake or out of malice. */
  private static final List<String> HOSTILE =
      List.of(
          "",
          "   ",
          "+ - : ~ ^ * \\ \" ' ( )",
          "foo:bar^9~2 -кор +патент*",
          "12:30",
          "😀 🏳️‍🌈",
          "\u0000\u0001кор\u0000",
          "\u202eпатент\u202c ‏עברית",
          "\ud800 \udc00x \ud83d",
          "__proto__ constructor toString hasOwnProperty",
          "$ $$ $& $1",
          "</script><b>кор",
          "кор ".repeat(2_500),
          "а".repeat(10_000));

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void allEnginesAgree(Language language) throws Exception {
    List<SearchDocument> documents = paragraphs(language);
    Path index = write(language, documents, true);
    List<String> queries = queries(documents);
    assertTrue(queries.size() >= 1_000, "" + queries.size());
    assertTrue(shards(index) > 3, "the index has several shards");

    List<String> ours = answers(language, index, queries);
    List<String> browsers = browserAnswers(language, index, queries);

    for (int i = 0; i < queries.size(); i++) {
      assertEquals(ours.get(i), browsers.get(i), queries.get(i));
    }
  }

  @Test
  void missingAndBrokenPartsLeaveTheRest() throws Exception {
    List<SearchDocument> documents = paragraphs(Language.RU);
    Path index = write(Language.RU, documents, false);
    var files = new ArrayList<Path>();
    try (var all = Files.list(index)) {
      all.filter(f -> f.getFileName().toString().matches("[sd].*")).sorted().forEach(files::add);
    }
    for (int i = 0; i < files.size(); i += 3) {
      if (i % 2 == 0) {
        Files.delete(files.get(i));
      } else {
        Files.writeString(files.get(i), "rahnamo.shard({\"rows\":");
      }
    }
    List<String> queries = queries(documents).subList(0, 300);

    List<String> ours = answers(Language.RU, index, queries);

    assertEquals(ours, browserAnswers(Language.RU, index, queries));
    long incomplete = ours.stream().filter(a -> a.contains("\"incomplete\":true")).count();
    assertTrue(incomplete > 20 && incomplete < 280, "" + incomplete);
  }

  @Test
  void indexWithoutDocumentsFindsNothing() throws Exception {
    Path index = write(Language.TG, List.of(), true);

    List<String> answers = answers(Language.TG, index, List.of("кор"));

    assertEquals(answers, browserAnswers(Language.TG, index, List.of("кор")));
    assertTrue(answers.get(0).startsWith("{\"total\":0,\"incomplete\":false"), answers.get(0));
  }

  private List<SearchDocument> paragraphs(Language language) throws IOException {
    var documents = new ArrayList<SearchDocument>();
    documents.add(new SearchDocument("unbroken", "", "section", "патент/".repeat(100)));
    documents.add(
        new SearchDocument("late", "", "section", "_".repeat(300) + " патент " + "_".repeat(300)));
    for (SearchDocument article : SiteTexts.in(language)) {
      int number = 0;
      for (String paragraph : article.text().split("\n\n+", -1)) {
        String title = paragraph.lines().findFirst().orElse("");
        documents.add(
            new SearchDocument(article.id() + "/" + number++, title, "section", paragraph));
      }
    }
    return documents;
  }

  private Path write(Language language, List<SearchDocument> documents, boolean withWhole)
      throws IOException {
    Path index = Files.createDirectories(folder.resolve("index-" + language));
    var builder =
        new IndexBuilder(
            language,
            documents.size(),
            false,
            new ShardSizes(0, 1_000, 8_000),
            (path, bytes) -> Files.write(index.resolve(path), bytes));
    for (int i = 0; i < documents.size(); i++) {
      builder.add(i, documents.get(i));
    }
    builder.finish(withWhole);
    return index;
  }

  private static long shards(Path index) throws IOException {
    try (var files = Files.list(index)) {
      return files.filter(f -> f.getFileName().toString().startsWith("s")).count();
    }
  }

  /** Words of the texts: as they are, begun, misspelled, in pairs and in long rows. */
  private static List<String> queries(List<SearchDocument> documents) {
    var words = new TreeSet<String>();
    documents.forEach(d -> words.addAll(List.of(d.text().split("[\\s.,:;()]+", -1))));
    var all = new ArrayList<String>(words);
    var random = new Random(20260301);
    var queries = new ArrayList<String>(HOSTILE);
    while (queries.size() < QUERIES) {
      String word = all.get(random.nextInt(all.size()));
      String other = all.get(random.nextInt(all.size()));
      queries.add(
          switch (random.nextInt(5)) {
            case 0 -> word;
            case 1 -> word.substring(0, word.length() - word.length() / 3);
            case 2 -> misspelled(word, random);
            case 3 -> word + " " + other;
            default -> documents.get(random.nextInt(documents.size())).title() + " " + word;
          });
    }
    return queries;
  }

  private static String misspelled(String word, Random random) {
    if (word.length() < 2) {
      return word;
    }
    int at = random.nextInt(word.length() - 1);
    String start = word.substring(0, at);
    return switch (random.nextInt(4)) {
      case 0 -> start + word.substring(at + 1);
      case 1 -> start + "а" + word.substring(at);
      case 2 -> start + "о" + word.substring(at + 1);
      default -> start + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    };
  }

  /** Every second query is still being typed. */
  private static boolean isTyped(int query) {
    return query % 2 == 1;
  }

  private List<String> answers(Language language, Path index, List<String> queries)
      throws IOException {
    var answers = new ArrayList<String>();
    SearchEngine engine = SearchEngine.open(new IndexFolder(index), language).orElseThrow();
    for (int i = 0; i < queries.size(); i++) {
      answers.add(json(engine.search(queries.get(i), isTyped(i), LIMIT)));
    }
    return answers;
  }

  private static String json(SearchResult result) throws IOException {
    var text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("total", result.total());
      json.writeBooleanField("incomplete", result.isIncomplete());
      json.writeStringField("lunr", "");
      json.writeArrayFieldStart("hits");
      for (SearchResult.Hit hit : result.hits()) {
        json.writeStartArray();
        json.writeString(hit.id());
        json.writeNumber((long) Math.floor(hit.score() * 1e6 + 0.5));
        write(json, hit.titleMarks());
        json.writeEndArray();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("passages");
      for (SearchResult.Hit hit : result.hits().subList(0, Math.min(3, result.hits().size()))) {
        json.writeStartArray();
        json.writeString(hit.passage());
        write(json, hit.passageMarks());
        json.writeEndArray();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, List<Range> ranges) throws IOException {
    json.writeStartArray();
    for (Range range : ranges) {
      json.writeStartArray();
      json.writeNumber(range.start());
      json.writeNumber(range.end());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private List<String> browserAnswers(Language language, Path index, List<String> queries)
      throws Exception {
    Path input = folder.resolve("queries.json");
    var text = new StringBuilder();
    text.append("{\"language\":\"").append(language.folder()).append("\",\"limit\":" + LIMIT);
    text.append(",\"queries\":[");
    for (int i = 0; i < queries.size(); i++) {
      text.append(i == 0 ? "[\"" : ",[\"").append(escaped(queries.get(i)));
      text.append("\",").append(isTyped(i)).append(']');
    }
    Files.writeString(input, text.append("]}").toString());
    var node = new NodeScript(folder);
    String output =
        node.run(
            "ask.js",
            node.copy(LUNR),
            SCRIPTS.resolve("analysis.js"),
            SCRIPTS.resolve("engine.js"),
            index,
            input);
    return output.lines().toList();
  }

  private static String escaped(String text) {
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      out.append(String.format(Locale.ROOT, "\\u%04x", (int) text.charAt(i)));
    }
    return out.toString();
  }
}
