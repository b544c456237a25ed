package rahnamo.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option that names the day from which everything dated derives. */
final class DateOption {

  @Option(names = "--date", paramLabel = "YYYY-MM-DD", descriptionKey = "date")
  Optional<LocalDate> date = Optional.empty();

  /** The day: as asked for, else of `SOURCE_DATE_EPOCH`, else today. */
  LocalDate day(Map<String, String> environment, CommandSpec command) {
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
      throw new ParameterException(command.commandLine(), problem, e);
    }
  }
}
