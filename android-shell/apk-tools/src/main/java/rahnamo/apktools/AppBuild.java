package rahnamo.apktools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Builds the app without content, signed with the public test key, and the kit that publishers make
 * their own from.
 */
public final class AppBuild {

  static final AppBrand UNBRANDED =
      new AppBrand(
          AppBrand.TEST_ID,
          Map.of("", "Rahnamo", "-ru", "Рахнамо", "-tg", "Роҳнамо", "-uz", "Rahnamo"),
          1,
          "0.1.0",
          Optional.empty(),
          new TreeMap<>());

  private AppBuild() {}

  /**
   * Arguments: manifest, folder of resources, folder of assets, the APK to write, the kit to write,
   * then the folders of classes, of which the first has other files that go along.
   */
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    List<Path> classes = Arrays.stream(args).skip(5).map(Path::of).toList();
    build(
        Path.of(args[0]),
        Path.of(args[1]),
        Path.of(args[2]),
        classes,
        Path.of(args[3]),
        Path.of(args[4]));
  }

  static void build(
      Path manifest, Path resources, Path assets, List<Path> classes, Path apk, Path kit)
      throws IOException, GeneralSecurityException {
    Files.createDirectories(apk.toAbsolutePath().getParent());
    Path work = Files.createTempDirectory(apk.toAbsolutePath().getParent(), "apk");
    try {
      AppKit parts = AppKit.gather(manifest, resources, assets, classes, work);
      parts.build(UNBRANDED, SigningKey.ofTests(), apk);
      parts.writeTo(kit);
    } finally {
      delete(work);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
