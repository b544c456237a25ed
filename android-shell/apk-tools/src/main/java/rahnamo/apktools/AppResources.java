package rahnamo.apktools;

import com.reandroid.apk.AndroidFrameworks;
import com.reandroid.arsc.chunk.PackageBlock;
import com.reandroid.arsc.chunk.TableBlock;
import com.reandroid.arsc.chunk.xml.AndroidManifestBlock;
import com.reandroid.arsc.chunk.xml.ResXmlDocument;
import com.reandroid.xml.XMLFactory;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xmlpull.v1.XmlPullParserException;

/**
 * Compiles the manifest, the app's name in each language and its drawings into what Android reads.
 */
final class AppResources {

  static final int PACKAGE_ID = 0x7f;
  static final String LABEL = "name";
  private static final int FRAMEWORK = 34;
  private static final Pattern BETWEEN_ELEMENTS =
      Pattern.compile(">(?:\\s|<!--.*?-->)+", Pattern.DOTALL);

  private final TableBlock table = new TableBlock();
  private final PackageBlock resources;
  private final List<ApkFile> files = new ArrayList<>();

  private AppResources(String applicationId) throws IOException {
    table.addFramework(AndroidFrameworks.getBestMatch(FRAMEWORK).getTableBlock());
    resources = table.newPackage(PACKAGE_ID, applicationId);
  }

  /**
   * Compiles a folder of resources.
   *
   * @param names the app's name by resource qualifier, such as {@code -ru}
   * @param folder holds folders of XML files, such as {@code drawable}
   */
  static List<ApkFile> compile(
      Path manifest, String applicationId, Map<String, String> names, Path folder)
      throws IOException {
    var compiler = new AppResources(applicationId);
    new TreeMap<>(names)
        .forEach(
            (qualifier, name) ->
                compiler.resources.getOrCreate(qualifier, "string", LABEL).setValueAsString(name));
    List<Path> drawings = xmlFiles(folder);
    for (Path drawing : drawings) {
      compiler.register(folder.relativize(drawing));
    }
    for (Path drawing : drawings) {
      compiler.addFile(drawing, "res/" + slashed(folder.relativize(drawing)));
    }
    return compiler.finish(manifest);
  }

  private void register(Path drawing) {
    String type = drawing.getName(0).toString();
    int dash = type.indexOf('-');
    String qualifier = dash < 0 ? "" : type.substring(dash);
    String kind = dash < 0 ? type : type.substring(0, dash);
    String name = drawing.getFileName().toString().replaceFirst("\\.xml$", "");
    resources.getOrCreate(qualifier, kind, name).setValueAsString("res/" + slashed(drawing));
  }

  private void addFile(Path source, String name) throws IOException {
    files.add(ApkFile.of(name, Content.of(compiled(new ResXmlDocument(), source))));
  }

  private List<ApkFile> finish(Path manifest) throws IOException {
    resources.sortTypes();
    table.refreshFull();
    List<ApkFile> result = new ArrayList<>();
    var document = new AndroidManifestBlock();
    result.add(ApkFile.of("AndroidManifest.xml", Content.of(compiled(document, manifest))));
    result.addAll(files);
    result.add(ApkFile.of("resources.arsc", Content.of(table.getBytes())));
    return result;
  }

  private byte[] compiled(ResXmlDocument document, Path source) throws IOException {
    document.setPackageBlock(resources);
    // A comment or a space between two elements would become a node that aapt2 refuses to read.
    String xml = BETWEEN_ELEMENTS.matcher(Files.readString(source)).replaceAll(">");
    try (Reader in = new StringReader(xml.strip())) {
      document.parse(XMLFactory.newPullParser(in));
    } catch (XmlPullParserException e) {
      throw new IOException(source + " is not XML: " + e.getMessage(), e);
    }
    document.refreshFull();
    return document.getBytes();
  }

  private static List<Path> xmlFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
  }

  private static String slashed(Path path) {
    var names = new ArrayList<String>();
    path.forEach(name -> names.add(name.toString()));
    return String.join("/", names);
  }
}
