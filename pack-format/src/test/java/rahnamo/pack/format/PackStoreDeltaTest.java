package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Delta packs lead to the same pack as the full one, or to none. */
class PackStoreDeltaTest extends StoreTest {

  @Test
  void resultIsTheSamePackAsTheFullOne() throws Exception {
    var store = open();
    install(store, rich(1));
    var delta = TestDelta.pack(publisher, rich(1), rich(2));
    assertTrue(delta.bytes().length < rich(2).bytes().length / 10, "a delta pack is small");

    install(store, delta);

    assertCurrent(rich(2), store);
    assertOnly(rich(1), rich(2));
    assertCurrent(rich(2), open());
    var full = new PackVerifier(publisher.anchor(), TestPack.TODAY);
    assertEquals(TrustState.TRUSTED, full.verify(store.current().file(), Progress.IGNORED).state());
  }

  @Test
  void previousPackCanBeTheBaseToo() throws Exception {
    var store = open();
    install(store, rich(1));
    install(store, edition(2));
    install(store, TestDelta.pack(publisher, rich(1), rich(3)));
    assertCurrent(rich(3), store);
    assertPack(edition(2), store.previous());
  }

  @Test
  void unsignedPacksHaveDeltasToo() throws Exception {
    var base = TestPack.unsigned().sequence(1).with("a.html", "a");
    var result = TestPack.unsigned().sequence(2).with("b.html", "a");
    var changes = TestDelta.changes(base.files(), result.files());
    var delta =
        TestPack.unsigned()
            .without("index.html")
            .with(EntryName.CHANGES, changes)
            .delta(base.version(), result.identity());
    var store = open();
    install(store, base);
    install(store, delta);
    assertCurrent(result, store);
    assertEquals(TrustState.UNSIGNED, store.current().report().state());
  }

  @Test
  void deltaOfAPackThatIsNotThereIsRefused() throws Exception {
    var store = open();
    var delta = TestDelta.pack(publisher, rich(1), rich(2));
    assertRefused(VerificationCode.DELTA_WRONG_BASE, receive(store, delta));
    install(store, edition(1));
    ReceivedPack refused = receive(store, delta);
    assertEquals(
        List.of(Finding.of(VerificationCode.DELTA_WRONG_BASE, "1")), refused.report().findings());
    assertOnly(edition(1));
  }

  @Test
  void olderResultIsRefused() throws Exception {
    var store = open();
    install(store, rich(1));
    install(store, rich(3));
    assertRefused(
        VerificationCode.ROLLBACK_OLDER,
        receive(store, TestDelta.pack(publisher, rich(1), rich(2))));
    assertOnly(rich(1), rich(3));
  }

  @Test
  void damageOfTheBaseIsNotHandedOn() throws Exception {
    var store = open();
    install(store, rich(1));
    try (var access = new RandomAccessFile(store.current().file(), "rw")) {
      // In the large sound, which the result copies.
      access.seek(access.length() / 2);
      int before = access.read();
      access.seek(access.length() / 2);
      access.write(~before);
    }
    assertRefused(
        VerificationCode.DELTA_RESULT_DIFFERS,
        receive(store, TestDelta.pack(publisher, rich(1), rich(2))));
    install(store, rich(2));
    assertCurrent(rich(2), store);
  }

  @Test
  void everyCutOrChangedDeltaLeadsToThePackOrToNothing() throws Exception {
    var store = open();
    install(store, edition(1));
    byte[] good = TestDelta.changes(edition(1).files(), edition(2).files());
    for (int at = 0; at < good.length; at += 3) {
      byte[] changed = good.clone();
      changed[at] ^= 1;
      assertNothing(store, changed, "changed at " + at);
      assertNothing(store, Arrays.copyOf(good, at), "cut at " + at);
    }
    assertNothing(store, Arrays.copyOf(good, good.length + 1), "too long");
    assertOnly(edition(1));
    assertCurrent(edition(1), store);
    install(store, delta(good));
    assertCurrent(edition(2), store);
  }

  /** Signed by the publisher all the same, as if the writer had the mistake. */
  private void assertNothing(PackStore store, byte[] changes, String what) throws Exception {
    ReceivedPack received = receive(store, delta(changes));
    if (received.isInstallable()) {
      // A source from which nothing is copied may be another one.
      assertEquals(edition(2).identity(), received.report().identity(), what);
      store.discard(received);
      return;
    }
    String code = received.report().findings().get(0).code().id();
    // The changes carry the signature of the result, too.
    assertTrue(code.matches("(delta|signature)-.*"), what + ": " + code);
  }

  private TestPack delta(byte[] changes) throws Exception {
    return TestPack.signedBy(publisher)
        .without("index.html")
        .sequence(2)
        .with(EntryName.CHANGES, changes)
        .delta(edition(1).version(), edition(2).identity());
  }

  /** Changed, new, renamed and deleted files; some too large for the memory. */
  private TestPack rich(long sequence) {
    var noise = new byte[1_300_000];
    new Random(9).nextBytes(noise);
    var pack = edition(sequence).with("media/sound.bin", noise);
    var words = new StringBuilder();
    var random = new Random(8);
    for (int i = 0; i < 200_000; i++) {
      words.append(random.nextInt(100_000)).append(i == 50_000 ? "edition " + sequence : "\n");
    }
    assertTrue(words.length() > 1 << 20);
    pack.with("search/index.js", words.toString());
    pack.with(sequence % 2 == 0 ? "media/new-name.bin" : "media/old-name.bin", new byte[50_000]);
    pack.with("only/" + sequence + ".html", "<p>only here</p>");
    return pack;
  }
}
