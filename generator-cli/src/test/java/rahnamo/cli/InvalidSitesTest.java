package rahnamo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Severity;

/**
 * Every mistake an editor can make, one folder {@code sites-invalid/<code>} or {@code
 * <code>--<case>} each, with all that the program says to it in {@code expected.txt}. With {@code
 * -Dgolden.update=true} these texts are written anew.
 */
class InvalidSitesTest {

  /** Codes that no content folder provokes by itself; the tests named here provoke them. */
  private static final Set<DiagnosticCode> PROVOKED_ELSEWHERE =
      Set.of(
          // OutputMistakesTest
          DiagnosticCode.CONTENT_FOLDER_MISSING,
          DiagnosticCode.OUTPUT_NOT_WRITABLE,
          DiagnosticCode.OUTPUT_IN_CONTENT,
          DiagnosticCode.OUTPUT_BUSY,
          DiagnosticCode.FOREIGN_FILE,
          DiagnosticCode.CHANGED_OUTPUT_KEPT,
          DiagnosticCode.DISK_FULL,
          DiagnosticCode.APP_NOT_OFFERED,
          // PackCommandTest
          DiagnosticCode.PACK_LARGE,
          DiagnosticCode.PACK_TOO_LARGE,
          DiagnosticCode.SINGLE_FILE_TOO_LARGE,
          // DeltaPackTest
          DiagnosticCode.DELTA_TOO_LARGE,
          // ThemeMistakesTest
          DiagnosticCode.TEMPLATE_ERROR,
          DiagnosticCode.MISSING_STRING,
          DiagnosticCode.MISSING_THEME_FILE,
          DiagnosticCode.BUDGET_EXCEEDED,
          // IndexCommandTest
          DiagnosticCode.INVALID_DOCUMENT,
          DiagnosticCode.DUPLICATE_DOCUMENT);

  @TempDir static Path old;
  private static Tree oldSite;

  @TempDir Path temp;

  @BeforeAll
  static void publishOldSite() throws IOException {
    Path content = Sites.resources().resolve("sites/minimal/content");
    Run run = Run.build(content, old, "--templates", Sites.TEST_THEME.toString());
    assertEquals(new Run(0, "", ""), run);
    oldSite = Tree.of(old);
  }

  static Stream<String> cases() throws IOException {
    return Sites.in("sites-invalid").stream().map(site -> site.getFileName().toString());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void messagesAreAsExpected(String name) throws IOException {
    Path site = Sites.resources().resolve("sites-invalid").resolve(name);
    Path content = temp.resolve("content");
    Sites.copy(site.resolve("content"), content);
    addAwkwardFiles(name, content);

    Path output = temp.resolve("output");
    Sites.copy(old, output);
    Run run = run("build", content, "--output", output.toString());

    Path file = site.resolve("expected.txt");
    if (Sites.UPDATES) {
      Files.writeString(file, run.err());
    }
    String expected = Files.readString(file);
    boolean hasErrors = expected.contains(": error: ");
    assertEquals(expected, run.err());
    assertEquals(hasErrors ? 1 : 0, run.exitCode());
    assertEquals(run, run("check", content), "the check says something else than the build");
    if (hasErrors) {
      oldSite.requireEqual(Tree.of(output));
    }
  }

  private static void addAwkwardFiles(String name, Path content) throws IOException {
    try {
      AwkwardFiles.add(name, content);
    } catch (InvalidPathException e) {
      String reason = "NOT TESTED HERE: Java cannot write Cyrillic file names, set LC_ALL=C.UTF-8";
      Assumptions.abort(reason);
    }
  }

  private Run run(String command, Path content, String... more) {
    var arguments = new ArrayList<>(List.of(command, "--content", content.toString()));
    arguments.addAll(List.of("--templates", Sites.TEST_THEME.toString(), "--date", Run.DATE));
    arguments.addAll(List.of("--ui-lang", "en", "--quiet", "--no-packs"));
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray(String[]::new)).seenFrom(temp);
  }

  /** A folder of a code shows the code; a warning stays one, so that its folder builds. */
  @Test
  void everyCodeIsProvoked() throws IOException {
    var provoked = new TreeSet<DiagnosticCode>(PROVOKED_ELSEWHERE);
    for (Path site : Sites.in("sites-invalid")) {
      String expected = Files.readString(site.resolve("expected.txt"));
      String name = site.getFileName().toString().split("--", 2)[0];
      for (DiagnosticCode code : DiagnosticCode.values()) {
        if (code.id().equals(name)) {
          String severity = code.severity() == Severity.ERROR ? ": error: " : ": warning: ";
          assertTrue(expected.contains(severity), site + " shows no" + severity);
          assertTrue(expected.contains(" [" + name + "]\n"), site + " does not show " + name);
          assertTrue(provoked.add(code) || site.toString().contains("--"), name);
        }
      }
    }
    assertEquals(
        Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::id).collect(Collectors.toSet()),
        provoked.stream().map(DiagnosticCode::id).collect(Collectors.toSet()));
  }

  @Test
  void everyFolderIsNamedAfterACodeOrShowsMany() throws IOException {
    Set<String> codes =
        Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::id).collect(Collectors.toSet());
    for (Path site : Sites.in("sites-invalid")) {
      String name = site.getFileName().toString();
      assertTrue(name.equals("many-mistakes") || codes.contains(name.split("--", 2)[0]), name);
    }
  }

  @Test
  void tenMistakesInOneSiteAreAllShownInFileOrder() throws IOException {
    Path file = Sites.resources().resolve("sites-invalid/many-mistakes/expected.txt");
    List<String> places =
        Files.readAllLines(file).stream()
            .filter(line -> line.startsWith("content/"))
            .map(line -> line.split(" ", 2)[0])
            .toList();

    assertTrue(places.size() >= 10, "only " + places);
    assertEquals(places.stream().sorted(InvalidSitesTest::inFileOrder).toList(), places);
  }

  private static int inFileOrder(String a, String b) {
    String[] left = a.split(":", -1);
    String[] right = b.split(":", -1);
    int byPath = left[0].compareTo(right[0]);
    for (int i = 1; byPath == 0 && i < Math.min(left.length, right.length) - 1; i++) {
      int difference = Integer.parseInt(left[i]) - Integer.parseInt(right[i]);
      if (difference != 0) {
        return difference;
      }
    }
    return byPath;
  }
}
