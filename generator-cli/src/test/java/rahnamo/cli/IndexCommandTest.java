package rahnamo.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rahnamo index} and {@code rahnamo search}: documents without a site, and a built site. */
class IndexCommandTest {

  @TempDir private Path temp;
  private Path documents;
  private Path index;

  @BeforeEach
  void name() {
    documents = temp.resolve("documents.jsonl");
    index = temp.resolve("index");
  }

  private Run index(String... more) {
    var arguments = new ArrayList<>(List.of("index", "--ui-lang", "en", "--lang", "tg", "--quiet"));
    arguments.addAll(List.of("--documents", documents.toString(), "--output", index.toString()));
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray(String[]::new)).seenFrom(temp);
  }

  private Run search(String... more) {
    var arguments = new ArrayList<>(List.of("search", "--ui-lang", "en", "--lang", "tg"));
    arguments.addAll(List.of("--index", index.toString()));
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray(String[]::new)).seenFrom(temp);
  }

  @Test
  void documentsAreFoundByAnotherFormOfTheirWords() throws IOException {
    Files.writeString(
        documents,
        """
        \uFEFF{"id": "a", "title": "Шаҳр", "text": "Дар шаҳри Душанбе", "other": [1]}

        {"id": 7, "title": "Китоб", "section": "Мактаб"}\r
        {"id": "b", "text": ""}""");

    assertEquals(new Run(0, "", ""), index());

    assertEquals(
        """
        {"query":"китобҳо ва","total":1,"incomplete":false,"hits":[{"id":"7","title":"Китоб",\
        "section":"Мактаб","score":0,"passage":"","titleMarks":[[0,5]],"marks":[]}]}
        """,
        search("китобҳо", "ва", "--format", "json")
            .out()
            .replaceAll("\"score\":[0-9.]+", "\"score\":0"));
    assertEquals(
        """
        душанбе: 1 found

        1. Шаҳр
           a
           Дар шаҳри Душанбе
        """,
        search("душанбе").out());
    assertTrue(Files.exists(index.resolve("index.json")), "a small index is one file too");
  }

  @Test
  void queryIsStillBeingTypedIfSo() throws IOException {
    Files.writeString(
        documents, "{\"id\": 1, \"text\": \"корт\"}\n{\"id\": 2, \"text\": \"кор\"}\n");
    index();

    assertTrue(search("кор").out().startsWith("кор: 1 found\n"));
    assertTrue(search("кор", "--typing").out().startsWith("кор: 2 found\n"));
  }

  @Test
  void everyLineOfAFileIsAQueryWhateverItHolds() throws IOException {
    Files.writeString(documents, "{\"id\": \"a\", \"text\": \"шиноснома\"}\n");
    index();
    Path queries = temp.resolve("queries.txt");
    byte[] strange = "шиноснома\n\n+ - : ~ ^ *\nшин\u0000оснома\n\uD83D\uDE00\n?".getBytes(UTF_8);
    strange[strange.length - 1] = (byte) 0xff;
    Files.write(queries, strange);

    Run run = search("--queries", queries.toString(), "--format", "json");

    assertEquals(0, run.exitCode());
    assertEquals("", run.err());
    List<String> answers = run.out().lines().toList();
    assertEquals(6, answers.size());
    assertTrue(answers.get(0).startsWith("{\"query\":\"шиноснома\",\"total\":1,"), answers.get(0));
    for (int empty : List.of(1, 2, 4, 5)) {
      assertTrue(answers.get(empty).endsWith("\"total\":0,\"incomplete\":false,\"hits\":[]}"));
    }
  }

  @Test
  void allMistakesOfAFileAreToldAndTheOldIndexStays() throws IOException {
    Files.writeString(documents, "{\"id\": \"a\", \"title\": \"Шаҳр\"}\n");
    index();
    Tree old = Tree.of(index);
    Files.writeString(
        documents,
        """
        {"id": "a", "title": "Шаҳр"}
        [1]
        {"id": "b", "text": "шаҳр
        {"id": "a", "text": "шаҳр"}
        {"text": "шаҳр"}
        {"id": "c"}
        {"id": "d", "text": 5}
        {"id": "e", "text": "\\ud800"}
        """);
    Files.write(documents, new byte[] {'"', (byte) 0xff, '"', '\n'}, StandardOpenOption.APPEND);

    Run run = index();

    assertEquals(
        """
        documents.jsonl:2: error: the line is not a document: it is not a JSON object [invalid-document]
        documents.jsonl:3: error: the line is not a document: it is not a JSON object [invalid-document]
        documents.jsonl:4: error: the id `a` stands on line 1 already [duplicate-document]
        documents.jsonl:5: error: the line is not a document: `id` is missing, empty, or neither a string nor a whole number [invalid-document]
        documents.jsonl:6: error: the line is not a document: it has neither `title` nor `text` [invalid-document]
        documents.jsonl:7: error: the line is not a document: `title`, `section` or `text` is not a string [invalid-document]
        documents.jsonl:8: error: the line is not a document: it has half of a character (a lone surrogate) [invalid-document]
        documents.jsonl:9: error: the line is not a document: it is not UTF-8 [invalid-document]
        errors: 8; nothing was written, the old index is untouched
        """,
        firstLines(run.err()));
    assertEquals(1, run.exitCode());
    assertEquals(old, Tree.of(index));
  }

  /** Without what is quoted and advised. */
  private static String firstLines(String messages) {
    return messages.replaceAll("(?m)^  .*\n", "");
  }

  @Test
  void threadsDoNotChangeABit() throws IOException {
    var random = new Random(3);
    var words = new ArrayList<>(List.of("шаҳр", "китоб", "корҳо", "мактаб", "ҳуҷҷат", "роҳ"));
    var lines = new TreeSet<String>();
    for (int i = 0; i < 300; i++) {
      Collections.shuffle(words, random);
      lines.add("{\"id\":" + i + ",\"title\":\"" + words.get(0) + "\",\"text\":\"" + words + "\"}");
    }
    Files.write(documents, lines);
    index("--jobs", "1", "--whole-index", "always");
    Tree one = Tree.of(index);
    index = temp.resolve("other");

    index("--jobs", "4", "--whole-index", "always");

    assertEquals(one, Tree.of(index));
  }

  @Test
  void missingFileAndOtherLanguageAreNamed() throws IOException {
    Run missing = index();
    assertEquals(1, missing.exitCode());
    assertTrue(missing.err().startsWith("documents.jsonl: error: the file cannot be read"));
    assertFalse(Files.exists(index));

    Files.writeString(documents, "{\"id\": \"a\", \"text\": \"шиноснома\"}\n");
    index();
    Run other = search("--lang=ru", "паспорт");
    assertEquals(2, other.exitCode());
  }

  @Test
  void brokenIndexIsRefusedAndAMissingPartTold() throws IOException {
    Files.writeString(documents, "{\"id\": \"a\", \"text\": \"шиноснома\"}\n");
    index();
    try (var files = Files.list(index)) {
      for (Path shard : files.filter(f -> f.getFileName().toString().startsWith("s")).toList()) {
        Files.delete(shard);
      }
    }
    Run incomplete = search("шиноснома");
    assertEquals(0, incomplete.exitCode());
    assertEquals(
        "a part of the index is missing or broken; more might be found\n", incomplete.err());

    Files.writeString(index.resolve("index.js"), "rahnamo.index({\"documents\":");
    Run broken = search("шиноснома");
    assertEquals(2, broken.exitCode());
    assertTrue(
        broken.err().startsWith("error: the search index in `index` is broken\n"), broken.err());
  }
}
