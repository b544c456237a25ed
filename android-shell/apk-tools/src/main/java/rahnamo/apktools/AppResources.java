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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.xmlpull.v1.XmlPullParserException;

/**
 * Compiles the manifest, the app's name in each language and its drawings into what Android reads.
 */
final class AppResources {

  static final int PACKAGE_ID = 0x7f;
  static final String LABEL = "name";
  private static final String FOLDER = "res/";
  private static final String MANIFEST = "AndroidManifest.xml";
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
   * Compiles the resources of an app.
   *
   * @param manifest the text of the manifest
   * @param names the app's name by resource qualifier, such as {@code -ru}
   * @param drawings drawings as XML, and pictures, by a name such as {@code drawable/icon.xml}
   */
  static List<ApkFile> compile(
      String manifest,
      String applicationId,
      Map<String, String> names,
      SortedMap<String, Content> drawings)
      throws IOException {
    var compiler = new AppResources(applicationId);
    new TreeMap<>(names)
        .forEach(
            (qualifier, name) ->
                compiler.resources.getOrCreate(qualifier, "string", LABEL).setValueAsString(name));
    drawings.keySet().forEach(compiler::register);
    for (var drawing : drawings.entrySet()) {
      compiler.addFile(drawing.getKey(), drawing.getValue());
    }
    return compiler.finish(manifest);
  }

  private void register(String file) {
    int slash = file.indexOf('/');
    String type = file.substring(0, slash);
    int dash = type.indexOf('-');
    String qualifier = dash < 0 ? "" : type.substring(dash);
    String kind = dash < 0 ? type : type.substring(0, dash);
    String name = file.substring(slash + 1, file.lastIndexOf('.'));
    resources.getOrCreate(qualifier, kind, name).setValueAsString(FOLDER + file);
  }

  private void addFile(String name, Content content) throws IOException {
    if (name.endsWith(".xml")) {
      String xml = new String(content.read(), StandardCharsets.UTF_8);
      files.add(ApkFile.of(FOLDER + name, Content.of(compiled(new ResXmlDocument(), xml, name))));
    } else {
      files.add(ApkFile.of(FOLDER + name, content));
    }
  }

  private List<ApkFile> finish(String manifest) throws IOException {
    resources.sortTypes();
    table.refreshFull();
    List<ApkFile> result = new ArrayList<>();
    var document = new AndroidManifestBlock();
    byte[] bytes = compiled(document, manifest, MANIFEST);
    result.add(ApkFile.of(MANIFEST, Content.of(bytes)));
    result.addAll(files);
    result.add(ApkFile.of("resources.arsc", Content.of(table.getBytes())));
    return result;
  }

  private byte[] compiled(ResXmlDocument document, String source, String name) throws IOException {
    document.setPackageBlock(resources);
    // A comment or a space between two elements would become a node that aapt2 refuses to read.
    String xml = BETWEEN_ELEMENTS.matcher(source).replaceAll(">");
    try (Reader in = new StringReader(xml.strip())) {
      document.parse(XMLFactory.newPullParser(in));
    } catch (XmlPullParserException e) {
      throw new IOException(name + " is not XML: " + e.getMessage(), e);
    }
    document.refreshFull();
    return document.getBytes();
  }
}
