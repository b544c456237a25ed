package rahnamo.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import rahnamo.diagnostic.MessageCatalog;

/** The command {@code rahnamo}, from which all other commands hang. */
@Command(name = "rahnamo", mixinStandardHelpOptions = true, version = Main.VERSION)
public final class Main {

  static final String VERSION = "rahnamo 0.1.0";

  // Read from the arguments before picocli sees them; here so that it is accepted and explained.
  @SuppressWarnings("UnusedVariable")
  @Mixin
  private final LanguageOption language = new LanguageOption();

  private Main() {}

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
        withCommands(new CommandLine(new Main()), args, console, messages)
            .setResourceBundle(UsageTexts.in(messages.language()))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(writer(console.out()))
            .setErr(writer(console.err()))
            .setParameterExceptionHandler(new CommandLineMistake(messages, console))
            .setExecutionExceptionHandler(
                (problem, command, result) -> failed(problem, args, messages, console));
    return commandLine.execute(args);
  }

  /**
   * Adds the command that is called, or all if the first word is none of them: to read what a
   * command takes costs a small build some milliseconds for each.
   */
  private static CommandLine withCommands(
      CommandLine root, String[] args, Console console, MessageCatalog messages) {
    var commands = new LinkedHashMap<String, Supplier<Object>>();
    commands.put("apk", () -> new ApkCommand(console, messages));
    commands.put("build", () -> new BuildCommand(console, messages));
    commands.put("check", () -> new CheckCommand(console, messages));
    commands.put("index", () -> new IndexCommand(console, messages));
    commands.put("keys", () -> new KeysCommand(console, messages));
    commands.put("pack", () -> new PackCommand(console, messages));
    commands.put("search", () -> new SearchCommand(console, messages));
    commands.put("share", () -> new ShareCommand(console, messages));
    commands.put("translations", () -> new TranslationsCommand(console, messages));
    commands.put("verify", () -> new VerifyCommand(console, messages));
    if (args.length > 0 && commands.containsKey(args[0])) {
      commands.keySet().retainAll(Set.of(args[0]));
    }
    commands.values().forEach(command -> root.addSubcommand(command.get()));
    return root;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
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
    return System.getProperty("user.language", "en");
  }
}
