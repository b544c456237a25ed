package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of the store share: a folder, a publisher, and a store that trusts it. */
abstract class StoreTest {

  @TempDir Path temp;
  protected TestPublisher publisher = TestPublisher.none();

  @BeforeEach
  void makePublisher() throws Exception {
    publisher = TestPublisher.named("publisher");
  }

  protected Path folder() {
    return temp.resolve("store");
  }

  protected PackStore open() throws Exception {
    return open(publisher.anchor());
  }

  protected PackStore open(TrustAnchor anchor) throws IOException {
    return PackStore.open(folder().toFile(), anchor, TestPack.TODAY);
  }

  protected PackStore open(StoreFolder disk) throws Exception {
    return PackStore.open(disk, publisher.anchor(), TestPack.TODAY);
  }

  /** An edition of the site; each has a page that tells it from others. */
  protected TestPack edition(long sequence) {
    return TestPack.signedBy(publisher)
        .sequence(sequence)
        .with("tg/index.html", "<h1>Шумораи " + sequence + "</h1>")
        .with("tg/same.html", "<p>Ҳамон</p>");
  }

  protected static ReceivedPack receive(PackStore store, TestPack pack) throws Exception {
    return store.receive(TestSource.of(pack), Progress.IGNORED);
  }

  protected static void install(PackStore store, TestPack pack) throws Exception {
    ReceivedPack received = receive(store, pack);
    assertEquals(List.of(), errors(received.report()), "installable");
    store.install(received);
  }

  protected static void assertRefused(VerificationCode code, ReceivedPack received) {
    assertEquals(TrustState.INVALID, received.report().state());
    assertEquals(code, received.report().findings().get(0).code(), received.report().toString());
  }

  private static List<Finding> errors(VerificationReport report) {
    return report.findings().stream()
        .filter(finding -> finding.code().severity() == Severity.ERROR)
        .toList();
  }

  /** The store shows exactly this pack, down to the last byte. */
  protected void assertCurrent(TestPack expected, PackStore store) throws Exception {
    assertPack(expected, store.current());
  }

  protected void assertPack(TestPack expected, InstalledPack pack) throws Exception {
    assertEquals(expected.identity(), pack.report().identity());
    var files = expected.files();
    try (var open = pack.open()) {
      for (String name : files.keySet()) {
        assertArrayEquals(Objects.requireNonNull(files.get(name)), open.bytes(name), name);
      }
    }
  }

  /** Nothing is there but the memory and these packs. */
  protected void assertOnly(TestPack... packs) throws Exception {
    var expected = new TreeSet<String>();
    expected.add("state");
    for (TestPack pack : packs) {
      expected.add(pack.identity().hex() + ".zip");
    }
    assertEquals(expected, new TreeSet<>(names()));
  }

  protected List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
