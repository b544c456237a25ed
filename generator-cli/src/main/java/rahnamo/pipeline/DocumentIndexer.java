package rahnamo.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import rahnamo.config.SiteConfig;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.index.DocumentFile;
import rahnamo.index.DocumentFile.Numbered;
import rahnamo.index.IndexBuilder;
import rahnamo.publish.OutputException;
import rahnamo.publish.OutputFolder;
import rahnamo.publish.Stage;
import rahnamo.render.Workers;
import rahnamo.source.SourceReader;
import rahnamo.text.Language;

/** Indexes plain documents, without a site. The output is written as a site is: whole or not. */
public final class DocumentIndexer {

  private final Language language;
  private final SiteConfig.Search config;
  private final int jobs;
  private final Diagnostics diagnostics;

  /**
   * An indexer for documents in one language.
   *
   * @param jobs how many threads work
   */
  public DocumentIndexer(
      Language language, SiteConfig.Search config, int jobs, Diagnostics diagnostics) {
    this.language = language;
    this.config = config;
    this.jobs = jobs;
    this.diagnostics = diagnostics;
  }

  /**
   * Indexes all documents of a file if nothing is wrong with it.
   *
   * @param documents as {@link DocumentFile} reads them
   * @param output the folder for the index
   * @return how many documents were indexed
   */
  public int index(Path documents, Path output) throws IOException {
    int lines;
    try {
      lines = DocumentFile.lines(documents);
    } catch (IOException e) {
      SourceSpan span = SourceSpan.ofFile(documents.toString());
      diagnostics.report(DiagnosticCode.UNREADABLE_FILE, span, SourceReader.reason(e));
      return 0;
    }
    try (OutputFolder folder = OutputFolder.open(output)) {
      return index(documents, lines, folder.stage());
    } catch (OutputException e) {
      OutputProblem.report(e, output, diagnostics);
      return 0;
    }
  }

  private int index(Path documents, int lines, Stage stage) throws IOException {
    var builder = new IndexBuilder(language, lines, config.hasPositions(), stage::write);
    var count = new AtomicInteger();
    try (DocumentFile file = DocumentFile.open(documents, diagnostics)) {
      Workers.Task task =
          () -> {
            for (Optional<Numbered> next = file.next(); next.isPresent(); next = file.next()) {
              if (!diagnostics.hasErrors()) { // else nothing will be written
                builder.add(next.get().number(), next.get().document());
                count.incrementAndGet();
              }
            }
          };
      new Workers(jobs).run(Collections.nCopies(jobs, task));
    }
    if (diagnostics.hasErrors()) {
      stage.discard();
      return 0;
    }
    builder.finish(config.whole().isWanted(count.get()));
    stage.publish();
    return count.get();
  }
}
