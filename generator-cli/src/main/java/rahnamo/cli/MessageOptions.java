package rahnamo.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rahnamo.diagnostic.DiagnosticFormat;

/** Options on how a command reports. */
class MessageOptions {

  @Mixin final LanguageOption language = new LanguageOption();

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
}
