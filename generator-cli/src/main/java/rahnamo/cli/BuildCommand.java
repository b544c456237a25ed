package rahnamo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.MessageCatalog;
import rahnamo.pipeline.BuildPipeline;
import rahnamo.pipeline.BuildReport;

/** {@code rahnamo build}: makes the site. */
@Command(name = "build", mixinStandardHelpOptions = true, version = Main.VERSION)
final class BuildCommand implements Callable<Integer> {

  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final SiteOptions site = new SiteOptions();

  @Option(names = "--output", paramLabel = "DIR", descriptionKey = "output")
  private Path output = Path.of("site-output");

  private final Console console;
  private final MessageCatalog messages;

  BuildCommand(Console console, MessageCatalog messages) {
    this.console = console;
    this.messages = messages;
  }

  /** Not built yet; scripts may already say that they do not need them. */
  @Option(names = "--no-packs", descriptionKey = "no-packs")
  void leaveOutPacks(boolean isLeftOut) {}

  @Override
  public Integer call() throws IOException {
    var outcome = new Outcome(console, common, messages);
    var diagnostics = new Diagnostics();
    var request = site.request(common.content, output);
    BuildReport report = new BuildPipeline(request, diagnostics).build();
    return outcome.print(report, request, diagnostics);
  }
}
