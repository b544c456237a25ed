package rahnamo.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import rahnamo.pipeline.BuildRequest;
import rahnamo.site.PublicationRules;

/** Options of the commands that make a site. */
final class SiteOptions {

  private Optional<CommandSpec> command = Optional.empty();

  @Option(
      names = "--templates",
      paramLabel = "DIR",
      descriptionKey = "templates",
      converter = ExistingFolder.class)
  Optional<Path> templates = Optional.empty();

  @Option(names = "--date", paramLabel = "YYYY-MM-DD", descriptionKey = "date")
  Optional<LocalDate> date = Optional.empty();

  @Option(names = "--drafts", descriptionKey = "drafts")
  boolean withDrafts;

  @Option(names = "--future", descriptionKey = "future")
  boolean withFuture;

  @Option(names = "--jobs", paramLabel = "N", descriptionKey = "jobs")
  int jobs = Runtime.getRuntime().availableProcessors();

  @Option(names = "--no-search", descriptionKey = "no-search")
  boolean hasNoSearch;

  @Spec(Spec.Target.MIXEE)
  void useIn(CommandSpec spec) {
    command = Optional.of(spec);
  }

  /** Refuses a path at which there is no folder. */
  static final class ExistingFolder implements ITypeConverter<Path> {

    @Override
    public Path convert(String value) {
      Path folder = Path.of(value);
      if (!Files.isDirectory(folder)) {
        throw new TypeConversionException("there is no folder '" + value + "'");
      }
      return folder;
    }
  }

  /** The build that the options ask for. */
  BuildRequest request(Path content, Path output) {
    var rules = new PublicationRules(day(System.getenv()), withDrafts, withFuture);
    return new BuildRequest(content, output, templates, rules, !hasNoSearch, Math.max(1, jobs));
  }

  /** The day to build for: as asked for, else of `SOURCE_DATE_EPOCH`, else today. */
  LocalDate day(Map<String, String> environment) {
    if (date.isPresent()) {
      return date.get();
    }
    String epoch = environment.getOrDefault("SOURCE_DATE_EPOCH", "");
    try {
      return epoch.isEmpty()
          ? LocalDate.now(ZoneOffset.UTC)
          : LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(epoch)), ZoneOffset.UTC);
    } catch (NumberFormatException | DateTimeException e) {
      String problem = "SOURCE_DATE_EPOCH is not a number of seconds: '" + epoch + "'";
      throw new ParameterException(command.orElseThrow().commandLine(), problem, e);
    }
  }
}
