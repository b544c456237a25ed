package rahnamo.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The program as users start it: in a process of its own, with its own Java and surroundings.
 * Immutable.
 *
 * @param javaHome the Java that runs it
 * @param javaOptions what Java is told, such as {@code -Duser.language=tr}
 * @param folder where it is started
 * @param environment what it finds there beside what the tests find
 */
record Program(
    Path javaHome, List<String> javaOptions, Path folder, Map<String, String> environment) {

  /** The program under the Java of the tests. */
  static Program in(Path folder) {
    Path javaHome = Path.of(System.getProperty("java.home"));
    return new Program(javaHome, List.of(), folder, Map.of());
  }

  Program withJava(Path other) {
    return new Program(other, javaOptions, folder, environment);
  }

  Program with(String... options) {
    return new Program(javaHome, List.of(options), folder, environment);
  }

  Program withEnvironment(String name, String value) {
    return new Program(javaHome, javaOptions, folder, Map.of(name, value));
  }

  /** Starts it; what it says goes to two files beside each other. */
  Process start(Path out, Path err, String... arguments) throws IOException {
    return command(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
  }

  /** The process to start; the caller says where its streams go. */
  ProcessBuilder command(String... arguments) {
    var command = new ArrayList<String>();
    command.add(javaHome.resolve("bin").resolve("java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", classPath(), Main.class.getName()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().remove("SOURCE_DATE_EPOCH");
    builder.environment().putAll(environment);
    return builder;
  }

  /** Runs it to its end. */
  Run run(String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    try {
      int exitCode = start(out, err, arguments).waitFor();
      return new Run(exitCode, text(out), text(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static String classPath() {
    var absolute = new ArrayList<String>();
    for (String entry :
        System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1)) {
      absolute.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(java.io.File.pathSeparator, absolute);
  }
}
