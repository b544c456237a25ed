package rahnamo.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rahnamo.diagnostic.DiagnosticCode;

/** Another program that publishes, to be run and killed by tests. */
final class PublishingProgram {

  private PublishingProgram() {}

  /** What another program meets when it opens an output: {@code opened} or the code of an error. */
  static String tryToOpen(Path output) throws IOException, InterruptedException {
    Process process = start("open", output.toString());
    try (InputStream in = process.getInputStream()) {
      return new String(in.readAllBytes(), UTF_8).strip();
    } finally {
      process.waitFor();
    }
  }

  /** A program that says it is ready, then publishes edition after edition and says so. */
  static Process publishForever(Path output, int firstEdition) throws IOException {
    return start("publish", output.toString(), String.valueOf(firstEdition));
  }

  private static Process start(String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath()));
    command.add(PublishingProgram.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Where the classes lie that the program needs; the tests' own path may be a launcher's. */
  private static String classPath() {
    return Stream.of(PublishingProgram.class, OutputFolder.class, DiagnosticCode.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().toString())
        .map(location -> Path.of(URI.create(location)).toString())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** A site of 300 pages that all name their edition; some pages and folders come and go. */
  static SortedMap<String, String> edition(int number) {
    var site = new TreeMap<String, String>();
    site.put("index.html", String.valueOf(number));
    for (int i = 0; i < 300; i++) {
      String folder = i % 3 == 0 ? "ru/edition-" + number % 4 : "ru/section-" + i % 5;
      site.put(folder + "/page-" + (i + i % 2 * number % 7) + ".html", "edition " + number);
    }
    site.put(number % 2 == 0 ? "changing" : "changing/a.html", "edition " + number);
    return site;
  }

  public static void main(String[] arguments) throws IOException {
    var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    Path output = Path.of(arguments[1]);
    if (arguments[0].equals("open")) {
      out.println(open(output));
      return;
    }
    out.println("ready");
    for (int edition = Integer.parseInt(arguments[2]); ; edition++) {
      new Folder(output).publish(edition(edition));
      out.println(edition);
    }
  }

  private static String open(Path output) throws IOException {
    try {
      new Folder(output).recover();
      return "opened";
    } catch (OutputException e) {
      return e.code().id();
    }
  }
}
