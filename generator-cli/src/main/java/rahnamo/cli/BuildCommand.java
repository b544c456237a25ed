package rahnamo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.pipeline.BuildPipeline;
import rahnamo.pipeline.BuildReport;

/** {@code rahnamo build}: makes the site. */
@Command(name = "build", resourceBundle = "rahnamo.cli.Usage", mixinStandardHelpOptions = true)
final class BuildCommand implements Callable<Integer> {

  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final SiteOptions site = new SiteOptions();

  @Option(names = "--output", paramLabel = "DIR", descriptionKey = "output")
  private Path output = Path.of("site-output");

  @Option(names = "--no-search", descriptionKey = "no-search")
  private boolean isWithoutSearch;

  @Option(names = "--no-packs", descriptionKey = "no-packs")
  private boolean isWithoutPacks;

  private final Console console;

  BuildCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    var outcome = new Outcome(console, common);
    var diagnostics = new Diagnostics();
    var request = site.request(common.content, output);
    BuildReport report = new BuildPipeline(request, diagnostics).build();
    return outcome.print(report, request, diagnostics);
  }
}
