package rahnamo.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.pack.AppFile;
import rahnamo.publish.OutputException;
import rahnamo.publish.OutputFolder;
import rahnamo.publish.PublishReport;
import rahnamo.publish.Stage;
import rahnamo.render.Downloads;
import rahnamo.render.PageSink;
import rahnamo.render.SiteRenderer;
import rahnamo.render.TextSink;
import rahnamo.render.Workers;
import rahnamo.site.Site;

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
    if (isOutputMixedWithContent() || isContentMissing()) {
      return BuildReport.failed();
    }
    try (OutputFolder output = OutputFolder.open(request.output())) {
      Optional<SiteLoader.Loaded> loaded = load();
      if (loaded.isEmpty()) {
        return BuildReport.failed();
      }
      Stage stage = output.stage();
      return publish(loaded.get(), stage, output);
    } catch (OutputException e) {
      OutputProblem.report(e, request.output(), diagnostics);
      return BuildReport.failed();
    }
  }

  /** Does all that a build does but for writing. */
  public BuildReport check() throws IOException {
    Optional<SiteLoader.Loaded> loaded = load();
    if (loaded.isEmpty()) {
      return BuildReport.failed();
    }
    Set<String> paths = render(loaded.get(), (permalink, bytes, length) -> {}, nowhere());
    int languages = loaded.get().site().config().languages().size();
    return new BuildReport(pages(paths), languages, List.of(), 0, 0, false);
  }

  private Optional<SiteLoader.Loaded> load() throws IOException {
    return new SiteLoader(request.rules(), workers, diagnostics).load(request.content());
  }

  private BuildReport publish(SiteLoader.Loaded loaded, Stage stage, OutputFolder output)
      throws IOException {
    boolean isDone = false;
    try {
      Optional<SearchIndexes> indexes =
          request.hasSearch()
              ? Optional.of(
                  new SearchIndexes(loaded.site(), (path, bytes) -> stage(stage, path, bytes)))
              : Optional.empty();
      Set<String> paths =
          render(
              loaded,
              (permalink, bytes, length) -> {
                if (!diagnostics.hasErrors()) { // else nothing will be published
                  stage.write(permalink.path(), bytes, length);
                }
              },
              indexes.map(all -> all));
      if (diagnostics.hasErrors()) {
        return BuildReport.failed();
      }
      if (indexes.isPresent()) {
        indexes.get().finish();
      }
      new StaticFiles(loaded.statics()).copyTo(stage);
      List<MadePack> packs = addPacks(loaded.site(), stage, output);
      if (diagnostics.hasErrors()) {
        return BuildReport.failed();
      }
      PublishReport report = stage.publish();
      isDone = true;
      report.keptChanged().forEach(path -> reportFile(DiagnosticCode.CHANGED_OUTPUT_KEPT, path));
      int languages = loaded.site().config().languages().size();
      return new BuildReport(
          pages(paths), languages, packs, report.written(), report.deleted(), true);
    } finally {
      if (!isDone) {
        stage.discard();
      }
    }
  }

  private List<MadePack> addPacks(Site site, Stage stage, OutputFolder output) throws IOException {
    if (request.packs().isEmpty()) {
      return List.of();
    }
    var packs =
        new SitePacks(
            site.config(),
            site.date(),
            request.packs().get(),
            workers,
            request.jobs(),
            diagnostics);
    var singleFiles = new SingleFiles(site, request.templates(), diagnostics);
    List<MadePack> built =
        new PackFolder(packs, singleFiles, workers, request.output())
            .addTo(stage, output.published().values());
    if (!diagnostics.hasErrors()) {
      renderer(nowhere())
          .renderDownloads(
              site,
              new Downloads(
                  PackFolder.downloads(built, site), request.packs().get().publisher(), app()),
              (permalink, bytes, length) -> stage.write(permalink.path(), bytes, length));
    }
    return built;
  }

  /**
   * The app that an editor put into the output: the build does not make it, and leaves it there.
   */
  private Optional<Downloads.App> app() throws IOException {
    Optional<Path> file = AppFile.newestIn(request.output());
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Optional<AppFile> app = AppFile.read(file.get());
    if (app.isEmpty()) {
      reportFile(DiagnosticCode.APP_NOT_OFFERED, AppFile.FOLDER + "/" + file.get().getFileName());
    }
    return app.map(
        known ->
            new Downloads.App(known.file(), known.size(), known.digest(), known.certificate()));
  }

  private static int pages(Set<String> paths) {
    return (int) paths.stream().filter(path -> path.endsWith(".html")).count();
  }

  private void stage(Stage stage, String path, byte[] bytes) throws IOException {
    if (!diagnostics.hasErrors()) { // else nothing will be published
      stage.write(path, bytes);
    }
  }

  /**
   * Makes all pages and gives their paths, after a look at the files to copy beside them.
   *
   * @param words takes what can be found of each page, if readers are offered a search
   */
  private Set<String> render(SiteLoader.Loaded loaded, PageSink sink, Optional<TextSink> words)
      throws IOException {
    Set<String> paths = ConcurrentHashMap.newKeySet();
    renderer(words)
        .render(
            loaded.site(),
            (permalink, bytes, length) -> {
              paths.add(permalink.path());
              sink.accept(permalink, bytes, length);
            });
    Set<String> taken = new TreeSet<>(paths);
    request.packs().ifPresent(packs -> taken.addAll(PackFolder.FIXED_PATHS));
    new StaticFiles(loaded.statics()).check(taken, diagnostics);
    return paths;
  }

  private SiteRenderer renderer(Optional<TextSink> words) {
    return new SiteRenderer(
        request.templates(), words, request.packs().isPresent(), workers, diagnostics);
  }

  /** Of pages that readers can search, but that nobody indexes. */
  private Optional<TextSink> nowhere() {
    return request.hasSearch() ? Optional.of(text -> {}) : Optional.empty();
  }

  /** In a wrong folder not even an empty output is made. */
  private boolean isContentMissing() throws IOException {
    return !Files.isDirectory(request.content()) && load().isEmpty();
  }

  private boolean isOutputMixedWithContent() throws IOException {
    Path content = real(request.content());
    Path output = real(request.output());
    boolean isMixed = content.startsWith(output) || output.startsWith(content);
    if (isMixed) {
      String path = request.output().toString();
      diagnostics.report(DiagnosticCode.OUTPUT_IN_CONTENT, SourceSpan.ofFile(path), path);
    }
    return isMixed;
  }

  /** Where a path leads, through links too; what does not exist yet is taken as written. */
  private static Path real(Path path) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    for (Path existing = absolute; existing != null; existing = existing.getParent()) {
      if (Files.exists(existing)) {
        return existing.toRealPath().resolve(existing.relativize(absolute));
      }
    }
    return absolute;
  }

  private void reportFile(DiagnosticCode code, String path) {
    diagnostics.report(code, SourceSpan.ofFile(request.output().resolve(path).toString()));
  }
}
