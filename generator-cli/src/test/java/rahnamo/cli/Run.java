package rahnamo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of the program, inside the tests' own process.
 *
 * @param exitCode what the shell is told
 * @param out standard output
 * @param err standard error
 */
public record Run(int exitCode, String out, String err) {

  /** The day of all builds in tests. */
  static final String DATE = "2026-11-24";

  /** Any command. */
  public static Run of(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    Console console = Console.of(stream(out), stream(err));
    int exitCode = Main.run(arguments, console);
    return new Run(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A build in English for {@link #DATE}, without packs, without a word if all is well. */
  public static Run build(Path content, Path output, String... more) {
    var arguments = new ArrayList<>(List.of("--no-packs"));
    arguments.addAll(List.of(more));
    return buildWithPacks(content, output, arguments.toArray(String[]::new));
  }

  /** The same with packs, which nobody signs. */
  public static Run buildWithPacks(Path content, Path output, String... more) {
    var arguments = new ArrayList<>(List.of("build", "--date", DATE, "--ui-lang", "en", "--quiet"));
    arguments.addAll(List.of("--content", content.toString(), "--output", output.toString()));
    arguments.addAll(List.of(more));
    return of(arguments.toArray(String[]::new));
  }

  /** Nothing was wrong. */
  static void requireDone(Run run) {
    assertEquals(0, run.exitCode(), run.err());
  }

  /** The command did nothing, and said why and what to do. */
  static void requireRefused(String message, Run run) {
    assertEquals(2, run.exitCode(), run.out());
    assertTrue(run.err().startsWith("error: "), run.err());
    assertTrue(run.err().contains(message), run.err());
    assertTrue(run.err().contains("\n  help: "), run.err());
  }

  /** The same run as somebody in this folder sees it: paths in it are written without it. */
  Run seenFrom(Path folder) {
    String prefix = folder + "/";
    return new Run(exitCode, out.replace(prefix, ""), err.replace(prefix, ""));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
