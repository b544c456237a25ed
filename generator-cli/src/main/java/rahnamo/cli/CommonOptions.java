package rahnamo.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options that mean the same in every command that reads the content. */
final class CommonOptions extends MessageOptions {

  @Option(names = "--content", paramLabel = "DIR", descriptionKey = "content")
  Path content = Path.of("content");
}
