package rahnamo.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rahnamo.diagnostic.DiagnosticFormat;
import rahnamo.diagnostic.MessageCatalog;
import rahnamo.index.IndexFolder;
import rahnamo.index.SearchEngine;
import rahnamo.index.SearchResult;
import rahnamo.text.Language;

/** {@code rahnamo search}: asks the index of a built site as its readers do. */
@Command(name = "search", mixinStandardHelpOptions = true, version = Main.VERSION)
final class SearchCommand implements Callable<Integer> {

  private static final String BOLD = "\u001B[1m";
  private static final String PLAIN = "\u001B[0m";

  @Mixin private final MessageOptions common = new MessageOptions();

  @Parameters(paramLabel = "QUERY", arity = "0..*", descriptionKey = "query")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      descriptionKey = "lang",
      required = true,
      converter = TextLanguage.class)
  private Language textLanguage = Language.TG;

  @Option(names = "--index", paramLabel = "DIR", descriptionKey = "index")
  private Path folder = Path.of("site-output");

  @Option(names = "--limit", paramLabel = "N", descriptionKey = "limit")
  private int limit = 10;

  @Option(names = "--typing", descriptionKey = "typing")
  private boolean isTyped;

  @Option(names = "--queries", paramLabel = "FILE", descriptionKey = "queries")
  private Optional<Path> queries = Optional.empty();

  private final Console console;
  private final MessageCatalog messages;
  private final Refusal refusal;

  SearchCommand(Console console, MessageCatalog messages) {
    this.console = console;
    this.messages = messages;
    this.refusal = new Refusal(console, messages);
  }

  @Override
  public Integer call() throws IOException {
    Optional<SearchEngine> engine = Optional.empty();
    Optional<IndexFolder> index = IndexFolder.find(folder, textLanguage);
    if (index.isPresent()) {
      try {
        engine = SearchEngine.open(index.get(), textLanguage);
      } catch (IOException e) {
        return refusal.of("search.broken", index.get().folder().toString());
      }
    }
    if (engine.isEmpty()) {
      return refusal.of("search.no-index", folder.toString(), textLanguage.tag());
    }
    if (words.isEmpty() == queries.isEmpty()) {
      return refusal.of("search.no-query");
    }
    if (queries.isEmpty()) {
      print(engine.get(), String.join(" ", words));
      return ExitCode.DONE;
    }
    return answerAll(engine.get(), queries.get());
  }

  private int answerAll(SearchEngine engine, Path file) throws IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      return refusal.of("search.no-queries", file.toString());
    }
    // What is not UTF-8 becomes a replacement character: a query may be any text.
    try (var in =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      for (String query = in.readLine(); query != null; query = in.readLine()) {
        print(engine, query);
      }
    }
    return ExitCode.DONE;
  }

  private void print(SearchEngine engine, String query) throws IOException {
    SearchResult result = engine.search(query, isTyped, Math.max(0, limit));
    if (common.format == DiagnosticFormat.JSON) {
      console.result(result.toJson(query));
      return;
    }
    console.result(messages.text("search.found", List.of(query, "" + result.total())));
    int number = 1;
    for (SearchResult.Hit hit : result.hits()) {
      console.result("");
      String section = hit.section().isEmpty() ? "" : " – " + hit.section();
      String title = hit.title().isEmpty() ? "–" : marked(hit.title(), hit.titleMarks());
      console.result(number++ + ". " + title + section);
      console.result("   " + hit.id());
      if (!hit.passage().isEmpty()) {
        console.result("   " + marked(hit.passage(), hit.passageMarks()));
      }
    }
    if (result.isIncomplete()) {
      console.note(messages.text("search.incomplete", List.of()));
    }
  }

  private String marked(String text, List<SearchResult.Range> ranges) {
    if (!console.hasColour()) {
      return text;
    }
    var marked = new StringBuilder();
    int from = 0;
    for (SearchResult.Range range : ranges) {
      marked.append(text, from, range.start());
      marked.append(BOLD).append(text, range.start(), range.end()).append(PLAIN);
      from = range.end();
    }
    return marked.append(text.substring(from)).toString();
  }
}
