package rahnamo.app.library;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rahnamo.pack.format.PackDate;
import rahnamo.pack.format.PackStore;
import rahnamo.pack.format.SamplePack;
import rahnamo.pack.format.TrustAnchor;

/**
 * The app's way of taking packs in, as a program that can be killed. It says {@code ready}, then of
 * each pack how many hundredths it has, and {@code installed}. If it is told to ask, it goes on
 * after each hundredth only when a line comes.
 */
final class ImportProgram {

  private ImportProgram() {}

  static Process start(boolean isAsking, Path store, List<Path> packs) throws IOException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    classPath(),
                    ImportProgram.class.getName(),
                    String.valueOf(isAsking),
                    store.toString()),
                packs.stream().map(Path::toString))
            .toList();
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Where the classes lie that the program needs; the tests' own path may be a launcher's. */
  private static String classPath() {
    return Stream.of(ImportProgram.class, PackImport.class, PackStore.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().toString())
        .map(location -> Path.of(URI.create(location)).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  static PackStore open(File folder) throws IOException {
    return PackStore.open(folder, TrustAnchor.none(), PackDate.parse("2026-04-01"));
  }

  public static void main(String[] arguments) throws IOException {
    boolean isAsking = Boolean.parseBoolean(arguments[0]);
    PackStore store = open(new File(arguments[1]));
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);
    out.println("ready");
    for (int i = 2; i < arguments.length; i++) {
      var running = new PackImport(store, SamplePack.source(new File(arguments[i])), false);
      running.listen(
          () -> {
            out.println(running.percent());
            if (isAsking) {
              awaitLine(in);
            }
          });
      running.run();
      out.println(running.stage() == PackImport.Stage.DONE ? "installed" : "refused");
    }
  }

  private static void awaitLine(BufferedReader in) {
    try {
      in.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
