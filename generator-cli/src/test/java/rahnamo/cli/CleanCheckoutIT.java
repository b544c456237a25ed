package rahnamo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./rahnamo build} in a checkout where nothing was ever built, with the libraries of this
 * machine and without a network: it builds the program, with the modules it needs and no others.
 */
@Tag("slow")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a POSIX shell")
class CleanCheckoutIT {

  private static final Set<String> NOT_CHECKED_OUT = Set.of(".git", "target", "node_modules");

  @TempDir Path temp;

  @Test
  void firstBuildMakesTheProgramAndTheNextOneUsesIt() throws IOException, InterruptedException {
    Path checkout = temp.resolve("checkout");
    copyCheckout(Sites.resources().resolve("../../../..").toRealPath(), checkout);
    Files.writeString(
        Files.createDirectories(checkout.resolve(".mvn")).resolve("maven.config"), "-o\n");
    Path sample = checkout.resolve("generator-cli/src/launcher/sample");

    Run first = rahnamo(checkout, "build", "--content", sample.toString());

    assertEquals(0, first.exitCode(), first.err());
    assertTrue(first.err().contains("building the program"), first.err());
    assertTrue(Files.isRegularFile(checkout.resolve("site-output/ru/work/sample.html")));
    assertEquals(
        List.of("generator-cli/target", "pack-format/target", "templates/target"),
        builtFolders(checkout));

    Run second = rahnamo(checkout, "build", "--content", sample.toString());

    assertEquals(0, second.exitCode(), second.err());
    assertFalse(second.err().contains("building the program"), second.err());
  }

  private Run rahnamo(Path checkout, String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("sh", "rahnamo"));
    command.addAll(List.of(arguments));
    Path out = temp.resolve("out");
    Path err = temp.resolve("err");
    int exitCode =
        new ProcessBuilder(command)
            .directory(checkout.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    return new Run(exitCode, Files.readString(out), Files.readString(err));
  }

  private static void copyCheckout(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (NOT_CHECKED_OUT.contains(folder.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            boolean isOutput = folder.equals(from.resolve("site-output"));
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return isOutput ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path copy = to.resolve(from.relativize(file));
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static List<String> builtFolders(Path checkout) throws IOException {
    try (Stream<Path> all = Files.walk(checkout)) {
      return all.filter(folder -> folder.endsWith("target"))
          .map(folder -> checkout.relativize(folder).toString())
          .sorted()
          .toList();
    }
  }
}
