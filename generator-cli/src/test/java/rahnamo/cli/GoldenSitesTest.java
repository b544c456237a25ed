package rahnamo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole sites, compared byte for byte with {@code sites/<case>/expected}. Warnings stand in {@code
 * warnings.txt}, other options than the test theme in {@code arguments.txt}. With {@code
 * -Dgolden.update=true} both are written anew.
 */
class GoldenSitesTest {

  @TempDir Path temp;

  static Stream<String> cases() throws IOException {
    return Sites.in("sites").stream().map(site -> site.getFileName().toString());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void siteIsAsExpected(String name) throws IOException {
    Path site = Sites.resources().resolve("sites").resolve(name);
    Path output = temp.resolve("output");

    Run run = Run.build(site.resolve("content"), output, arguments(site)).seenFrom(site);

    assertEquals(0, run.exitCode(), run.err());
    if (Sites.UPDATES) {
      update(site, output, run.err());
    }
    assertEquals(textOf(site.resolve("warnings.txt")), run.err());
    Tree.of(site.resolve("expected")).requireEqual(Tree.of(output));
  }

  private static String[] arguments(Path site) throws IOException {
    Path file = site.resolve("arguments.txt");
    var arguments = new ArrayList<String>();
    List<String> lines =
        Files.exists(file)
            ? Files.readAllLines(file)
            : List.of("--templates", "{test-theme}", "--no-search");
    for (String line : lines) {
      arguments.add(
          line.replace("{test-theme}", Sites.TEST_THEME.toString())
              .replace("{site}", site.toString()));
    }
    return arguments.toArray(String[]::new);
  }

  private static String textOf(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private static void update(Path site, Path output, String warnings) throws IOException {
    Path expected = site.resolve("expected");
    Sites.delete(expected);
    for (Path file : Tree.paths(output)) {
      Path target = expected.resolve(output.relativize(file).toString());
      Files.createDirectories(target.resolveSibling("."));
      Files.copy(file, target);
    }
    Files.deleteIfExists(site.resolve("warnings.txt"));
    if (!warnings.isEmpty()) {
      Files.writeString(site.resolve("warnings.txt"), warnings);
    }
    assertFalse(Tree.of(expected).files().isEmpty());
  }
}
