package rahnamo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rahnamo.diagnostic.StrictJson;

/** What users type, and what they and their scripts are told. */
class CommandLineTest {

  @TempDir Path temp;
  private ContentFolder content;

  @BeforeEach
  void writeContent() throws IOException {
    content = ContentFolder.of(temp.resolve("content")).withArticle("patent", "Текст.");
  }

  private Run run(String command, String... more) {
    var arguments = new ArrayList<>(List.of(command, "--content", content.path().toString()));
    arguments.addAll(List.of("--templates", Sites.TEST_THEME.toString(), "--date", Run.DATE));
    arguments.add("--no-packs");
    if (command.equals("build")) {
      arguments.addAll(List.of("--output", temp.resolve("output").toString()));
    }
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray(String[]::new)).seenFrom(temp);
  }

  private void breakContent() throws IOException {
    content.withArticle("patent", "Смотрите [закон](patnet.md) и **пaтент**.");
  }

  @Test
  void goodBuildPrintsOneLine() {
    Run run = run("build", "--ui-lang", "en");
    assertEquals(0, run.exitCode());
    assertEquals("", run.err());
    assertTrue(
        run.out()
            .matches(
                "10 pages, 1 languages, 0 warnings, \\d+\\.\\d s"
                    + " \\(for 2026-11-24, 23 files changed\\)\n"),
        run.out());
  }

  @Test
  void checkSaysThatNothingWasWritten() {
    Run run = run("check", "--ui-lang", "en");
    assertEquals(0, run.exitCode());
    assertTrue(run.out().endsWith(" (for 2026-11-24, nothing written)\n"), run.out());
  }

  @Test
  void quietRunSaysNothingButMistakes() throws IOException {
    assertEquals(new Run(0, "", ""), run("build", "--quiet"));
    assertEquals(new Run(0, "", ""), run("check", "-q"));
    breakContent();
    Run run = run("check", "--quiet", "--ui-lang", "en");
    assertEquals("", run.out());
    assertTrue(run.err().contains("[broken-link]"), run.err());
  }

  @Test
  void mistakesGiveOne() throws IOException {
    breakContent();
    assertEquals(1, run("build").exitCode());
    assertEquals(1, run("check").exitCode());
  }

  @Test
  void warningsGiveNoughtAndAreCounted() throws IOException {
    content.withArticle("patent", "**Пaтент**.");
    Run run = run("check", "--ui-lang", "en");
    assertEquals(0, run.exitCode());
    assertTrue(run.out().contains(" pages, 1 languages, 1 warnings, "), run.out());
    assertTrue(run.err().contains("[mixed-script]"), run.err());
  }

  @Test
  void wrongDateIsExplainedWithoutTheNamesOfClasses() {
    Run run = Run.of("build", "--date", "24.11.2026", "--ui-lang", "en");
    assertEquals(
        new Run(
            2,
            "",
            """
            error: `--date` cannot be `24.11.2026`
              help: write year, month and day like 2026-03-01
            """),
        run);
  }

  @Test
  void wrongCommandLinesGiveTwoAndSayHow() {
    requireWrong(
        "there is no option `--contnet`", "did you mean `--content`?", "build", "--contnet", "x");
    requireWrong("there is no command `biuld`", "did you mean `build`?", "biuld");
    requireWrong(
        "`--format` cannot be `xml`", "`rahnamo check --help`", "check", "--format", "xml");
    requireWrong("the option `--content` needs a value", "--help`", "build", "--content");
    requireWrong(
        "`--date` cannot be `24.11.2026`",
        "write year, month and day like 2026-03-01",
        "build",
        "--date",
        "24.11.2026");
    requireWrong("`--jobs` cannot be `many`", "--help`", "build", "--jobs", "many");
    requireWrong("`--templates` cannot be `no/such`", "--help`", "build", "--templates", "no/such");
    requireWrong(
        "the option `--date` stands here twice",
        "--help`",
        "check",
        "--date",
        Run.DATE,
        "--date",
        Run.DATE);
    requireWrong("there is no option `--output`", "--help`", "check", "--output", "x");
    requireWrong("`PATH` is missing", "--help`", "translations", "accept");
    requireWrong("the command is missing", "Usage: rahnamo translations", "translations");
    requireWrong("the command is missing", "Usage: rahnamo ");
  }

  private static void requireWrong(String mistake, String help, String... arguments) {
    var english = new ArrayList<>(List.of(arguments));
    english.addAll(List.of("--ui-lang", "en"));
    Run run = Run.of(english.toArray(String[]::new));
    assertEquals(2, run.exitCode(), run.err());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("error: " + mistake + "\n"), run.err());
    assertTrue(run.err().contains(help), run.err());
  }

  @Test
  void failureOfTheProgramGivesThree() {
    var err = new ByteArrayOutputStream();
    var broken =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
          @Override
          public void println(String line) {
            throw new IllegalStateException("a bug");
          }
        };
    var console = Console.of(broken, new PrintStream(err, true, StandardCharsets.UTF_8));
    String[] arguments = {"check", "--content", content.path().toString(), "--ui-lang", "en"};

    assertEquals(3, Main.run(arguments, console));

    String said = err.toString(StandardCharsets.UTF_8);
    assertTrue(
        said.startsWith(
            "this is a mistake of the program, please report it: IllegalStateException: a bug\n"),
        said);
    assertTrue(said.contains("\tat rahnamo.cli."), said);
  }

  @Test
  void failureOfTheDiskGivesThreeAndNoStackTrace() throws IOException {
    Path unreadable = Path.of("/proc/self/mem"); // for the administrator too
    Assumptions.assumeTrue(
        Files.isRegularFile(unreadable), "NOT TESTED HERE: there is no " + unreadable);
    Path theme = temp.resolve("theme");
    Files.createDirectories(theme.resolve("assets"));
    Path link = Files.createSymbolicLink(theme.resolve("assets/style.list"), unreadable);
    String[] arguments = {
      "check",
      "--content",
      content.path().toString(),
      "--templates",
      theme.toString(),
      "--ui-lang",
      "en"
    };
    Run run = Run.of(arguments);
    Files.delete(link);
    assertEquals(3, run.exitCode());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void versionIsOneLine() {
    for (String[] arguments :
        new String[][] {{"--version"}, {"-V"}, {"build", "--version"}, {"translations", "-V"}}) {
      assertEquals(new Run(0, Main.VERSION + "\n", ""), Run.of(arguments));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru", "tg", "uz"})
  void helpIsInTheLanguageAskedFor(String language) {
    var seen = new HashSet<String>();
    for (String[] arguments :
        new String[][] {
          {"--help"}, {"build", "--help"}, {"check", "-h"}, {"translations", "accept", "--help"}
        }) {
      var all = new ArrayList<>(List.of(arguments));
      all.addAll(List.of("--ui-lang", language));
      Run run = Run.of(all.toArray(String[]::new));
      assertEquals(0, run.exitCode());
      assertEquals("", run.err());
      assertTrue(run.out().contains("--ui-lang"), run.out());
      assertEquals(language.equals("en"), run.out().contains("show this help"), run.out());
      assertTrue(seen.add(run.out()));
    }
  }

  @Test
  void messagesAreInTheLanguageAskedForButCodesAreNot() throws IOException {
    breakContent();
    var texts = new HashSet<String>();
    for (String language : List.of("en", "ru", "tg", "uz", "uz-UZ", "fr")) {
      Run run = run("check", "--ui-lang=" + language);
      texts.add(run.err());
      assertEquals(1, run.exitCode());
      assertTrue(run.err().startsWith("content/ru/work/patent.md:4:18: "), run.err());
      assertTrue(run.err().contains("patnet.md"), run.err());
      assertTrue(run.err().contains("[broken-link]\n"), run.err());
      assertTrue(run.err().contains("[mixed-script]\n"), run.err());
    }
    assertEquals(4, texts.size()); // uz-UZ is Uzbek, and what is unknown is answered in English
  }

  @Test
  void jsonIsOneArrayOnStandardOutput() throws IOException {
    assertEquals(new Run(0, "[]\n", ""), run("build", "--format", "json"));
    breakContent();
    content.with("ru/work/\"quoted\".md", "---\ntitle: X\n---\nТекст.\n");
    Run run = run("build", "--format", "json", "--ui-lang", "en");
    assertEquals(1, run.exitCode());
    assertEquals(
        "errors: 2, warnings: 1; nothing was published, the old site is untouched\n", run.err());
    List<?> reports = (List<?>) StrictJson.parse(run.out());
    assertEquals(3, reports.size());
    assertEquals("content/ru/work/\"quoted\".md", ((Map<?, ?>) reports.get(0)).get("file"));
    assertEquals(
        Map.of(
            "file", "content/ru/work/patent.md",
            "line", "4",
            "column", "18",
            "length", "9",
            "severity", "error",
            "code", "broken-link",
            "message", "link to `patnet.md` has no target",
            "help", "did you mean `patent.md`?"),
        reports.get(1));
  }

  @Test
  void gitHubGetsAnnotations() throws IOException {
    breakContent();
    Run run = run("check", "--format", "github", "--ui-lang", "en");
    assertEquals(1, run.exitCode());
    assertEquals(
        """
        ::error file=content/ru/work/patent.md,line=4,col=18,endColumn=27,title=broken-link::link to `patnet.md` has no target%0Adid you mean `patent.md`?
        ::warning file=content/ru/work/patent.md,line=4,col=33,endColumn=39,title=mixed-script::the word `пaтент` mixes Latin and Cyrillic letters%0Adid you mean `патент`?
        """,
        run.out());
  }

  @Test
  void numberOfJobsIsAtLeastOne() {
    assertEquals(0, run("check", "--jobs", "0").exitCode());
    assertEquals(0, run("check", "--jobs", "-3").exitCode());
  }

  @Test
  void checkWritesNothingAnywhere() throws Exception {
    breakContent();
    Map<String, Object> before = Tree.identities(temp);
    Run failed = Program.in(temp).run("check", "--date", Run.DATE);
    assertEquals(1, failed.exitCode(), failed.err());
    content.withArticle("patent", "Текст.");
    before.put("content/ru/work/patent.md", Tree.identities(temp).get("content/ru/work/patent.md"));
    Run good = Program.in(temp).run("check", "--date", Run.DATE);
    assertEquals(0, good.exitCode(), good.err());
    assertEquals(before, Tree.identities(temp));
    assertFalse(Files.exists(temp.resolve("site-output")));
  }

  @Test
  void dayComesFromTheEnvironmentUnlessItIsAskedFor() throws Exception {
    content.with("ru/work/later.md", "---\ntitle: Позже\npublished: 2026-11-25\n---\nТекст.\n");
    Program program = Program.in(temp).withEnvironment("SOURCE_DATE_EPOCH", "1795564800");
    Run run = program.run("build", "--ui-lang", "en");
    assertTrue(run.out().contains(" (for 2026-11-25, "), run.out() + run.err());
    assertTrue(Files.exists(temp.resolve("site-output/ru/work/later.html")));

    run = program.run("build", "--ui-lang", "en", "--date", Run.DATE);
    assertTrue(run.out().contains(" (for 2026-11-24, "), run.out() + run.err());
    assertFalse(Files.exists(temp.resolve("site-output/ru/work/later.html")));

    run =
        Program.in(temp)
            .withEnvironment("SOURCE_DATE_EPOCH", "tomorrow")
            .run("build", "--ui-lang", "en");
    assertEquals(2, run.exitCode(), run.err());
    assertTrue(run.err().contains("SOURCE_DATE_EPOCH"), run.err());
  }
}
