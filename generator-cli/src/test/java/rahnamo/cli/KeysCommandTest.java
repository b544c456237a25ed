package rahnamo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rahnamo.diagnostic.StrictJson;

/** {@code rahnamo keys}: what a publisher types when all is well, and when it is not. */
class KeysCommandTest {

  /** Keys are made once for all tests, because locking each takes a good part of a second. */
  @TempDir static Path made;

  @TempDir Path temp;
  private Path keys;

  @BeforeAll
  static void makeKeys() throws IOException {
    writePassphrases(made);
    for (String kind : List.of("1 1", "2 3")) {
      Run run = init(made, made.resolve(kind), kind.split(" ", 2));
      assertEquals(0, run.exitCode(), run.err());
    }
  }

  @BeforeEach
  void choosePlace() throws IOException {
    keys = temp.resolve("keys");
    writePassphrases(temp);
  }

  private static void writePassphrases(Path folder) throws IOException {
    Files.writeString(folder.resolve("pack.txt"), "a passphrase of packs\n");
    Files.writeString(folder.resolve("root.txt"), "калиди решагӣ, дароз\n");
  }

  private static Run init(Path passphrases, Path keys, String... thresholdAndRoots) {
    return Run.of(
        "keys",
        "init",
        "--keys=" + keys,
        "--threshold=" + thresholdAndRoots[0],
        "--roots=" + thresholdAndRoots[1],
        "--passphrase-file=" + passphrases.resolve("pack.txt"),
        "--root-passphrase-file=" + passphrases.resolve("root.txt"),
        "--date=2026-03-01",
        "--ui-lang=en");
  }

  private void takeKeys(String kind) throws IOException {
    Sites.copy(made.resolve(kind), keys);
  }

  private Run keys(String command, String... more) {
    var arguments = new ArrayList<>(List.of("keys", command, "--keys", keys.toString()));
    if (List.of("init", "rotate", "revoke").contains(command)) {
      arguments.addAll(List.of("--passphrase-file", temp.resolve("pack.txt").toString()));
      arguments.addAll(List.of("--root-passphrase-file", temp.resolve("root.txt").toString()));
      arguments.addAll(List.of("--date", "2026-03-01"));
    }
    arguments.addAll(List.of("--ui-lang", "en"));
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray(String[]::new)).seenFrom(temp);
  }

  private void requireDone(Run run) {
    assertEquals(0, run.exitCode(), run.err());
  }

  private void requireRefused(String message, String help, Run run) {
    assertEquals(2, run.exitCode(), run.err());
    assertTrue(run.err().startsWith("error: " + message), run.err());
    assertTrue(run.err().contains("\n  help: " + help), run.err());
  }

  private Map<?, ?> shown() {
    return (Map<?, ?>) StrictJson.parse(keys("show", "--format", "json").out());
  }

  private List<String> files(String ending) throws IOException {
    try (Stream<Path> files = Files.list(keys)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .sorted()
          .toList();
    }
  }

  @Test
  void newKeysAreShown() throws IOException {
    Run run = init(temp, keys, "2", "3").seenFrom(temp);

    requireDone(run);
    assertTrue(run.err().contains("move each root-*.key to a stick of its own"), run.err());
    assertEquals(run.out(), keys("show").out());
    assertTrue(run.out().matches("(?s)publisher: [0-9a-f]{64}\n.*"), run.out());
    assertTrue(run.out().contains("signatures of root keys needed: 2 of 3\n"), run.out());
    assertTrue(run.out().endsWith("epoch: 1, valid until: 2028-03-01\n"), run.out());
    assertEquals(4, files(".key").size());
    assertEquals(3, files(".sig").size());
  }

  @Test
  void filesAreForTheirOwnerOnly() throws IOException {
    keys("init");
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)));
    for (String file : files(".key")) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve(file))));
    }
  }

  @Test
  void keysAreNotOverwritten() throws IOException {
    takeKeys("1 1");
    Tree before = Tree.of(keys);
    requireRefused("there are keys in `keys` already", "renew them", keys("init"));
    before.requireEqual(Tree.of(keys));
  }

  @Test
  void repositoryThatWouldTakeThemIsRefused() throws IOException, InterruptedException {
    git("init", "-q");
    requireRefused("the folder `keys` lies in a repository", "choose a folder", keys("init"));
    assertFalse(Files.exists(keys));

    Files.writeString(temp.resolve(".gitignore"), "/keys/\n");
    requireDone(keys("init"));
    Files.writeString(temp.resolve(".gitignore"), "/other/\n");
    requireRefused("the folder `keys` lies in a repository", "choose a folder", keys("rotate"));
    Files.writeString(temp.resolve(".gitignore"), "*.key\n");
    requireDone(keys("rotate"));
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    assertEquals(0, new ProcessBuilder(command).directory(temp.toFile()).start().waitFor());
  }

  @Test
  void passphrasesAreAskedForOrRefused() throws IOException, InterruptedException {
    Files.writeString(temp.resolve("pack.txt"), "short\n");
    requireRefused("the passphrase has fewer than 12", "take five or six", keys("init"));
    assertFalse(Files.exists(keys));

    Program program = Program.in(temp);
    Run nobody = program.run("keys", "init", "--ui-lang", "en");
    requireRefused("the passphrase is missing", "run the command in a terminal", nobody);
    Run environment =
        program
            .withEnvironment("RAHNAMO_ROOT_PASSPHRASE", "a passphrase of roots")
            .run("keys", "init", "--passphrase-file", "root.txt", "--ui-lang", "en");
    requireDone(environment);
  }

  @Test
  void wrongPassphraseChangesNothing() throws IOException {
    takeKeys("1 1");
    Tree before = Tree.of(keys);
    Files.writeString(temp.resolve("root.txt"), "another passphrase\n");
    requireRefused("the passphrase does not open `keys/root-", "look at", keys("rotate"));
    before.requireEqual(Tree.of(keys));
  }

  @Test
  void impossibleThresholdsAreRefused() {
    for (String[] wrong : new String[][] {{"0", "1"}, {"2", "1"}, {"1", "0"}, {"1", "17"}}) {
      requireRefused(
          wrong[0] + " of " + wrong[1] + " root keys",
          "there can be",
          keys("init", "--threshold", wrong[0], "--roots", wrong[1]));
    }
    assertFalse(Files.exists(keys));
  }

  @Test
  void newPackKeyRaisesTheEpochAndEndsTheOld() throws IOException {
    takeKeys("1 1");
    Map<?, ?> before = shown();
    List<String> oldKeys = files(".key");

    requireDone(keys("rotate"));

    Map<?, ?> after = shown();
    assertEquals(before.get("publisher"), after.get("publisher"));
    assertEquals(before.get("roots"), after.get("roots"));
    assertEquals("2", String.valueOf(after.get("epoch")).replace(".0", ""));
    assertNotEquals(before.get("pack-key"), after.get("pack-key"));
    assertEquals(2, files(".key").size());
    assertFalse(oldKeys.equals(files(".key")), "the old pack key is still here");
  }

  @Test
  void rootKeysMayLieElsewhere() throws IOException {
    takeKeys("2 3");
    List<Path> sticks = new ArrayList<>();
    for (String root : files(".key").stream().filter(name -> name.startsWith("root-")).toList()) {
      Path stick = Files.createDirectory(temp.resolve("stick" + sticks.size()));
      Files.move(keys.resolve(root), stick.resolve(root));
      sticks.add(stick);
    }

    requireRefused("root keys found: 1, needed: 2", "put in", keys("rotate", root(sticks, 0)));
    requireDone(keys("rotate", root(sticks, 0), root(sticks, 2)));
  }

  private static String root(List<Path> sticks, int index) {
    return "--root=" + sticks.get(index);
  }

  @Test
  void lostRootKeyIsReplacedByTheOthers() throws IOException {
    takeKeys("2 3");
    String lost = files(".key").stream().filter(name -> name.startsWith("root-")).toList().get(1);
    Files.delete(keys.resolve(lost));
    Map<?, ?> before = shown();

    String fingerprint = lost.substring("root-".length(), lost.length() - ".key".length());
    requireDone(keys("revoke", fingerprint));

    Map<?, ?> after = shown();
    assertEquals(before.get("publisher"), after.get("publisher"));
    assertEquals(before.get("pack-key"), after.get("pack-key"));
    assertEquals(before.get("epoch"), after.get("epoch"));
    assertTrue(after.get("roots") instanceof List<?> roots && roots.size() == 3);
    assertFalse(keys("show").out().contains(fingerprint));
    requireDone(keys("rotate"));
  }

  @Test
  void unknownKeyCannotBeRevoked() throws IOException {
    takeKeys("1 1");
    for (String unknown : new String[] {"", "0123456789abcdef0", "x"}) {
      requireRefused("no key in force", "`rahnamo keys show`", keys("revoke", unknown));
    }
  }

  @Test
  void onlyPublicFilesAreExported() throws IOException {
    takeKeys("1 1");
    keys("rotate");
    Path target = temp.resolve("public");
    requireDone(keys("export", target.toString()));
    try (Stream<Path> files = Files.list(target)) {
      List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
      assertEquals(5, names.size(), names.toString());
      assertTrue(names.contains("pack.pem"), names.toString());
      assertTrue(names.contains("root.2.json"), names.toString());
    }
  }

  @Test
  void withoutKeysEveryCommandSaysSo() {
    for (String command : List.of("show", "rotate")) {
      requireRefused("there are no keys in `keys`", "make them", keys(command));
    }
    requireRefused("there are no keys in `keys`", "make them", keys("revoke", "00"));
    requireRefused("there are no keys in `keys`", "make them", keys("export", "public"));
  }

  @Test
  void damagedDocumentIsNamed() throws IOException {
    takeKeys("1 1");
    Files.writeString(keys.resolve("root.1.json"), "{}");
    requireRefused("the file `keys/root.1.json` is damaged", "take the file", keys("show"));
  }
}
