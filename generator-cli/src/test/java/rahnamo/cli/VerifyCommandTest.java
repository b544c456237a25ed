package rahnamo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rahnamo.cli.Run.requireRefused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rahnamo.diagnostic.MessageCatalog;
import rahnamo.diagnostic.StrictJson;
import rahnamo.pack.format.PackFile;

/** {@code rahnamo verify}: what a distributor is told of a file that somebody gave them. */
class VerifyCommandTest {

  /** Packs of every kind, right and wrong, that the reader on phones is tested with. */
  private static final Path FIXTURES =
      Path.of("../pack-format/src/test/resources/rahnamo/pack/format/fixtures");

  /** The folder with the publisher's root documents. */
  @TempDir static Path roots;

  @TempDir Path temp;

  @BeforeAll
  static void exportRoots() throws Exception {
    try (PackFile pack = PackFile.open(FIXTURES.resolve("good--signed.zip").toFile())) {
      for (String name : pack.names()) {
        if (name.startsWith("trust/")) {
          Files.write(roots.resolve(name.substring("trust/".length())), pack.bytes(name));
        }
      }
    }
  }

  static List<String> fixtures() throws IOException {
    return Files.readAllLines(FIXTURES.resolve("fixtures.tsv"));
  }

  private static Run verify(Path file, String... more) {
    var arguments = new ArrayList<>(List.of("verify", file.toString()));
    arguments.addAll(List.of("--date", "2026-04-01"));
    arguments.addAll(List.of(more));
    if (List.of(more).stream().noneMatch(argument -> argument.startsWith("--ui-lang"))) {
      arguments.add("--ui-lang=en");
    }
    return Run.of(arguments.toArray(String[]::new));
  }

  private static Run verifyTrusting(Path file, String... more) {
    var arguments = new ArrayList<>(List.of(more));
    arguments.add("--root=" + roots);
    return verify(file, arguments.toArray(String[]::new));
  }

  private static Map<?, ?> json(Run run) {
    return (Map<?, ?>) StrictJson.parse(run.out());
  }

  private static Object member(Map<?, ?> object, String name) {
    return Objects.requireNonNull(object.get(name), () -> name + " in " + object);
  }

  private static String codes(Map<?, ?> verdict) {
    var codes = new ArrayList<String>();
    for (Object finding : (List<?>) member(verdict, "findings")) {
      codes.add(String.valueOf(((Map<?, ?>) finding).get("code")));
    }
    return String.join(",", codes);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void everyPackGetsItsVerdict(String line) {
    String[] columns = line.split("\t", -1);
    Run run = verifyTrusting(FIXTURES.resolve(columns[0]), "--format=json");

    Map<?, ?> verdict = json(run);
    String state = columns[1].toLowerCase(Locale.ROOT).replace('_', '-');
    assertEquals(state, verdict.get("verdict"));
    assertEquals(columns[2], codes(verdict));
    assertEquals(
        Map.of("trusted", 0, "invalid", 1, "unknown-root", 4, "unsigned", 4).get(state),
        run.exitCode());
    assertEquals("", run.err());
  }

  @Test
  void trustedPackIsDescribed() {
    Run run = verifyTrusting(FIXTURES.resolve("good--signed.zip"));
    assertEquals(0, run.exitCode());
    assertTrue(
        run.out()
            .matches(
                """
                The pack is whole and comes from the publisher that this reader trusts\\.
                publisher: [0-9a-f]{64}
                pack key: [0-9a-f]{64}
                series [a-z-]+, epoch 2, number \\d+
                made on 2026-03-01 \\(age in days: 31\\), to be replaced after 2026-09-01
                languages: .*
                (  [a-z-]+: .*
                )+files: \\d+, bytes unpacked: \\d+
                identity: [0-9a-f]{64}
                """),
        run.out());
  }

  @Test
  void sameThingsAreToldToPrograms() {
    Run run = verifyTrusting(FIXTURES.resolve("warning--pack-stale.zip"), "--format", "json");
    Map<?, ?> verdict = json(run);
    Map<?, ?> pack = (Map<?, ?>) member(verdict, "pack");
    assertTrue(member(verdict, "publisher").toString().matches("[0-9a-f]{64}"), run.out());
    assertTrue(member(verdict, "identity").toString().matches("[0-9a-f]{64}"), run.out());
    assertTrue(pack.keySet().containsAll(List.of("id", "epoch", "sequence", "titles")), run.out());
    Map<?, ?> finding = (Map<?, ?>) ((List<?>) member(verdict, "findings")).get(0);
    assertEquals("warning", member(finding, "severity"));
    assertEquals(2, ((List<?>) member(finding, "arguments")).size());
    assertTrue(member(finding, "message").toString().contains("Look for a newer one"), run.out());
  }

  @Test
  void whoeverTrustsNobodyHearsTheNumberToCompare() {
    Run run = verify(FIXTURES.resolve("good--signed.zip"));
    assertEquals(4, run.exitCode());
    String publisher =
        String.valueOf(
            member(
                json(verify(FIXTURES.resolve("good--signed.zip"), "--format=json")), "publisher"));
    assertTrue(
        run.out().startsWith("The pack is whole, but its publisher is not known here.\nwarning: "),
        run.out());
    assertTrue(run.out().contains(publisher + ". Compare the number"), run.out());
    assertTrue(run.out().contains(" [unknown-root]\n"), run.out());
  }

  @Test
  void firstDocumentAloneIsEnoughAndPublishersMayBeSeveral() throws IOException {
    Path pack = FIXTURES.resolve("good--signed.zip");
    Path first = roots.resolve("root.1.json");
    assertEquals(0, verify(pack, "--root", first.toString()).exitCode());

    Path others = temp.resolve("others");
    Files.writeString(temp.resolve("passphrase"), "one passphrase for all\n");
    Run made =
        Run.of(
            "keys",
            "init",
            "--keys=" + others,
            "--passphrase-file=" + temp.resolve("passphrase"),
            "--root-passphrase-file=" + temp.resolve("passphrase"));
    assertEquals(0, made.exitCode(), made.err());
    assertEquals(4, verify(pack, "--root=" + others).exitCode());
    assertEquals(0, verify(pack, "--root=" + others, "--root=" + first).exitCode());
    Path broken = FIXTURES.resolve("zip-gap.zip");
    assertEquals(1, verify(broken, "--root=" + others, "--root=" + first).exitCode());
  }

  @Test
  void revokedKeyIsKnownByWhoeverHasTheNewestDocuments() {
    Path pack = FIXTURES.resolve("delegation-superseded.zip");
    assertEquals(1, verifyTrusting(pack).exitCode());
    assertEquals(0, verify(pack, "--root=" + roots.resolve("root.1.json")).exitCode());
  }

  @Test
  void onlyWhatIsWrongIsPrintedIfNothingElseIsWanted() {
    Run good = verifyTrusting(FIXTURES.resolve("good--signed.zip"), "--quiet");
    assertEquals("", good.out() + good.err());
    Run apk = verifyTrusting(FIXTURES.resolve("pack-is-apk.zip"), "-q");
    assertEquals(
        "error: This is an Android app and not a pack. Install it as an app only if you know the"
            + " person who gave it. [pack-is-apk]\n",
        apk.out());
  }

  @Test
  void verdictComesInFourLanguages() {
    for (String language : MessageCatalog.LANGUAGES) {
      for (String name : List.of("good--signed.zip", "name-traversal.zip", "pack-is-html.zip")) {
        Run run = verify(FIXTURES.resolve(name), "--ui-lang=" + language);
        assertEquals(language.equals("en"), run.out().startsWith("The pack is "), run.out());
        assertFalse(run.out().isBlank(), run.err());
        assertFalse(run.out().contains("{"), run.out());
      }
    }
  }

  @Test
  void nothingInThePackCommandsTheTerminal() throws Exception {
    for (String line : fixtures()) {
      Path file = FIXTURES.resolve(line.split("\t", -1)[0]);
      for (String format : List.of("text", "json")) {
        String said = verify(file, "--format", format).out();
        said.codePoints()
            .filter(c -> c != '\n')
            .forEach(
                c ->
                    assertFalse(
                        Character.isISOControl(c) || Character.getType(c) == Character.FORMAT,
                        () -> file + " says U+" + Integer.toHexString(c)));
      }
    }
  }

  @Test
  void titleOfAPackIsHarmlessToo() throws IOException {
    var site = PackedSite.in(temp);
    Path config = site.content().resolve("site.yml");
    String text = Files.readString(config);
    Files.writeString(config, text.replace("ru: Сайт", "ru: \"Сайт \\x1b[31m\\u202e\\u009b2J\""));
    assertEquals(0, site.build("2026-03-01").exitCode());
    Path pack = PackedSite.only(site.packs(), "probe-ru-");

    Run run = verify(pack);
    assertTrue(run.out().contains("  ru: Сайт "), run.out());
    String all = run.out() + verify(pack, "--format=json").out();
    assertTrue(
        all.chars().allMatch(c -> c == '\n' || (!Character.isISOControl(c) && c != 0x202e)), all);
  }

  @Test
  void wrongCommandsAreRefused() throws IOException {
    Path pack = FIXTURES.resolve("good--signed.zip");
    requireRefused("there is no file", verify(temp.resolve("no.zip")));
    requireRefused("there is no file", verify(temp));
    requireRefused("there is no file", verify(pack, "--base=" + temp.resolve("no.zip")));
    requireRefused("has no root document", verify(pack, "--root=" + temp.resolve("no")));
    requireRefused("has no root document", verify(pack, "--root=" + temp));
    requireRefused("has no root document", verify(pack, "--root=" + roots.resolve("root.2.json")));
    requireRefused("has no root document", verify(pack, "--root=" + pack));
    requireRefused("is a whole pack", verify(pack, "--base=" + pack));
    assertEquals(2, Run.of("verify", "--ui-lang", "en").exitCode());
  }

  @Test
  void fileThatCannotBeReadIsNotCalledBroken() throws IOException {
    Path file = Files.write(temp.resolve("file.zip"), "PK".getBytes(StandardCharsets.US_ASCII));
    assertTrue(file.toFile().setReadable(false));
    if (!Files.isReadable(file)) { // an administrator can read everything
      assertEquals(3, verify(file).exitCode());
    }
  }
}
