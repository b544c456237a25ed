package rahnamo.apktools;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What an app is made of before it has a name and a publisher: manifest and drawings as their
 * authors wrote them, the bytecode, other files. Kept as a zip, so that a publisher needs neither
 * the sources nor a compiler.
 *
 * @param manifest the text of {@code AndroidManifest.xml}
 * @param drawings by their names under {@code res}
 * @param files everything else, by its name in the app
 */
public record AppKit(
    String manifest, SortedMap<String, Content> drawings, SortedMap<String, Content> files) {

  private static final String MANIFEST = "AndroidManifest.xml";
  private static final String DEX = "classes.dex";
  private static final String DRAWINGS = "res/";
  private static final String FILES = "files/";
  private static final int MIN_SDK = 21;
  private static final Pattern STARTED =
      Pattern.compile(
          "<(?:application|activity|provider|service|receiver)\\s+android:name=\"([^\"]+)\"");

  /**
   * Gathers the parts of an app, and translates its classes.
   *
   * @param classes folders of them; only the first, the app's own, has other files that it reads
   */
  static AppKit gather(Path manifest, Path resources, Path assets, List<Path> classes, Path work)
      throws IOException {
    String text = Files.readString(manifest);
    SortedMap<String, Content> drawings = new TreeMap<>();
    addFolder(resources, "", drawings);
    SortedMap<String, Content> files = new TreeMap<>();
    files.put(DEX, Content.of(DexCompiler.compile(started(text), classes, MIN_SDK, work)));
    addFolder(assets, ApkFile.ASSETS, files);
    addFolder(classes.get(0), "", files);
    return new AppKit(text, drawings, files);
  }

  /** The classes that the manifest names. */
  private static Set<String> started(String manifest) {
    return STARTED
        .matcher(manifest)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void addFolder(Path folder, String prefix, Map<String, Content> files)
      throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
        String name = prefix + folder.relativize(file).toString().replace('\\', '/');
        if (!name.endsWith(".class") && !name.startsWith(JarSignature.FOLDER)) {
          files.put(name, Content.of(file));
        }
      }
    }
  }

  /** Writes the kit; the same parts give the same bytes. */
  void writeTo(Path zip) throws IOException {
    List<ApkFile> all = new ArrayList<>();
    all.add(ApkFile.of(MANIFEST, Content.of(manifest.getBytes(StandardCharsets.UTF_8))));
    drawings.forEach((name, content) -> all.add(ApkFile.of(DRAWINGS + name, content)));
    files.forEach((name, content) -> all.add(ApkFile.of(FILES + name, content)));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(zip), 1 << 16)) {
      ApkZip.write(all, out);
    }
  }

  /**
   * Reads what a build wrote.
   *
   * @throws IOException if the file is no kit
   */
  public static AppKit read(InputStream zip) throws IOException {
    SortedMap<String, Content> all = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(zip)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        all.put(entry.getName(), Content.of(in.readAllBytes()));
      }
    }
    Content manifest = all.get(MANIFEST);
    if (manifest == null) {
      throw new IOException("this is no kit of an app");
    }
    String text = new String(manifest.read(), StandardCharsets.UTF_8);
    return new AppKit(text, under(DRAWINGS, all), under(FILES, all));
  }

  private static SortedMap<String, Content> under(String prefix, Map<String, Content> all) {
    SortedMap<String, Content> found = new TreeMap<>();
    all.forEach(
        (name, content) -> {
          if (name.startsWith(prefix)) {
            found.put(name.substring(prefix.length()), content);
          }
        });
    return found;
  }

  /** Makes the app of a publisher; an app that stands there is kept until the new one is whole. */
  public void build(AppBrand brand, SigningKey key, Path apk)
      throws IOException, GeneralSecurityException {
    SortedMap<String, Content> pictures = new TreeMap<>(drawings);
    brand.icon().ifPresent(icon -> icon.replaceIn(pictures));
    List<ApkFile> all =
        new ArrayList<>(
            AppResources.compile(
                brand.applyTo(manifest), brand.applicationId(), brand.names(), pictures));
    files.forEach(
        (name, content) -> all.add(name.equals(DEX) ? 1 : all.size(), ApkFile.of(name, content)));
    brand.assets().forEach((name, content) -> all.add(ApkFile.asset(name, content)));
    ApkSigner.write(all, key, apk);
  }
}
