package rahnamo.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import rahnamo.diagnostic.MessageCatalog;

/** The command {@code rahnamo}, from which all other commands hang. */
@Command(
    name = "rahnamo",
    resourceBundle = "rahnamo.cli.Usage",
    mixinStandardHelpOptions = true,
    version = Main.VERSION)
public final class Main implements Callable<Integer> {

  static final String VERSION = "rahnamo 0.1.0";

  private final Console console;

  private Main(Console console) {
    this.console = console;
  }

  /** Runs the program and ends it with its exit code. */
  public static void main(String[] args) {
    Console console = Console.ofSystem(System.getenv());
    if (args.length == 1 && args[0].equals("--version")) {
      console.result(VERSION); // without the command line parser: scripts ask this often
      return;
    }
    System.exit(run(args, console));
  }

  static int run(String[] args, Console console) {
    MessageCatalog messages = MessageCatalog.of(interfaceLanguage(args));
    var commandLine =
        new CommandLine(new Main(console))
            .addSubcommand(new BuildCommand(console))
            .addSubcommand(new CheckCommand(console))
            .addSubcommand(new TranslationsCommand(console))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new java.io.PrintWriter(console.out(), true))
            .setErr(new java.io.PrintWriter(console.err(), true))
            .setExecutionExceptionHandler(
                (problem, command, result) -> failed(problem, args, messages, console));
    return commandLine.execute(args);
  }

  @Override
  public Integer call() {
    new CommandLine(this).usage(console.err());
    return ExitCode.WRONG_COMMAND_LINE;
  }

  private static int failed(
      Exception problem, String[] args, MessageCatalog messages, Console console) {
    boolean isBug = problem instanceof RuntimeException;
    String text = problem.getClass().getSimpleName() + ": " + problem.getMessage();
    console.note(messages.text(isBug ? "failure.bug" : "failure.disk", List.of(text)));
    if (isBug || List.of(args).contains("--verbose")) {
      problem.printStackTrace(console.err());
    }
    return ExitCode.OUR_FAILURE;
  }

  /** The interface language, known before the command line is read so that its errors are in it. */
  static String interfaceLanguage(String[] args) {
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith("--ui-lang=")) {
        return args[i].substring("--ui-lang=".length());
      }
      if (args[i].equals("--ui-lang") && i + 1 < args.length) {
        return args[i + 1];
      }
    }
    return Locale.getDefault().getLanguage();
  }
}
