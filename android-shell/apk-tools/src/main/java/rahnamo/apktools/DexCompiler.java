package rahnamo.apktools;

import com.android.dx.command.dexer.DxContext;
import com.android.dx.command.dexer.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Translates class files into the bytecode of Android. */
final class DexCompiler {

  private DexCompiler() {}

  /** Translates all classes of the folders; whatever the translator complains of is an error. */
  static byte[] compile(List<Path> folders, int minSdk, Path workFolder) throws IOException {
    Path dex = workFolder.resolve("classes.dex");
    var problems = new ByteArrayOutputStream();
    var context = new DxContext(new ByteArrayOutputStream(), problems);
    // parseFlags() would drop the names of the files.
    var arguments = new Main.Arguments(context);
    arguments.fileNames = classes(folders).stream().map(Path::toString).toArray(String[]::new);
    arguments.strictNameCheck = false;
    arguments.minSdkVersion = minSdk;
    arguments.outName = dex.toString();
    arguments.jarOutput = false;
    arguments.makeOptionsObjects();
    arguments.dexOptions.minSdkVersion = minSdk;
    int exit = new Main(context).runDx(arguments);
    if (exit != 0 || problems.size() > 0) {
      throw new IOException(
          "these classes do not fit Android: " + problems.toString(StandardCharsets.UTF_8));
    }
    return Files.readAllBytes(dex);
  }

  private static List<Path> classes(List<Path> folders) throws IOException {
    List<Path> result = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        // A class from package-info has nothing in it that a phone could use.
        files
            .filter(file -> file.toString().endsWith(".class"))
            .filter(file -> !file.endsWith("package-info.class"))
            .sorted()
            .forEach(result::add);
      }
    }
    return result;
  }
}
