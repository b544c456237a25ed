package rahnamo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The list of parts beside the program's jar names every library in it with its licence. What is in
 * the jar is taken from the notices there and from its classes, which other plugins put together.
 */
@Tag("packaged")
class BillOfMaterialsTest {

  private static final Path TARGET = Path.of("target");
  private static final Pattern NOTICE = Pattern.compile("(?m)^([\\w.-]+:[\\w.-]+):([\\w.-]+)$");
  private static final Set<String> OWN = Set.of("rahnamo:pack-format", "rahnamo:templates");

  /** As the plugin has them; Bouncy Castle gives the MIT licence a name of its own. */
  private static final Set<String> ALLOWED =
      Set.of("Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MIT", "Bouncy Castle Licence");

  /**
   * What the plugin makes of "Revised BSD". The text that comes with jzlib has three clauses, as
   * the notices say.
   */
  private static final String MISTAKEN = "org.jruby:jzlib [BSD-4-Clause]";

  /** Where the classes of a library lie, for all that are in the jar. */
  private static final Map<String, String> FOLDERS =
      Map.ofEntries(
          Map.entry("com/fasterxml/jackson/", "com.fasterxml.jackson.core:jackson-core"),
          Map.entry("com/jcraft/jzlib/", "org.jruby:jzlib"),
          Map.entry("com/vladsch/flexmark/", "com.vladsch.flexmark:flexmark"),
          Map.entry("freemarker/", "org.freemarker:freemarker"),
          Map.entry("io/nayuki/qrcodegen/", "io.nayuki:qrcodegen"),
          Map.entry("org/apache/commons/codec/", "commons-codec:commons-codec"),
          Map.entry("org/apache/commons/compress/", "org.apache.commons:commons-compress"),
          Map.entry("org/apache/commons/io/", "commons-io:commons-io"),
          Map.entry("org/apache/commons/lang3/", "org.apache.commons:commons-lang3"),
          Map.entry("org/bouncycastle/", "org.bouncycastle:bcprov-jdk18on"),
          Map.entry("org/intellij/lang/annotations/", "org.jetbrains:annotations"),
          Map.entry("org/jetbrains/annotations/", "org.jetbrains:annotations"),
          Map.entry("org/jsoup/", "org.jsoup:jsoup"),
          Map.entry("org/jspecify/annotations/", "org.jspecify:jspecify"),
          Map.entry("org/nibor/autolink/", "org.nibor.autolink:autolink"),
          Map.entry("org/snakeyaml/engine/", "org.snakeyaml:snakeyaml-engine"),
          Map.entry("picocli/", "info.picocli:picocli"));

  private record Part(String version, Set<String> licences) {}

  /** The plugin that writes the list does nothing without a network. */
  @BeforeAll
  static void needNetwork() {
    assumeFalse(Boolean.getBoolean("rahnamo.offline"), "NOT TESTED HERE: Maven is offline");
  }

  @Test
  void namesEveryLibraryOfTheNoticesWithAnAllowedLicence() throws IOException {
    Map<String, Part> parts = parts();
    Map<String, String> libraries = libraries();

    assertTrue(libraries.size() >= FOLDERS.size(), "only " + libraries);
    var expected = new TreeSet<String>(libraries.keySet());
    expected.addAll(OWN);
    assertEquals(expected, new TreeSet<>(parts.keySet()));
    libraries.forEach((name, version) -> assertEquals(version, named(parts, name).version(), name));
    parts.forEach(
        (name, part) -> {
          assertFalse(part.licences().isEmpty(), name + " has no licence");
          String told = name + " " + part.licences();
          assertTrue(ALLOWED.containsAll(part.licences()) || told.equals(MISTAKEN), told);
        });
  }

  @Test
  void namesTheLibraryOfEveryForeignClass() throws IOException {
    Map<String, Part> parts = parts();
    try (var jar = new ZipFile(TARGET.resolve("rahnamo.jar").toFile())) {
      Set<String> foreign =
          jar.stream()
              .map(entry -> entry.getName().replaceFirst("^META-INF/versions/[0-9]+/", ""))
              .filter(name -> name.endsWith(".class") && !name.startsWith("rahnamo/"))
              .filter(name -> FOLDERS.keySet().stream().noneMatch(name::startsWith))
              .collect(Collectors.toCollection(TreeSet::new));

      FOLDERS.forEach((folder, name) -> assertTrue(parts.containsKey(name), folder));
      assertEquals(Set.of(), foreign, "classes of libraries that this test does not know");
    }
  }

  private static Part named(Map<String, Part> parts, String name) {
    return parts.getOrDefault(name, new Part("", Set.of()));
  }

  private static Map<String, String> libraries() throws IOException {
    try (var jar = new ZipFile(TARGET.resolve("rahnamo.jar").toFile());
        var notices = jar.getInputStream(jar.getEntry("META-INF/THIRD-PARTY-NOTICES"))) {
      var libraries = new TreeMap<String, String>();
      Matcher notice = NOTICE.matcher(new String(notices.readAllBytes(), UTF_8));
      while (notice.find()) {
        libraries.put(notice.group(1), notice.group(2));
      }
      return libraries;
    }
  }

  /** The components by group and name; each is an object directly in the list of components. */
  private static Map<String, Part> parts() throws IOException {
    var parts = new TreeMap<String, Part>();
    try (JsonParser json =
        new JsonFactory().createParser(Files.readAllBytes(TARGET.resolve("rahnamo-sbom.json")))) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean isComponents = json.currentName().equals("components");
        json.nextToken();
        if (!isComponents) {
          json.skipChildren();
          continue;
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
          readPart(json, parts);
        }
      }
    }
    return parts;
  }

  private static void readPart(JsonParser json, Map<String, Part> parts) throws IOException {
    var texts = new TreeMap<String, String>();
    var licences = new TreeSet<String>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      if (json.nextToken() == JsonToken.VALUE_STRING) {
        texts.put(field, json.getText());
      } else if (field.equals("licenses")) {
        readLicences(json, licences);
      } else {
        json.skipChildren();
      }
    }
    String name = texts.getOrDefault("group", "") + ":" + texts.getOrDefault("name", "");
    parts.put(name, new Part(texts.getOrDefault("version", ""), licences));
  }

  private static void readLicences(JsonParser json, Set<String> licences) throws IOException {
    for (int depth = 1; depth > 0; ) {
      JsonToken token = json.nextToken();
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      boolean isName = "id".equals(json.currentName()) || "name".equals(json.currentName());
      if (token == JsonToken.VALUE_STRING && isName) {
        licences.add(json.getText());
      }
    }
  }
}
