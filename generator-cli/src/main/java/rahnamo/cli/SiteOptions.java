package rahnamo.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import rahnamo.pipeline.BuildRequest;
import rahnamo.pipeline.PackOptions;
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

  @Mixin private final DateOption date = new DateOption();

  @Option(names = "--drafts", descriptionKey = "drafts")
  boolean withDrafts;

  @Option(names = "--future", descriptionKey = "future")
  boolean withFuture;

  @Option(names = "--jobs", paramLabel = "N", descriptionKey = "jobs")
  int jobs = Runtime.getRuntime().availableProcessors();

  @Option(names = "--no-search", descriptionKey = "no-search")
  boolean hasNoSearch;

  @Option(names = "--no-packs", descriptionKey = "no-packs")
  boolean hasNoPacks;

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
  BuildRequest request(Path content, Path output, PackOptions packing) {
    Optional<PackOptions> packs = hasNoPacks ? Optional.empty() : Optional.of(packing);
    LocalDate day = date.day(System.getenv(), command.orElseThrow());
    var rules = new PublicationRules(day, withDrafts, withFuture);
    return new BuildRequest(
        content, output, templates, rules, !hasNoSearch, packs, Math.max(1, jobs));
  }
}
