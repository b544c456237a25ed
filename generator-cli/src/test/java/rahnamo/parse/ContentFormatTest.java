package rahnamo.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import rahnamo.config.SiteConfig;
import rahnamo.config.SiteConfigReader;
import rahnamo.config.YamlParser;
import rahnamo.config.YamlReader;
import rahnamo.diagnostic.Diagnostic;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceText;
import rahnamo.text.Language;

/** The editors' reference has every key and every code, and no code that does not exist. */
class ContentFormatTest {

  private static final String SITE =
      "title: {ru: A}\nlanguages: [ru]\nimages: {zzz: 1}\nbudgets: {zzz: 1}\nzzz: 1\n";

  private static String reference() throws IOException {
    Path module = Path.of(System.getProperty("basedir", System.getProperty("user.dir", ".")));
    return Files.readString(module.resolve("../docs/CONTENT-FORMAT.md"));
  }

  @Test
  void everyCodeHasAnEntryAndNoEntryIsOfAnUnknownCode() throws IOException {
    Matcher heading = Pattern.compile("(?m)^### ([a-z0-9-]+)$").matcher(reference());
    Set<String> described = new TreeSet<>();
    while (heading.find()) {
      described.add(heading.group(1));
    }
    Set<String> codes =
        Arrays.stream(DiagnosticCode.values())
            .map(DiagnosticCode::id)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(codes, described);
  }

  @Test
  void everyKeyOfFrontMatterIsDescribed() throws IOException {
    for (PageKind kind : PageKind.values()) {
      var diagnostics = new Diagnostics();
      String yaml = "title: A\nstarts: 2026-01-01\nexpires: 2026-01-02\nzzz: 1\n";
      yaml +=
          "translation: {of: ru, zzz: 1}\n"
              + "sources: [{title: A, url: 'https://example.org', zzz: 1}]\n";
      YamlParser.parse(new SourceText("a.md", yaml), diagnostics)
          .flatMap(value -> YamlReader.of(value, "a", diagnostics))
          .ifPresent(reader -> new FrontMatterReader(reader, Language.RU, diagnostics).read(kind));
      assertKeysAreDescribed(diagnostics);
    }
  }

  @Test
  void everyKeyOfTheSiteIsDescribed() throws IOException {
    var diagnostics = new Diagnostics();
    new SiteConfigReader(diagnostics).read(new SourceText("site.yml", SITE));
    assertKeysAreDescribed(diagnostics);
  }

  @Test
  void everyKeyOfAContactIsDescribed() throws IOException {
    var diagnostics = new Diagnostics();
    SiteConfig config =
        new SiteConfigReader(new Diagnostics())
            .read(new SourceText("site.yml", SITE))
            .orElseThrow();
    String yaml = "- {id: a, name: {ru: A}, zzz: 1, messengers: {zzz: 1}, source: {zzz: 1}}\n";
    new ContactsReader(config, diagnostics).read(new SourceText("contacts.yml", yaml));
    assertKeysAreDescribed(diagnostics);
  }

  /** An unknown key makes a reader name all the keys that it knows. */
  private static void assertKeysAreDescribed(Diagnostics diagnostics) throws IOException {
    String reference = reference();
    Set<String> known = new TreeSet<>();
    for (Diagnostic diagnostic : diagnostics.sorted()) {
      if (diagnostic.code() == DiagnosticCode.UNKNOWN_KEY) {
        known.addAll(Arrays.asList(diagnostic.arguments().get(1).split(", ", -1)));
      }
    }
    assertTrue(known.size() > 5, "keys known: " + known);
    for (String key : known) {
      assertTrue(reference.matches("(?s).*[`{ ]" + Pattern.quote(key) + "[`:].*"), key);
    }
  }
}
