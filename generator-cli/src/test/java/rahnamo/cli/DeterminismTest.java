package rahnamo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same content gives the same bytes, and what is the same is not written again. */
class DeterminismTest {

  private static final String[] BUILD = {"build", "--date", Run.DATE, "--ui-lang", "en"};

  @TempDir static Path reference;
  private static Tree expected;

  @TempDir Path temp;

  @BeforeAll
  static void buildReference() throws IOException {
    SampleSite.write(reference.resolve("content"));
    Run run =
        Run.buildWithPacks(reference.resolve("content"), reference.resolve("out"), "--jobs", "1");
    assertEquals(new Run(0, "", ""), run);
    expected = Tree.of(reference.resolve("out"));
    assertTrue(expected.files().size() > 150, "only " + expected.files().size() + " files");
  }

  private Tree buildHere(Program program, String... more) throws Exception {
    SampleSite.copyBackwards(reference.resolve("content"), program.folder().resolve("content"));
    String[] arguments = new String[BUILD.length + more.length];
    System.arraycopy(BUILD, 0, arguments, 0, BUILD.length);
    System.arraycopy(more, 0, arguments, BUILD.length, more.length);
    Run run = program.run(arguments);
    assertEquals(0, run.exitCode(), run.err());
    return Tree.of(program.folder().resolve("site-output"));
  }

  @Test
  void manyJobsGiveTheSameBytesAsOne() throws IOException {
    for (String jobs : List.of("2", "8", "32")) {
      Path output = temp.resolve("jobs-" + jobs);
      Run run = Run.buildWithPacks(reference.resolve("content"), output, "--jobs", jobs);
      assertEquals(0, run.exitCode(), run.err());
      expected.requireEqual(Tree.of(output));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Duser.language=tr -Duser.country=TR -Duser.timezone=Pacific/Kiritimati",
        "-Duser.language=ar -Duser.country=EG -Duser.extensions=nu-arab"
            + " -Duser.timezone=Pacific/Pago_Pago -Dfile.encoding=US-ASCII"
            + " -XX:+UnlockExperimentalVMOptions -XX:hashCode=2",
      })
  void otherFolderCreationOrderLocaleAndTimeZoneGiveTheSameBytes(String options) throws Exception {
    Path folder = temp.resolve("a folder of another name");
    Program program = Program.in(java.nio.file.Files.createDirectory(folder));
    expected.requireEqual(buildHere(program.with(options.split(" ", -1)), "--jobs", "8"));
  }

  @Test
  void otherJavaGivesTheSameBytes() throws Exception {
    String other = System.getProperty("rahnamo.secondJdk", "");
    if (other.isEmpty()) {
      System.err.println(
          "NOT COMPARED with a second Java: name one with -Drahnamo.secondJdk=<its folder>");
    }
    Assumptions.assumeFalse(other.isEmpty(), "NOT COMPARED: no -Drahnamo.secondJdk");
    expected.requireEqual(buildHere(Program.in(temp).withJava(Path.of(other))));
  }

  @Test
  void clockIsNowhereInTheOutput() throws IOException {
    Path content = reference.resolve("content");
    Run run =
        Run.of(
            "build",
            "--quiet",
            "--date",
            "2041-05-06",
            "--content",
            content.toString(),
            "--output",
            temp.toString());
    assertEquals(new Run(0, "", ""), run);
    String today = Instant.now().toString().substring(0, "2026-01-01".length());
    for (var file : Tree.of(temp).files().entrySet()) {
      boolean isOfTheTheme = file.getKey().startsWith("assets/"); // whose remarks may name days
      assertFalse(!isOfTheTheme && file.getValue().contains(today), file.getKey());
    }
  }

  @Test
  void messagesDoNotDependOnTheOrderOfThreads() throws IOException {
    Path site = Sites.resources().resolve("sites-invalid/many-mistakes/content");
    Run one = Run.build(site, temp.resolve("out"), "--jobs", "1");
    for (int i = 0; i < 20; i++) {
      assertEquals(one, Run.build(site, temp.resolve("out"), "--jobs", "8"));
    }
  }

  @Test
  void secondBuildChangesNothing() throws IOException {
    Path output = temp.resolve("out");
    Path content = reference.resolve("content");
    assertEquals(0, Run.buildWithPacks(content, output).exitCode());
    Map<String, Object> before = Tree.identities(output);
    Run run =
        Run.of(
            "build",
            "--ui-lang",
            "en",
            "--date",
            Run.DATE,
            "--content",
            content.toString(),
            "--output",
            output.toString());
    assertTrue(run.out().contains(", 0 files changed)\n"), run.out());
    assertEquals(before, Tree.identities(output));
  }

  @Test
  void editOfATextWritesItsPagesOnly() throws IOException {
    ContentFolder content = SampleSite.write(temp.resolve("content"));
    String file = "ru/work/article-0.md";
    requireChanges(
        content,
        () -> content.with(file, content.text(file).replace("Сноска.", "Другая сноска.")),
        // Readers of Tajik get the Russian text of this article.
        Set.of("ru/work/article-0.html", "tg/work/article-0.html"));
  }

  @Test
  void onlyFilesThatDifferAreWritten() throws IOException {
    ContentFolder content = SampleSite.write(temp.resolve("content"));
    String file = "uz/rights/article-4.md";
    requireChanges(content, () -> content.with(file, content.text(file).replace("Ish", "Uy")));
    requireChanges(content, () -> content.without("tg/life/article-5.md"));
    requireChanges(content, () -> content.with("tg/life/new.md", "---\ntitle: Нав\n---\nМатн.\n"));
    requireChanges(content, () -> content.without("ru/alerts/danger.md"));
    requireChanges(content, () -> content.with("static/CNAME", "example.com\n"));
    requireChanges(
        content, () -> content.with("site.yml", content.text("site.yml").replace("4", "5")));
  }

  private interface Edit {
    void run() throws IOException;
  }

  private void requireChanges(ContentFolder content, Edit edit, Set<String> expectedChanges)
      throws IOException {
    Set<String> changes = new TreeSet<>(requireChanges(content, edit));
    changes.removeIf(path -> path.startsWith("search/"));
    assertEquals(expectedChanges, changes);
  }

  /** Builds before and after an edit: each file is written if its bytes differ, and else not. */
  private Set<String> requireChanges(ContentFolder content, Edit edit) throws IOException {
    Path output = temp.resolve("out");
    assertEquals(new Run(0, "", ""), Run.build(content.path(), output));
    Map<String, String> textsBefore = Tree.of(output).files();
    Map<String, Object> filesBefore = Tree.identities(output);
    edit.run();
    assertEquals(new Run(0, "", ""), Run.build(content.path(), output));
    Set<String> differing = differences(textsBefore, Tree.of(output).files());
    assertEquals(differing, differences(filesBefore, Tree.identities(output)));
    assertTrue(!differing.isEmpty() && differing.size() < textsBefore.size(), "" + differing);

    Path fresh = temp.resolve("fresh");
    Sites.delete(fresh);
    assertEquals(new Run(0, "", ""), Run.build(content.path(), fresh));
    Tree.of(fresh).requireEqual(Tree.of(output));
    return differing;
  }

  private static Set<String> differences(Map<String, ?> before, Map<String, ?> after) {
    var differing = new TreeSet<String>();
    var all = new TreeMap<String, Object>(before);
    all.putAll(after);
    for (String path : all.keySet()) {
      if (!Objects.equals(before.get(path), after.get(path))) {
        differing.add(path);
      }
    }
    return differing;
  }
}
