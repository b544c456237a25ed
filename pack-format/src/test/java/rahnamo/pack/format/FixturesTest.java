package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One file for each way to be wrong, in {@code src/test/resources}. With {@code
 * -Dgolden.update=true} the files are written anew.
 */
class FixturesTest {

  private static final Path FOLDER = Path.of("src/test/resources/rahnamo/pack/format/fixtures");
  private static final String LIST = "fixtures.tsv";

  private static List<Fixture> all = List.of();
  private static TrustAnchor anchor = TrustAnchor.none();

  @BeforeAll
  static void make() throws Exception {
    anchor = TrustFixtures.publisher().anchor();
    all = everything();
    if (Boolean.getBoolean("golden.update")) {
      update(all);
    }
  }

  static List<Fixture> fixtures() {
    return all;
  }

  private static List<Fixture> everything() throws Exception {
    var all = new ArrayList<Fixture>();
    all.addAll(ZipFixtures.all());
    all.addAll(NameFixtures.all());
    all.addAll(TrustFixtures.all());
    all.sort(Comparator.comparing(Fixture::name));
    return all;
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void verdictIsTheExpectedOne(Fixture fixture) throws IOException {
    Path file = FOLDER.resolve(fixture.name());
    var verifier = new PackVerifier(anchor, TestPack.TODAY);

    var report = verifier.verify(file.toFile(), Progress.IGNORED);

    List<String> findings = report.findings().stream().map(f -> f.code().id()).toList();
    assertEquals(fixture.state(), report.state(), findings.toString());
    assertEquals(fixture.finding().isEmpty() ? List.of() : List.of(fixture.finding()), findings);
    for (String language : PackMessages.LANGUAGES) {
      for (Finding finding : report.findings()) {
        String sentence = PackMessages.in(language).sentence(finding);
        assertFalse(sentence.contains("{"), sentence);
      }
    }
  }

  @Test
  void everyCodeThatAFileAloneCanDeserveHasAFixture() {
    var expected = EnumSet.allOf(VerificationCode.class);
    // Said of a device, or of a pack beside others: the tests of the store have these.
    expected.removeIf(code -> code.name().startsWith("INSTALL_"));
    expected.removeAll(
        List.of(
            VerificationCode.PACK_UNREADABLE,
            VerificationCode.PACK_TOO_LARGE,
            VerificationCode.ROLLBACK_OLDER,
            VerificationCode.ROLLBACK_SAME_SEQUENCE,
            VerificationCode.DELTA_WRONG_BASE,
            VerificationCode.DELTA_RESULT_DIFFERS,
            VerificationCode.STORE_DAMAGED));
    Set<String> codes = new TreeSet<>();
    expected.forEach(code -> codes.add(code.id()));
    var found = all.stream().map(Fixture::finding).collect(Collectors.toCollection(TreeSet::new));
    found.remove("");
    assertEquals(codes, found);
  }

  @Test
  void filesAreWhatTheTestsMake() throws IOException {
    var names = new TreeSet<String>();
    var lines = new StringBuilder();
    for (Fixture fixture : all) {
      assertArrayEquals(
          fixture.bytes(), Files.readAllBytes(FOLDER.resolve(fixture.name())), fixture.name());
      names.add(fixture.name());
      lines.append(fixture.line());
    }
    names.add(LIST);
    assertEquals(names, list());
    assertEquals(lines.toString(), Files.readString(FOLDER.resolve(LIST)));
  }

  private static void update(List<Fixture> fixtures) throws IOException {
    Files.createDirectories(FOLDER);
    for (String old : list()) {
      Files.delete(FOLDER.resolve(old));
    }
    for (Fixture fixture : fixtures) {
      Files.write(FOLDER.resolve(fixture.name()), fixture.bytes());
    }
    Files.writeString(
        FOLDER.resolve(LIST), fixtures.stream().map(Fixture::line).collect(Collectors.joining()));
  }

  private static Set<String> list() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
