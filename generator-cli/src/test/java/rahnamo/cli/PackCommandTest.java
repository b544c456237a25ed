package rahnamo.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rahnamo.cli.Run.requireDone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rahnamo.diagnostic.StrictJson;
import rahnamo.pack.format.InvalidPackException;
import rahnamo.pack.format.PackDate;
import rahnamo.pack.format.PackFile;
import rahnamo.pack.format.PackVerifier;
import rahnamo.pack.format.Progress;
import rahnamo.pack.format.TrustAnchor;
import rahnamo.pack.format.TrustState;
import rahnamo.pack.format.VerificationReport;

/** Packs that nobody signs: what is in them, what they are called, what is said. */
class PackCommandTest {

  @TempDir Path temp;
  private PackedSite site;

  @BeforeEach
  void writeContent() throws IOException {
    site = PackedSite.in(temp);
  }

  private static VerificationReport verify(Path pack) throws IOException {
    return new PackVerifier(TrustAnchor.none(), PackDate.parse("2026-03-02"))
        .verify(pack.toFile(), Progress.IGNORED);
  }

  @Test
  void buildMakesAPackOfAllLanguagesAndOneOfEach() throws IOException {
    Run run = site.build("2026-03-01");

    requireDone(run);
    assertTrue(
        run.out().matches("(?s).*\n3 packs, the largest \\d\\.\\d MiB, unsigned: .*\n"), run.out());
    for (String name : List.of("all", "tg", "ru")) {
      Path pack = site.packs().resolve("probe-" + name + "-20260301-2251.zip");
      VerificationReport report = verify(pack);
      assertEquals(TrustState.UNSIGNED, report.state(), report.toString());
      assertEquals("probe-" + name, report.manifest().id());
      assertEquals("2026-05-30", report.manifest().staleAfter().toString());
    }
  }

  @Test
  void listNamesEachPackWithItsSizeAndDigest() throws IOException {
    site.build("2026-03-01");
    var list = (Map<?, ?>) StrictJson.parse(Files.readString(site.packs().resolve("packs.json")));
    assertTrue(list.get("packs") instanceof List<?> packs && packs.size() == 3);
    String text = list.toString();
    Path pack = site.packs().resolve("probe-tg-20260301-2251.zip");
    assertTrue(text.contains("bytes=" + Files.size(pack)), text);
    assertTrue(text.contains("identity=" + verify(pack).identity().hex()), text);
    String page = Files.readString(site.packs().resolve("index.html"));
    assertTrue(page.contains("<a href=\"probe-tg-20260301-2251.zip\" download>"), page);
    assertTrue(page.contains("0,1 МБ, файлов: "), page);
    String home = Files.readString(temp.resolve("site/tg/index.html"));
    assertTrue(home.contains("href=\"../packs/index.html\""), home);
  }

  @Test
  void withoutPacksNothingSpeaksOfThem() throws IOException {
    requireDone(site.build("2026-03-01", "--no-packs"));
    assertFalse(Files.exists(site.packs()));
    assertFalse(Files.exists(temp.resolve("site/tg/not-in-pack.html")));
    assertFalse(Files.readString(temp.resolve("site/tg/index.html")).contains("packs/"));
  }

  @Test
  void packOfALanguageHasNoDeadLinks() throws IOException, InvalidPackException {
    site.build("2026-03-01");
    try (PackFile pack = open("probe-tg-")) {
      assertTrue(pack.contains("media/dot.svg"));
      assertFalse(pack.contains("ru/index.html"));
      requireNoDeadLinks(pack);
    }
    try (PackFile pack = open("probe-all-")) {
      requireNoDeadLinks(pack);
    }
  }

  private PackFile open(String beginning) throws IOException, InvalidPackException {
    return PackFile.open(PackedSite.only(site.packs(), beginning).toFile());
  }

  /** Every address that a reader can follow is in the pack, or outside of the site. */
  private static void requireNoDeadLinks(PackFile pack) throws IOException, InvalidPackException {
    for (String name : pack.names()) {
      if (name.endsWith(".html") && !name.equals("404.html")) {
        String html = new String(pack.bytes(name), StandardCharsets.UTF_8);
        var hrefs = java.util.regex.Pattern.compile("<(?:a|img)\\b[^>]*? (?:href|src)=\"([^\"#]+)");
        hrefs
            .matcher(html)
            .results()
            .map(match -> match.group(1))
            .filter(href -> !href.contains(":"))
            .forEach(
                href -> {
                  Path folder = Path.of("/" + name).resolveSibling(href.split("[?#]", 2)[0]);
                  String target = folder.normalize().toString().substring(1);
                  assertTrue(pack.contains(target), name + " leads to " + href);
                });
      }
    }
  }

  @Test
  void sameSiteGivesTheSamePack() throws IOException {
    site.build("2026-03-01", "--jobs", "1");
    byte[] first = Files.readAllBytes(PackedSite.only(site.packs(), "probe-all-"));
    Run again = site.build("2026-03-01", "--jobs", "3");
    assertTrue(again.out().contains(", 0 files changed)"), again.out());
    site.pack("2026-03-01", "--jobs", "2");
    assertArrayEquals(
        first, Files.readAllBytes(PackedSite.only(temp.resolve("made"), "probe-all-")));
  }

  @Test
  void otherContentGetsAHigherNumber() throws IOException {
    site.build("2026-03-01");
    new ContentFolder(site.content()).with("tg/life/food.md", "---\ntitle: Еда\n---\nПлов.\n");
    site.build("2026-03-01");
    assertTrue(Files.exists(site.packs().resolve("probe-tg-20260301-2252.zip")));
    assertTrue(Files.exists(site.packs().resolve("probe-ru-20260301-2251.zip")));
    assertFalse(Files.exists(site.packs().resolve("probe-tg-20260301-2251.zip")));

    site.build("2026-03-02");
    assertTrue(Files.exists(site.packs().resolve("probe-tg-20260302-2253.zip")));
    site.build("2026-03-10", "--sequence", "5000");
    assertTrue(Files.exists(site.packs().resolve("probe-tg-20260310-5000.zip")));
    site.build("2026-03-11");
    assertTrue(Files.exists(site.packs().resolve("probe-tg-20260311-5001.zip")));
  }

  @Test
  void chosenSectionsMakeAPackOfTheirOwn() throws IOException, InvalidPackException {
    site.build("2026-03-01");
    Run run = site.pack("2026-03-01", "--language", "tg", "--section", "work");
    requireDone(run);
    assertTrue(
        run.out()
            .matches(
                "made/probe-tg-work-20260301-2251\\.zip: 0\\.\\d\\d MiB, .*\n"
                    + "  in MiB: pages 0\\.\\d\\d, search 0\\.00, media .*\n"
                    + "made/probe-tg-work-20260301-2251\\.html: 0\\.\\d\\d MiB, .*\n"),
        run.out());
    assertTrue(run.err().contains("nobody has signed"), run.err());
    Path file = PackedSite.only(temp.resolve("made"), "probe-tg-work-");
    assertEquals(TrustState.UNSIGNED, verify(file).state());
    try (PackFile pack = PackFile.open(file.toFile())) {
      assertTrue(pack.contains("tg/work/patent.html"));
      assertFalse(pack.contains("tg/life/food.html"));
      assertFalse(pack.contains("tg/search.html"));
      requireNoDeadLinks(pack);
    }
  }

  @Test
  void packsAreListedForPrograms() throws IOException {
    site.build("2026-03-01");
    Run run = site.pack("2026-03-01", "--format", "json");
    requireDone(run);
    assertTrue(StrictJson.parse(run.out()) instanceof List<?> packs && packs.size() == 3);
  }

  @Test
  void sizesOfThePartsMakeUpThePack() throws IOException {
    site.build("2026-03-01");
    Run run = site.pack("2026-03-01", "--format", "json", "--language", "tg", "--language", "ru");
    requireDone(run);
    var pack = (Map<?, ?>) ((List<?>) StrictJson.parse(run.out())).get(0);
    var parts = (Map<?, ?>) member(pack, "parts");
    long sum = 0;
    for (String kind : List.of("pages", "search")) {
      var languages = (Map<?, ?>) member(parts, kind);
      assertEquals(Set.of("tg", "ru"), languages.keySet());
      for (Object bytes : languages.values()) {
        assertTrue(number(bytes) > 100, parts.toString());
        sum += number(bytes);
      }
    }
    for (String kind : List.of("media", "theme", "other")) {
      assertTrue(number(member(parts, kind)) > 100, parts.toString());
      sum += number(member(parts, kind));
    }
    assertEquals(number(member(pack, "bytes")), sum);
    assertEquals(Files.size(PackedSite.only(temp.resolve("made"), "probe-all-")), sum);

    String text = site.pack("2026-03-01").out();
    assertTrue(text.matches("(?s).*\n  in MiB: pages 0\\.\\d\\d \\(tg 0\\..*, ru 0\\..*"), text);
  }

  private static Object member(Map<?, ?> object, String name) {
    return Objects.requireNonNull(object.get(name), () -> name + " in " + object);
  }

  private static long number(Object value) {
    return Long.parseLong(value.toString());
  }

  @Test
  void wrongWishesAreRefused() throws IOException {
    Run none = site.pack("2026-03-01");
    assertEquals(2, none.exitCode());
    assertTrue(none.err().startsWith("error: there is no site in `site`"), none.err());

    site.build("2026-03-01");
    for (String[] wrong :
        new String[][] {{"--language", "uz"}, {"--language", "x"}, {"--section", "law"}}) {
      Run run = site.pack("2026-03-01", wrong);
      assertEquals(2, run.exitCode());
      assertTrue(run.err().contains("no language and no section `" + wrong[1] + "`"), run.err());
    }
    Run negative = site.pack("2026-03-01", "--sequence", "-1");
    assertEquals(2, negative.exitCode());
    assertTrue(negative.err().contains("the number -1"), negative.err());
    Run large = site.pack("2026-03-01", "--sequence", "9007199254740992");
    assertEquals(2, large.exitCode());
    assertTrue(large.err().contains("the number 9007199254740992"), large.err());
    assertFalse(Files.exists(temp.resolve("made")));
  }

  @Test
  void eachPackOfOneLanguageIsOneHtmlFileToo() throws IOException {
    Run run = site.build("2026-03-01");
    assertTrue(run.out().endsWith("\n2 HTML files, the largest 0.1 MiB\n"), run.out());
    String name = "probe-tg-20260301-2251.html";
    byte[] built = Files.readAllBytes(site.packs().resolve(name));
    assertTrue(new String(built, StandardCharsets.UTF_8).contains("data:image/svg+xml;base64,"));
    assertFalse(Files.exists(site.packs().resolve("probe-all-20260301-2251.html")));
    String list = Files.readString(site.packs().resolve("packs.json"));
    String digest = rahnamo.pack.format.Digest.of(built).hex();
    String member =
        "\"single-file\":{\"file\":\""
            + name
            + "\",\"bytes\":"
            + built.length
            + ",\"sha256\":\""
            + digest
            + "\",\"left-out\":[]}";
    assertTrue(list.contains(member), list);
    String page = Files.readString(site.packs().resolve("index.html"));
    assertTrue(page.contains("<a href=\"" + name + "\" download>"), page);
    assertTrue(page.contains(digest), page);

    site.pack("2026-03-01", "--language", "tg", "--jobs", "1");
    assertArrayEquals(built, Files.readAllBytes(temp.resolve("made").resolve(name)));
    assertTrue(site.build("2026-03-01", "--jobs", "3").out().contains(", 0 files changed)"));
  }

  @Test
  void htmlFileOfASectionHasNoSearchAndNoDeadLinks() throws IOException {
    site.build("2026-03-01");
    site.pack("2026-03-01", "--language", "tg", "--section", "work");
    String html =
        Files.readString(temp.resolve("made").resolve("probe-tg-work-20260301-2251.html"));
    assertTrue(html.contains("id=\"work/patent.html\""), html);
    assertFalse(html.contains("id=\"life/food.html\""), html);
    assertTrue(html.contains("<a href=\"#not-in-pack.html\">еда</a>"), html);
    assertFalse(html.contains("id=\"search.html\"") || html.contains("href=\"#search.html\""));
    assertFalse(html.contains("application/json"), html);
  }

  @Test
  void htmlFilesCanBeTurnedOff() throws IOException {
    Path config = site.content().resolve("site.yml");
    String text = Files.readString(config);
    Files.writeString(config, text.replace("{name: probe,", "{name: probe, single-files: false,"));
    Run run = site.build("2026-03-01");
    requireDone(run);
    assertFalse(run.out().contains("HTML"), run.out());
    assertFalse(Files.exists(site.packs().resolve("probe-tg-20260301-2251.html")));
    assertFalse(Files.readString(site.packs().resolve("packs.json")).contains("single-file"));
  }

  @Test
  void htmlFileThatWouldBeTooLargeIsNotMade() throws IOException {
    String line = "<p>" + "Слово ".repeat(100) + "</p>\n";
    for (String name : List.of("a", "b")) {
      new ContentFolder(site.content())
          .with("static/tg/large-" + name + ".html", "<main>" + line.repeat(9_000) + "</main>");
    }
    Run run = site.build("2026-03-01");
    requireDone(run);
    assertTrue(
        run.err()
            .contains(
                "site/packs/probe-tg-20260301-2251.html: warning: one HTML file with all of this"
                    + " would have more than 16 MiB, so there is none [single-file-too-large]"),
        run.err());
    assertFalse(Files.exists(site.packs().resolve("probe-tg-20260301-2251.html")));
    assertTrue(Files.exists(site.packs().resolve("probe-ru-20260301-2251.html")));
  }

  @Test
  void largePictureIsLeftOutOfTheHtmlFileWithANote() throws IOException {
    String points = "0 0h1v1z".repeat(15_000);
    new ContentFolder(site.content())
        .with(
            "media/dot.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M"
                + points
                + "\"/></svg>\n");
    requireDone(site.build("2026-03-01"));
    String html = Files.readString(site.packs().resolve("probe-ru-20260301-2251.html"));
    assertTrue(html.contains("Картинка не вошла в этот файл: х</span>"), html);
    assertTrue(
        Files.readString(site.packs().resolve("packs.json"))
            .contains("\"left-out\":[\"media/dot.svg\"]"));
  }

  @Test
  void largePackIsMadeWithAWarning() throws IOException {
    writeNoise("noise-1.bin", 15);
    writeNoise("noise-2.bin", 2);
    Run run = site.build("2026-03-01");
    requireDone(run);
    assertTrue(
        run.err()
            .startsWith(
                "site/packs/probe-all-20260301-2251.zip: warning: the pack has 18 MiB; messengers"),
        run.err());
    assertTrue(run.err().contains("[pack-large]"), run.err());
  }

  @Test
  void packThatPhonesRefuseIsNotMade() throws IOException {
    writeNoise("noise.bin", 17);
    Run run = site.build("2026-03-01");
    assertEquals(1, run.exitCode());
    assertTrue(
        run.err()
            .contains(
                "site/packs/probe-tg.zip: error: phones refuse such a pack: `noise.bin`: 17825792,"
                    + " at most 16777216 are allowed [pack-too-large]"),
        run.err());
    assertFalse(Files.exists(temp.resolve("site/index.html")));
  }

  private void writeNoise(String name, int mebibytes) throws IOException {
    var noise = new byte[mebibytes << 20];
    new Random(1).nextBytes(noise);
    Files.createDirectories(site.content().resolve("static"));
    Files.write(site.content().resolve("static").resolve(name), noise);
  }
}
