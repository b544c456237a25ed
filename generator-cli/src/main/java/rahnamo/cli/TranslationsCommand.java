package rahnamo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import rahnamo.diagnostic.DiagnosticPrinter;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.MessageCatalog;
import rahnamo.pipeline.TranslationAcceptor;

/** {@code rahnamo translations}: keeps translations and their sources together. */
@Command(
    name = "translations",
    resourceBundle = "rahnamo.cli.Usage",
    mixinStandardHelpOptions = true)
final class TranslationsCommand implements Callable<Integer> {

  @Mixin private final CommonOptions common = new CommonOptions();
  private final Console console;

  TranslationsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    new picocli.CommandLine(this).usage(console.err());
    return ExitCode.WRONG_COMMAND_LINE;
  }

  /** Notes in each translation the present state of its source. */
  @Command(name = "accept", resourceBundle = "rahnamo.cli.Usage", mixinStandardHelpOptions = true)
  int accept(
      @Parameters(paramLabel = "PATH", arity = "1..*", descriptionKey = "path") List<Path> paths,
      @Mixin CommonOptions options)
      throws IOException {
    var diagnostics = new Diagnostics();
    MessageCatalog messages = options.messages();
    var acceptor = new TranslationAcceptor(options.content, diagnostics);
    List<Path> changed = acceptor.accept(paths);
    var printer = new DiagnosticPrinter(messages, console.hasColour());
    console.err().print(printer.print(diagnostics.sorted(), options.format));
    if (diagnostics.hasErrors()) {
      return ExitCode.CONTENT_HAS_ERRORS;
    }
    changed.forEach(path -> console.result(path.toString().replace('\\', '/')));
    return ExitCode.DONE;
  }
}
