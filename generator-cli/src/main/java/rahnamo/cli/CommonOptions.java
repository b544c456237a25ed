package rahnamo.cli;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rahnamo.diagnostic.DiagnosticFormat;

/** Options that mean the same in every command. */
final class CommonOptions {

  @Option(names = "--content", paramLabel = "DIR", descriptionKey = "content")
  Path content = Path.of("content");

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
