package rahnamo.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
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
import rahnamo.diagnostic.MessageCatalog;
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

  @Test
  void everyLimitOfAnArticleIsDescribed() throws IOException {
    Map<String, Integer> limits = new TreeMap<>();
    limits.put("guard.lines", MarkdownGuard.MAX_LINES);
    limits.put("guard.markers", MarkdownGuard.MAX_MARKERS);
    limits.put("guard.indented", MarkdownGuard.MAX_INDENTED_LINES);
    limits.put("guard.nesting", MarkdownGuard.MAX_NESTING);
    limits.put("guard.elements", BoundedInlineParser.MAX_NESTING);
    limits.put("guard.blocks", DirectiveBlockParser.MAX_NESTING);
    limits.put("guard.data-blocks", BodyRenderer.MAX_DATA_BLOCKS);
    limits.put("guard.columns", MarkdownGuard.MAX_COLUMNS);
    limits.put("guard.cells", MarkdownGuard.MAX_CELLS);
    limits.put("guard.html", InlineRenderer.MAX_HTML);
    limits.put("guard.references", InlineRenderer.MAX_REPEATED);
    limits.put("guard.total", BoundedInlineParser.MAX_TOTAL_SIGNS);
    limits.put("guard.special", BoundedInlineParser.MAX_WORK / 10_000);
    limits.put("guard.run", MarkdownGuard.MAX_RUN);
    limits.put("guard.accents", MarkdownGuard.MAX_ACCENTS);
    limits.put("guard.front-matter", YamlParser.MAX_FRONT_MATTER);

    Properties messages = new Properties();
    try (InputStream in = MessageCatalog.class.getResourceAsStream("messages_en.properties")) {
      messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    Set<String> terms = new TreeSet<>(messages.stringPropertyNames());
    terms.removeIf(key -> !key.startsWith("guard."));
    assertEquals(terms, limits.keySet());
    String reference = reference();
    limits.forEach(
        (term, limit) -> {
          String number = String.format(Locale.ROOT, "%,d", limit).replace(',', ' ');
          String line = "| " + number + " | " + messages.getProperty(term);
          assertTrue(reference.contains("\n" + line), line);
        });
    assertTrue(reference.contains("; " + MarkdownGuard.MAX_FENCE + " around code |"));
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
