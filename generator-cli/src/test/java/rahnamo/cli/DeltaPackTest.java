package rahnamo.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rahnamo.cli.Run.requireDone;
import static rahnamo.cli.Run.requireRefused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rahnamo.diagnostic.StrictJson;
import rahnamo.pack.format.PackDate;
import rahnamo.pack.format.PackFile;
import rahnamo.pack.format.PackSource;
import rahnamo.pack.format.PackStore;
import rahnamo.pack.format.PackVerifier;
import rahnamo.pack.format.Progress;
import rahnamo.pack.format.ReceivedPack;
import rahnamo.pack.format.RootDocument;
import rahnamo.pack.format.TrustAnchor;
import rahnamo.pack.format.TrustState;
import rahnamo.pack.format.VerificationReport;

/** {@code rahnamo pack --since}: what a phone makes of an earlier pack and the changes since. */
class DeltaPackTest {

  private static final String OLD = "old/probe-all-20260301-2251.zip";

  @TempDir Path temp;
  private PackedSite site;

  @BeforeEach
  void handOutAPack() throws IOException {
    site = PackedSite.in(temp);
    Files.writeString(temp.resolve("passphrase"), "one passphrase for all\n");
    Run made =
        Run.of(
            "keys",
            "init",
            "--keys=" + temp.resolve("keys"),
            "--date=2026-03-01",
            "--passphrase-file=" + temp.resolve("passphrase"),
            "--root-passphrase-file=" + temp.resolve("passphrase"));
    assertEquals(0, made.exitCode(), made.err());
    build("2026-03-01");
    requireDone(pack("2026-03-01", "old"));
  }

  private void build(String date) {
    requireDone(
        site.build(
            date,
            "--keys",
            temp.resolve("keys").toString(),
            "--passphrase-file=" + temp.resolve("passphrase")));
  }

  private Run pack(String date, String folder, String... more) {
    var arguments = new ArrayList<>(List.of("pack", "--date", date, "--ui-lang", "en"));
    arguments.addAll(List.of("--content", site.content().toString()));
    arguments.addAll(List.of("--output", temp.resolve("site").toString()));
    arguments.addAll(List.of("--to", temp.resolve(folder).toString()));
    arguments.addAll(List.of("--keys", temp.resolve("keys").toString()));
    arguments.addAll(List.of("--passphrase-file", temp.resolve("passphrase").toString()));
    for (String argument : more) {
      arguments.add(argument.endsWith(".zip") ? temp.resolve(argument).toString() : argument);
    }
    return Run.of(arguments.toArray(String[]::new)).seenFrom(temp);
  }

  /** A page changes, one is new, a picture is renamed, and all pages say another day. */
  private void edit(String date) throws IOException {
    Path article = site.content().resolve("ru/work/patent.md");
    Files.writeString(
        article, Files.readString(article).replace("См.", "Читайте.").replace("dot", "point"));
    Path other = site.content().resolve("tg/work/patent.md");
    Files.writeString(other, Files.readString(other).replace("dot", "point"));
    Files.move(site.content().resolve("media/dot.svg"), site.content().resolve("media/point.svg"));
    new ContentFolder(site.content()).with("ru/life/rest.md", "---\ntitle: Отдых\n---\nЛес.\n");
    build(date);
  }

  private TrustAnchor anchor() throws Exception {
    byte[] root = Files.readAllBytes(temp.resolve("keys/root.1.json"));
    return TrustAnchor.of(List.of(RootDocument.parse(root)));
  }

  private record OnDisk(Path file) implements PackSource {

    @Override
    public String key() {
      return file.toString();
    }

    @Override
    public long length() {
      return file.toFile().length();
    }

    @Override
    public InputStream open(long offset) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      return new ByteArrayInputStream(bytes, (int) offset, bytes.length);
    }
  }

  private static ReceivedPack receive(PackStore store, Path file) {
    return store.receive(new OnDisk(file), Progress.IGNORED);
  }

  private PackStore storeWith(Path pack) throws Exception {
    PackStore store =
        PackStore.open(temp.resolve("phone").toFile(), anchor(), PackDate.parse("2026-04-02"));
    store.install(receive(store, pack));
    return store;
  }

  @Test
  void changesLeadToTheWholePack() throws Exception {
    edit("2026-04-01");
    Run run = pack("2026-04-01", "new", "--since", OLD);
    requireDone(run);
    assertEquals(3, run.out().lines().count(), run.out());
    Path whole = temp.resolve("new/probe-all-20260401-2282.zip");
    Path delta = temp.resolve("new/probe-all-20260401-2282-from-2251.zip");
    assertTrue(Files.size(delta) * 5 < Files.size(whole), Files.size(delta) + " bytes");

    PackStore store = storeWith(temp.resolve(OLD));
    ReceivedPack received = receive(store, delta);
    assertEquals(TrustState.TRUSTED, received.report().state(), received.report().toString());
    store.install(received);

    try (PackFile made = store.current().open();
        PackFile expected = PackFile.open(whole.toFile())) {
      assertEquals(expected.sums().identity(), made.sums().identity());
      assertEquals(expected.names(), made.names());
      assertTrue(made.contains("media/point.svg"));
      for (String name : made.names()) {
        assertArrayEquals(expected.bytes(name), made.bytes(name), name);
      }
      assertArrayEquals(expected.bytes("SHA256SUMS.sig"), made.bytes("SHA256SUMS.sig"));
    }
  }

  @Test
  void sameTwoPacksGiveTheSameChanges() throws IOException {
    edit("2026-04-01");
    requireDone(pack("2026-04-01", "one", "--since", OLD, "--jobs", "1"));
    requireDone(pack("2026-04-01", "two", "--since", OLD, "--jobs", "3"));
    Tree.of(temp.resolve("one")).requireEqual(Tree.of(temp.resolve("two")));
    // A delta pack that lies there does not make the next number higher.
    requireDone(pack("2026-04-01", "two", "--since", OLD));
    Tree.of(temp.resolve("one")).requireEqual(Tree.of(temp.resolve("two")));
  }

  @Test
  void changesFromSeveralPacksAreMadeAtOnce() throws IOException {
    edit("2026-04-01");
    Path next = site.content().resolve("tg/life/food.md");
    requireDone(pack("2026-04-01", "new"));
    Files.writeString(next, "---\ntitle: Еда\n---\nПлов и чай.\n");
    build("2026-04-05");
    Run run =
        pack(
            "2026-04-05",
            "newest",
            "--since",
            OLD,
            "--since",
            "new/probe-all-20260401-2282.zip",
            "--since",
            "new/probe-tg-20260401-2282.zip",
            "--format=json");
    requireDone(run);
    List<?> made = (List<?>) StrictJson.parse(run.out());
    assertEquals(
        List.of(
            "probe-all-20260405-2286.zip",
            "probe-all-20260405-2286-from-2251.zip",
            "probe-all-20260405-2286-from-2282.zip",
            "probe-tg-20260405-2286.zip",
            "probe-tg-20260405-2286-from-2282.zip"),
        made.stream().map(pack -> member(pack, "file")).toList());
    assertEquals("2251", String.valueOf(member(made.get(1), "base-sequence")));
    assertEquals(member(made.get(0), "identity"), member(made.get(1), "result-identity"));
  }

  private static Object member(Object object, String name) {
    return Objects.requireNonNull(((Map<?, ?>) object).get(name), name);
  }

  @Test
  void everyDamageIsRefused() throws Exception {
    edit("2026-04-01");
    requireDone(pack("2026-04-01", "new", "--since", OLD));
    Path delta = temp.resolve("new/probe-all-20260401-2282-from-2251.zip");
    byte[] good = Files.readAllBytes(delta);
    PackStore store = storeWith(temp.resolve(OLD));
    var verifier = new PackVerifier(anchor(), PackDate.parse("2026-04-02"));
    Path broken = temp.resolve("broken.zip");
    for (int at = 0; at < good.length; at++) {
      byte[] flipped = good.clone();
      flipped[at] ^= (byte) (1 << at % 8);
      Files.write(broken, flipped);
      VerificationReport report = verifier.verify(broken.toFile(), Progress.IGNORED);
      // Deflated data has bits that nothing depends on; then all files are as they were.
      boolean isHarmless = report.state() != TrustState.INVALID && isSame(delta, broken);
      assertTrue(report.state() == TrustState.INVALID || isHarmless, "byte " + at);
      if (at % 50 == 0 && !isHarmless) {
        assertFalse(receive(store, broken).isInstallable(), "byte " + at);
        Files.write(broken, Arrays.copyOf(good, at));
        assertFalse(receive(store, broken).isInstallable(), "cut at " + at);
      }
    }
    assertEquals("2251", "" + store.current().report().manifest().sequence());
    assertTrue(receive(store, delta).isInstallable());
  }

  private static boolean isSame(Path one, Path other) throws Exception {
    try (PackFile a = PackFile.open(one.toFile());
        PackFile b = PackFile.open(other.toFile())) {
      boolean isSame = a.sums().identity().equals(b.sums().identity());
      for (String name : a.names()) {
        isSame &= Arrays.equals(a.bytes(name), b.bytes(name));
      }
      return isSame;
    }
  }

  @Test
  void changesAreJudgedWithTheirBase() throws IOException {
    edit("2026-04-01");
    requireDone(pack("2026-04-01", "new", "--since", OLD));
    String delta = "new/probe-all-20260401-2282-from-2251.zip";

    Run alone = verify(delta);
    assertEquals(0, alone.exitCode(), alone.out());
    assertTrue(alone.out().contains("holds only the changes since number 2251, "), alone.out());
    assertTrue(alone.err().contains("--base OLD.zip"), alone.err());

    Run both = verify(delta, "--base=" + temp.resolve(OLD));
    assertEquals(0, both.exitCode(), both.out());
    assertTrue(both.out().contains("\nbase: The pack is whole and comes from "), both.out());
    assertTrue(
        both.out().contains("\nwith the changes applied: The pack is whole and comes from "),
        both.out());

    String wrongBase = "new/probe-all-20260401-2282.zip";
    Run wrong = verify(delta, "--base=" + temp.resolve(wrongBase), "--format=json");
    assertEquals(1, wrong.exitCode(), wrong.out());
    assertEquals("invalid", member(StrictJson.parse(wrong.out()), "verdict"));
    assertTrue(wrong.out().contains("\"delta-wrong-base\""), wrong.out());

    Path broken = Files.write(temp.resolve("broken.zip"), new byte[0]);
    Run none = verify(delta, "--base=" + broken, "-q");
    assertEquals(1, none.exitCode(), none.out());
    assertTrue(none.out().contains("[pack-empty]"), none.out());
  }

  private Run verify(String file, String... more) {
    var arguments = new ArrayList<>(List.of("verify", temp.resolve(file).toString()));
    arguments.addAll(List.of("--root=" + temp.resolve("keys"), "--date=2026-04-02"));
    arguments.addAll(List.of("--ui-lang=en"));
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray(String[]::new));
  }

  @Test
  void packThatCannotBeTheBaseIsRefused() throws IOException {
    requireRefused("nothing has changed since", pack("2026-03-01", "again", "--since", OLD));
    edit("2026-04-01");
    requireRefused("there is no file", pack("2026-04-01", "new", "--since", "no.zip"));
    Files.write(temp.resolve("empty.zip"), new byte[0]);
    requireRefused("The file is empty", pack("2026-04-01", "new", "--since", "empty.zip"));
    requireRefused(
        "is of the series `probe-all`, these packs are: probe-tg\n",
        pack("2026-04-01", "new", "--since", OLD, "--language", "tg"));
    assertFalse(Files.exists(temp.resolve("new")));

    requireRefused(
        "has the number 2251, the new pack only 7",
        pack("2026-04-01", "older", "--since", OLD, "--sequence", "7"));
    requireRefused(
        "has the number 2251, the new pack only 2251",
        pack("2026-04-01", "same", "--since", OLD, "--sequence", "2251"));

    requireDone(pack("2026-04-01", "new", "--since", OLD));
    requireRefused(
        "has only changes itself",
        pack("2026-04-01", "new", "--since", "new/probe-all-20260401-2282-from-2251.zip"));
  }

  @Test
  void changesAsLargeAsAPackAreNotMade() throws IOException {
    for (int i = 0; i < 2; i++) {
      byte[] noise = new byte[9 << 20];
      new Random(i).nextBytes(noise);
      Files.createDirectories(site.content().resolve("static"));
      Files.write(site.content().resolve("static/noise-" + i + ".bin"), noise);
    }
    edit("2026-04-01");
    Run run = pack("2026-04-01", "new", "--since", OLD);
    requireDone(run);
    assertTrue(run.err().contains("[delta-too-large]"), run.err());
    assertEquals(2, run.out().lines().count(), run.out());
  }
}
