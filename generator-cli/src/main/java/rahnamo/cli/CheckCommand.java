package rahnamo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.MessageCatalog;
import rahnamo.pipeline.BuildPipeline;
import rahnamo.pipeline.BuildReport;
import rahnamo.pipeline.PackOptions;

/** {@code rahnamo check}: says what is wrong and writes nothing. */
@Command(name = "check", mixinStandardHelpOptions = true, version = Main.VERSION)
final class CheckCommand implements Callable<Integer> {

  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final SiteOptions site = new SiteOptions();
  private final Console console;
  private final MessageCatalog messages;

  CheckCommand(Console console, MessageCatalog messages) {
    this.console = console;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    var outcome = new Outcome(console, common, messages);
    var diagnostics = new Diagnostics();
    var request = site.request(common.content, Path.of("site-output"), PackOptions.unsigned());
    BuildReport report = new BuildPipeline(request, diagnostics).check();
    return outcome.print(report, request, diagnostics);
  }
}
