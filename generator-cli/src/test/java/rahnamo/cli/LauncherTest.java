package rahnamo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * When {@code ./rahnamo} builds the program, and what it does when Maven fails or Java cannot store
 * its loaded classes. {@link CleanCheckoutIT} starts the real thing.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a POSIX shell")
class LauncherTest {

  /**
   * A Java that plays its part and fails where a test wants it to. What it dumps is half an archive
   * if it fails then.
   */
  private static final String JAVA =
      """
      #!/bin/sh
      archive=
      for word in "$@"; do
        case $word in -XX:SharedArchiveFile=*) archive=${word#*=} ;; esac
      done
      case "$*" in
        *-XX:DumpLoadedClassList=*) step=record ;;
        *-Xshare:dump*) step=dump ;;
        *-Xshare:on*) step=try ;;
        *) step=run ;;
      esac
      echo "$step" >>"$STEPS"
      [ "$step" != dump ] || echo half >"$archive"
      [ "$step" != "$FAILS" ] || { echo "no $step today"; exit 134; }
      [ "$step" != dump ] || echo whole >>"$archive"
      [ "$step" != run ] || [ ! -f "$archive" ] || cat "$archive"
      """;

  /** A Maven that notes what it is asked for and makes the jar, or fails. */
  private static final String MAVEN =
      """
      #!/bin/sh
      echo "mvn $*" >>"$STEPS"
      [ "$FAILS" != maven ] || { echo '[ERROR] no compiler today'; exit 1; }
      mkdir -p generator-cli/target/launcher
      echo "another program" >generator-cli/target/launcher/rahnamo.jar
      """;

  private static final String MAVEN_CALL = "mvn -q -B -Dlauncher -pl generator-cli -am package";

  private static final String ARCHIVE = "classes-17.0.1+12.jsa";

  @TempDir Path temp;
  private Path program;

  @BeforeEach
  void installProgram() throws IOException {
    program = Files.createDirectories(temp.resolve("home/generator-cli/target/program"));
    Path launcher = Sites.resources().resolve("../../../../rahnamo").normalize();
    Files.copy(launcher, temp.resolve("home/rahnamo"));
    Files.writeString(program.resolve("rahnamo.jar"), "the program");
    Files.writeString(program.resolve("built"), "");
    Path bin = Files.createDirectories(temp.resolve("java/bin"));
    writeCommand(bin.resolve("java"), JAVA);
    writeCommand(bin.resolve("mvn"), MAVEN);
    Files.writeString(
        temp.resolve("java/release"),
        "JAVA_VERSION=\"17.0.1\"\nJAVA_RUNTIME_VERSION=\"17.0.1+12\"\n");
  }

  private static void writeCommand(Path file, String script) throws IOException {
    Files.writeString(file, script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Run start(String failingStep) throws IOException, InterruptedException {
    Path out = temp.resolve("out");
    Path err = temp.resolve("err");
    var builder = new ProcessBuilder("sh", temp.resolve("home/rahnamo").toString(), "--version");
    builder.environment().put("JAVA_HOME", temp.resolve("java").toString());
    String path = temp.resolve("java/bin") + ":" + System.getenv("PATH");
    builder.environment().put("PATH", path);
    builder.environment().put("STEPS", temp.resolve("steps").toString());
    builder.environment().put("FAILS", failingStep);
    int exitCode =
        builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
    return new Run(exitCode, Files.readString(out), Files.readString(err));
  }

  private List<String> steps() throws IOException {
    return Files.readAllLines(temp.resolve("steps"), StandardCharsets.UTF_8);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(program)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void archiveIsMadeTriedAndUsedFromThenOn() throws IOException, InterruptedException {
    assertEquals(new Run(0, "half\nwhole\n", ""), start("nowhere"));
    assertEquals(new Run(0, "half\nwhole\n", ""), start("nowhere"));

    assertEquals(List.of("record", "dump", "try", "run", "run"), steps());
    assertEquals(List.of("built", ARCHIVE, ARCHIVE + ".of", "rahnamo.jar"), files());
  }

  @ParameterizedTest
  @ValueSource(strings = {"record", "dump", "try"})
  void failureIsSaidOnceAndLeavesNoArchive(String step) throws IOException, InterruptedException {
    Files.writeString(program.resolve(ARCHIVE), "of an older program");

    Run first = start(step);

    assertEquals(0, first.exitCode(), first.err());
    assertEquals("", first.out());
    Path log = program.toRealPath().resolve(ARCHIVE + ".log");
    assertEquals(
        "rahnamo: this Java could not store its loaded classes, so each start takes a little"
            + " longer. What it said: "
            + log
            + "\n",
        first.err());
    assertTrue(Files.readString(log).contains("no " + step + " today"));
    assertFalse(files().contains(ARCHIVE), "a broken archive is in use");
    assertFalse(files().contains(ARCHIVE + ".new"));
    assertEquals(new Run(0, "", ""), start(step));
    assertEquals(List.of("run"), steps().subList(steps().indexOf(step) + 2, steps().size()));
  }

  @Test
  void programIsBuiltAnewWhenASourceIsNewer() throws IOException, InterruptedException {
    start("nowhere");
    Path source = temp.resolve("home/templates/theme/layouts/home.ftlh");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "");
    Files.setLastModifiedTime(program.resolve("built"), FileTime.fromMillis(0));
    Path leftOver = temp.resolve("home/pack-format/target/launcher/classes");
    Files.createDirectories(leftOver);

    Run run = start("nowhere");

    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.err().contains("building the program"), run.err());
    assertEquals(
        List.of("record", "dump", "try", "run", MAVEN_CALL, "record", "dump", "try", "run"),
        steps());
    assertEquals("another program\n", Files.readString(program.resolve("rahnamo.jar")));
    assertFalse(Files.exists(leftOver), "Maven takes over old classes");
    assertEquals(new Run(0, "half\nwhole\n", ""), start("nowhere"));
  }

  @Test
  void failedBuildSaysWhyAndLeavesTheOldProgram() throws IOException, InterruptedException {
    Files.delete(program.resolve("built"));

    Run run = start("maven");

    assertEquals(3, run.exitCode());
    assertTrue(run.err().contains("[ERROR] no compiler today"), run.err());
    assertTrue(run.err().contains("could not be built"), run.err());
    assertEquals(List.of(MAVEN_CALL), steps());
    assertEquals("the program", Files.readString(program.resolve("rahnamo.jar")));
    assertEquals(3, start("maven").exitCode(), "a failed build counts as one");
  }
}
