package rahnamo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rahnamo.config.SiteConfig;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.MessageCatalog;
import rahnamo.pipeline.DocumentIndexer;
import rahnamo.text.Language;

/** {@code rahnamo index}: makes a search index of plain documents, without a site. */
@Command(name = "index", mixinStandardHelpOptions = true, version = Main.VERSION)
final class IndexCommand implements Callable<Integer> {

  @Mixin private final MessageOptions common = new MessageOptions();

  @Option(names = "--documents", paramLabel = "FILE", descriptionKey = "documents", required = true)
  private Path documents = Path.of("");

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      descriptionKey = "lang",
      required = true,
      converter = TextLanguage.class)
  private Language textLanguage = Language.TG;

  @Option(names = "--output", paramLabel = "DIR", descriptionKey = "index-output", required = true)
  private Path output = Path.of("");

  @Option(names = "--whole-index", paramLabel = "WHEN", descriptionKey = "whole-index")
  private SiteConfig.Search.Whole whole = SiteConfig.Search.Whole.AUTO;

  @Option(names = "--positions", descriptionKey = "positions")
  private boolean hasPositions;

  @Option(names = "--jobs", paramLabel = "N", descriptionKey = "jobs")
  private int jobs = Runtime.getRuntime().availableProcessors();

  private final Console console;
  private final MessageCatalog messages;

  IndexCommand(Console console, MessageCatalog messages) {
    this.console = console;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    var outcome = new Outcome(console, common, messages);
    var diagnostics = new Diagnostics();
    var config = new SiteConfig.Search(whole, hasPositions);
    var indexer = new DocumentIndexer(textLanguage, config, Math.max(1, jobs), diagnostics);
    int count = indexer.index(documents, output);
    return outcome.print(count, diagnostics);
  }
}
