package rahnamo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import rahnamo.diagnostic.DiagnosticFormat;
import rahnamo.diagnostic.DiagnosticPrinter;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.MessageCatalog;
import rahnamo.pipeline.TranslationAcceptor;

/** {@code rahnamo translations}: keeps translations and their sources together. */
@Command(name = "translations", mixinStandardHelpOptions = true, version = Main.VERSION)
final class TranslationsCommand {

  @SuppressWarnings("UnusedVariable") // read from the arguments before picocli sees them
  @Mixin
  private final LanguageOption language = new LanguageOption();

  private final Console console;
  private final MessageCatalog messages;

  TranslationsCommand(Console console, MessageCatalog messages) {
    this.console = console;
    this.messages = messages;
  }

  /** Notes in each translation the present state of its source. */
  @Command(name = "accept", mixinStandardHelpOptions = true, version = Main.VERSION)
  int accept(
      @Parameters(paramLabel = "PATH", arity = "1..*", descriptionKey = "path") List<Path> paths,
      @Mixin CommonOptions options)
      throws IOException {
    var diagnostics = new Diagnostics();
    var acceptor = new TranslationAcceptor(options.content, diagnostics);
    List<Path> changed = acceptor.accept(paths);
    var printer = new DiagnosticPrinter(messages, console.hasColour());
    boolean isResult = options.format != DiagnosticFormat.TEXT;
    String text = printer.print(diagnostics.sorted(), options.format);
    (isResult ? console.out() : console.err()).print(text);
    console.out().flush();
    if (diagnostics.hasErrors()) {
      return ExitCode.CONTENT_HAS_ERRORS;
    }
    if (options.format != DiagnosticFormat.JSON) {
      changed.forEach(path -> console.result(path.toString().replace('\\', '/')));
    }
    return ExitCode.DONE;
  }
}
