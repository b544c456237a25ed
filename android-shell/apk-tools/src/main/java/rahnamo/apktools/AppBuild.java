package rahnamo.apktools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Builds the app without content, signed with the public test key. */
public final class AppBuild {

  private static final String APPLICATION_ID = "rahnamo.app";
  private static final int MIN_SDK = 21;
  private static final Map<String, String> NAMES =
      Map.of("", "Rahnamo", "-ru", "Рахнамо", "-tg", "Роҳнамо", "-uz", "Rahnamo");

  private AppBuild() {}

  /**
   * Arguments: manifest, folder of resources, folder of assets, the APK to write, then the folders
   * of classes, whose other files go along.
   */
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    List<Path> classes = Arrays.stream(args).skip(4).map(Path::of).toList();
    build(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), classes, Path.of(args[3]));
  }

  static void build(Path manifest, Path resources, Path assets, List<Path> classes, Path apk)
      throws IOException, GeneralSecurityException {
    Files.createDirectories(apk.toAbsolutePath().getParent());
    Path work = Files.createTempDirectory(apk.toAbsolutePath().getParent(), "apk");
    Path dex = work.resolve("classes.dex");
    try {
      List<ApkFile> files =
          new ArrayList<>(AppResources.compile(manifest, APPLICATION_ID, NAMES, resources));
      files.add(
          1, ApkFile.of("classes.dex", Content.of(DexCompiler.compile(classes, MIN_SDK, work))));
      addFolder(assets, "assets/", files);
      for (Path folder : classes) {
        addFolder(folder, "", files);
      }
      ApkSigner.write(files, SigningKey.ofTests(), apk);
    } finally {
      Files.deleteIfExists(dex);
      Files.deleteIfExists(work);
    }
  }

  private static void addFolder(Path folder, String prefix, List<ApkFile> files)
      throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
        String name = prefix + folder.relativize(file).toString().replace('\\', '/');
        if (!name.endsWith(".class") && !name.startsWith(JarSignature.FOLDER)) {
          files.add(ApkFile.of(name, Content.of(file)));
        }
      }
    }
  }
}
