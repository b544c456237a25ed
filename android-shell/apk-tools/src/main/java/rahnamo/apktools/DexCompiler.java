package rahnamo.apktools;

import com.android.dx.command.dexer.DxContext;
import com.android.dx.command.dexer.Main;
import com.android.dx.dex.code.PositionList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Translates class files into the bytecode of Android. */
final class DexCompiler {

  private static final String CLASS = ".class";

  private DexCompiler() {}

  /**
   * Translates what can be reached of the classes in folders; whatever the translator complains of
   * is an error.
   *
   * @param starts the classes that Android starts
   */
  static byte[] compile(Set<String> starts, List<Path> folders, int minSdk, Path workFolder)
      throws IOException {
    Path dex = workFolder.resolve("classes.dex");
    var problems = new ByteArrayOutputStream();
    var context = new DxContext(new ByteArrayOutputStream(), problems);
    // parseFlags() would drop the names of the files.
    var arguments = new Main.Arguments(context);
    arguments.fileNames =
        strip(ReachableClasses.from(starts, classes(folders)), workFolder.resolve("classes"));
    arguments.strictNameCheck = false;
    arguments.minSdkVersion = minSdk;
    arguments.outName = dex.toString();
    arguments.jarOutput = false;
    // Lines and names of variables are a third of the bytecode; nobody debugs on a reader's phone.
    arguments.positionInfo = PositionList.NONE;
    arguments.localInfo = false;
    arguments.makeOptionsObjects();
    arguments.dexOptions.minSdkVersion = minSdk;
    int exit = new Main(context).runDx(arguments);
    if (exit != 0 || problems.size() > 0) {
      throw new IOException(
          "these classes do not fit Android: " + problems.toString(StandardCharsets.UTF_8));
    }
    return Files.readAllBytes(dex);
  }

  /** Returns the names of the files. */
  private static String[] strip(Map<String, Path> classes, Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    for (var entry : classes.entrySet()) {
      Path file = folder.resolve(entry.getKey() + CLASS);
      Files.createDirectories(file.getParent());
      Files.write(file, ClassFile.read(entry.getValue()).stripped());
      names.add(file.toString());
    }
    return names.toArray(new String[0]);
  }

  private static Map<String, Path> classes(List<Path> folders) throws IOException {
    Map<String, Path> classes = new TreeMap<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(file -> file.toString().endsWith(CLASS)).toList()) {
          String name = folder.relativize(file).toString().replace('\\', '/');
          classes.put(name.substring(0, name.length() - CLASS.length()), file);
        }
      }
    }
    return classes;
  }
}
