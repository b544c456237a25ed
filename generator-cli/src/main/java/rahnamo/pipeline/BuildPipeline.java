package rahnamo.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.publish.OutputException;
import rahnamo.publish.OutputFolder;
import rahnamo.publish.PublishReport;
import rahnamo.publish.Stage;
import rahnamo.render.PageSink;
import rahnamo.render.SiteRenderer;
import rahnamo.render.Workers;
import rahnamo.source.ContentFile;

/**
 * Builds a site: reads the content, makes the pages, and puts them in place if nothing is wrong.
 */
public final class BuildPipeline {

  private final BuildRequest request;
  private final Workers workers;
  private final Diagnostics diagnostics;

  public BuildPipeline(BuildRequest request, Diagnostics diagnostics) {
    this.request = request;
    this.workers = new Workers(request.jobs());
    this.diagnostics = diagnostics;
  }

  /** Builds and publishes. After any error the output is as it was before. */
  public BuildReport build() throws IOException {
    if (isOutputMixedWithContent()) {
      return BuildReport.failed();
    }
    try (OutputFolder output = OutputFolder.open(request.output())) {
      Optional<SiteLoader.Loaded> loaded = load();
      if (loaded.isEmpty()) {
        return BuildReport.failed();
      }
      Stage stage = output.stage();
      return publish(loaded.get(), stage);
    } catch (OutputException e) {
      report(e);
      return BuildReport.failed();
    }
  }

  /** Does all that a build does but for writing. */
  public BuildReport check() throws IOException {
    Optional<SiteLoader.Loaded> loaded = load();
    if (loaded.isEmpty()) {
      return BuildReport.failed();
    }
    var pages = new AtomicInteger();
    render(loaded.get(), (permalink, bytes, length) -> count(permalink.path(), pages));
    int languages = loaded.get().site().config().languages().size();
    return new BuildReport(pages.get(), languages, 0, 0, false);
  }

  private Optional<SiteLoader.Loaded> load() throws IOException {
    return new SiteLoader(request.rules(), workers, diagnostics).load(request.content());
  }

  private BuildReport publish(SiteLoader.Loaded loaded, Stage stage) throws IOException {
    var pages = new AtomicInteger();
    boolean isDone = false;
    try {
      render(
          loaded,
          (permalink, bytes, length) -> {
            count(permalink.path(), pages);
            stage.write(permalink.path(), bytes, length);
          });
      copyStatics(loaded.statics(), stage);
      if (diagnostics.hasErrors()) {
        return BuildReport.failed();
      }
      PublishReport report = stage.publish();
      isDone = true;
      report.keptChanged().forEach(path -> reportFile(DiagnosticCode.CHANGED_OUTPUT_KEPT, path));
      int languages = loaded.site().config().languages().size();
      return new BuildReport(pages.get(), languages, report.written(), report.deleted(), true);
    } finally {
      if (!isDone) {
        stage.discard();
      }
    }
  }

  private static void count(String path, AtomicInteger pages) {
    if (path.endsWith(".html")) {
      pages.incrementAndGet();
    }
  }

  private void render(SiteLoader.Loaded loaded, PageSink sink) throws IOException {
    Set<String> copied = new HashSet<>();
    loaded.statics().forEach(file -> copied.add(outputPath(file)));
    new SiteRenderer(request.templates(), workers, diagnostics)
        .render(
            loaded.site(),
            (permalink, bytes, length) -> {
              if (copied.contains(permalink.path())) {
                SourceSpan span = SourceSpan.ofFile("static/" + permalink.path());
                diagnostics.report(
                    DiagnosticCode.DUPLICATE_PATH, span, permalink.path(), "rahnamo");
              } else {
                sink.accept(permalink, bytes, length);
              }
            });
  }

  private static void copyStatics(List<ContentFile> statics, Stage stage) throws IOException {
    for (ContentFile file : statics) {
      stage.copy(outputPath(file), file.file());
    }
  }

  private static String outputPath(ContentFile file) {
    return file.path().substring("static/".length());
  }

  private boolean isOutputMixedWithContent() {
    Path content = request.content().toAbsolutePath().normalize();
    Path output = request.output().toAbsolutePath().normalize();
    boolean isMixed = content.startsWith(output) || output.startsWith(content);
    if (isMixed) {
      String path = request.output().toString();
      diagnostics.report(DiagnosticCode.OUTPUT_IN_CONTENT, SourceSpan.ofFile(path), path);
    }
    return isMixed;
  }

  private void report(OutputException problem) {
    String[] arguments = problem.arguments().toArray(String[]::new);
    if (problem.paths().isEmpty()) {
      SourceSpan span = SourceSpan.ofFile(request.output().toString());
      diagnostics.report(problem.code(), span, arguments);
    }
    for (String path : problem.paths()) {
      SourceSpan span = SourceSpan.ofFile(request.output().resolve(path).toString());
      diagnostics.report(problem.code(), span, arguments);
    }
  }

  private void reportFile(DiagnosticCode code, String path) {
    diagnostics.report(code, SourceSpan.ofFile(request.output().resolve(path).toString()));
  }
}
