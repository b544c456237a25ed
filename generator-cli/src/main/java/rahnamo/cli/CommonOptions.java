package rahnamo.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;
import rahnamo.diagnostic.DiagnosticFormat;
import rahnamo.diagnostic.MessageCatalog;

/** Options that mean the same in every command. */
final class CommonOptions {

  @Option(names = "--content", paramLabel = "DIR", descriptionKey = "content")
  Path content = Path.of("content");

  @Option(names = "--ui-lang", paramLabel = "LANG", descriptionKey = "ui-lang")
  Optional<String> uiLang = Optional.empty();

  @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format")
  DiagnosticFormat format = DiagnosticFormat.TEXT;

  @Option(
      names = {"-q", "--quiet"},
      descriptionKey = "quiet")
  boolean isQuiet;

  @Option(
      names = {"-v", "--verbose"},
      descriptionKey = "verbose")
  boolean isVerbose;

  /** The interface's words: as asked for, else in the language of the system. */
  MessageCatalog messages() {
    return MessageCatalog.of(uiLang.orElse(Locale.getDefault().getLanguage()));
  }
}
