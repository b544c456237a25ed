package rahnamo.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import rahnamo.diagnostic.MessageCatalog;
import rahnamo.text.DidYouMean;

/**
 * Says what is wrong with a command line: one sentence in the user's language, then the words of
 * the command line parser, then what to do.
 */
final class CommandLineMistake implements IParameterExceptionHandler {

  private final MessageCatalog messages;
  private final Console console;

  CommandLineMistake(MessageCatalog messages, Console console) {
    this.messages = messages;
    this.console = console;
  }

  /**
   * What is wrong.
   *
   * @param sentence in the user's language
   * @param meaning what the user probably meant
   */
  private record Mistake(String sentence, Optional<String> meaning) {}

  @Override
  public int handleParseException(ParameterException problem, String[] args) {
    CommandLine command = problem.getCommandLine();
    if (isMissingCommand(problem)) {
      console.note(text("severity.error") + ": " + text("cli.missing-command"));
      command.usage(console.err());
      return ExitCode.WRONG_COMMAND_LINE;
    }
    Mistake mistake = explain(problem);
    String help =
        mistake
            .meaning()
            .map(meaning -> text("did-you-mean", meaning))
            .orElseGet(() -> cure(problem));
    console.note(text("severity.error") + ": " + mistake.sentence());
    if (!isDate(problem)) { // the parser's words would name Java classes
      console.note("  " + problem.getMessage());
    }
    console.note("  " + text("label.help") + ": " + help);
    return ExitCode.WRONG_COMMAND_LINE;
  }

  private String cure(ParameterException problem) {
    return isDate(problem)
        ? text("invalid-date.help")
        : text("cli.see-help", problem.getCommandLine().getCommandSpec().qualifiedName());
  }

  private static boolean isDate(ParameterException problem) {
    return !(problem instanceof MissingParameterException)
        && !(problem instanceof OverwrittenOptionException)
        && Optional.ofNullable(problem.getArgSpec())
            .filter(argument -> List.of(argument.auxiliaryTypes()).contains(LocalDate.class))
            .isPresent();
  }

  private Mistake explain(ParameterException problem) {
    if (problem instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (problem instanceof MissingParameterException missing) {
      ArgSpec argument = missing.getMissing().get(0);
      String key = argument.isOption() ? "cli.missing-value" : "cli.missing-argument";
      return new Mistake(text(key, name(argument)), Optional.empty());
    }
    if (problem instanceof OverwrittenOptionException repeated) {
      String option = name(repeated.getOverwritten());
      return new Mistake(text("cli.repeated-option", option), Optional.empty());
    }
    Optional<ArgSpec> argument = Optional.ofNullable(problem.getArgSpec());
    if (argument.isPresent()) {
      return invalidValue(argument.get(), Optional.ofNullable(problem.getValue()).orElse(""));
    }
    return new Mistake(text("cli.wrong"), Optional.empty());
  }

  /** Whether only a group of commands was named, such as {@code rahnamo translations}. */
  private static boolean isMissingCommand(ParameterException problem) {
    return problem.getClass().equals(ParameterException.class)
        && problem.getArgSpec() == null
        && !problem.getCommandLine().getSubcommands().isEmpty();
  }

  private Mistake unmatched(UnmatchedArgumentException problem) {
    CommandLine command = problem.getCommandLine();
    String word = problem.getUnmatched().get(0);
    if (problem.isUnknownOption()) {
      String option = word.split("=", 2)[0];
      return new Mistake(
          text("cli.unknown-option", option), DidYouMean.closest(option, options(command)));
    }
    Collection<String> commands = command.getSubcommands().keySet();
    return commands.isEmpty()
        ? new Mistake(text("cli.surplus-argument", word), Optional.empty())
        : new Mistake(text("cli.unknown-command", word), DidYouMean.closest(word, commands));
  }

  private static List<String> options(CommandLine command) {
    return command.getCommandSpec().options().stream().map(OptionSpec::longestName).toList();
  }

  private Mistake invalidValue(ArgSpec argument, String value) {
    var allowed = new ArrayList<String>();
    Optional.ofNullable(argument.completionCandidates())
        .ifPresent(words -> words.forEach(word -> allowed.add(word.toLowerCase(Locale.ROOT))));
    return new Mistake(
        text("invalid-value", name(argument), value), DidYouMean.closest(value, allowed));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private String text(String key, String... arguments) {
    return messages.text(key, List.of(arguments));
  }
}
