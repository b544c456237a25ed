package rahnamo.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * The option that names the interface language. {@link Main#interfaceLanguage} reads it before the
 * command line is understood, so it may stand behind any command.
 */
final class LanguageOption {

  @Option(names = "--ui-lang", paramLabel = "LANG", descriptionKey = "ui-lang")
  Optional<String> language = Optional.empty();
}
