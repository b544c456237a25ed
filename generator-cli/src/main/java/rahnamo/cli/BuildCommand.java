package rahnamo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.MessageCatalog;
import rahnamo.pack.KeyException;
import rahnamo.pipeline.BuildPipeline;
import rahnamo.pipeline.BuildReport;
import rahnamo.pipeline.PackOptions;

/** {@code rahnamo build}: makes the site. */
@Command(name = "build", mixinStandardHelpOptions = true, version = Main.VERSION)
final class BuildCommand implements Callable<Integer> {

  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final SiteOptions site = new SiteOptions();

  @Option(names = "--output", paramLabel = "DIR", descriptionKey = "output")
  private Path output = Path.of("site-output");

  @Mixin private final SigningOptions signing = new SigningOptions();

  private final Console console;
  private final MessageCatalog messages;

  BuildCommand(Console console, MessageCatalog messages) {
    this.console = console;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    var outcome = new Outcome(console, common, messages);
    var diagnostics = new Diagnostics();
    try {
      PackOptions packs = site.hasNoPacks ? PackOptions.unsigned() : signing.packs(messages);
      var request = site.request(common.content, output, packs);
      BuildReport report = new BuildPipeline(request, diagnostics).build();
      return outcome.print(report, request, diagnostics);
    } catch (KeyException e) {
      return new Refusal(console, messages).of(e);
    }
  }
}
