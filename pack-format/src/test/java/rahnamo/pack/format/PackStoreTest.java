package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rahnamo.pack.format.TestPublisher.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PackStoreTest extends StoreTest {

  @Test
  void newStoreHasNothing() throws Exception {
    var store = open();

    assertFalse(store.hasCurrent());
    assertFalse(store.hasPrevious());
    assertEquals(List.of(), store.findings());
    assertThrows(IllegalStateException.class, store::current);
    assertThrows(IllegalStateException.class, store::restorePrevious);
  }

  @Test
  void receivedPackIsNotShownBeforeItIsInstalled() throws Exception {
    var store = open();
    ReceivedPack received = receive(store, edition(42));

    assertFalse(store.hasCurrent());
    assertEquals(TrustState.TRUSTED, received.report().state());
    store.install(received);
    assertCurrent(edition(42), store);
    assertOnly(edition(42));
    assertCurrent(edition(42), open());
  }

  @Test
  void lastPackStaysAndCanBeRestored() throws Exception {
    var store = open();
    for (long sequence = 1; sequence <= 3; sequence++) {
      install(store, edition(sequence));
    }
    assertOnly(edition(2), edition(3));

    store.restorePrevious();
    assertCurrent(edition(2), store);
    assertPack(edition(3), store.previous());
    store = open();
    assertCurrent(edition(2), store);
    assertRefused(VerificationCode.ROLLBACK_OLDER, receive(store, edition(1)));

    store.restorePrevious();
    assertCurrent(edition(3), open());
  }

  @Test
  void openPackStaysReadableWhileOthersAreInstalled() throws Exception {
    var store = open();
    install(store, edition(1));
    try (var pack = store.current().open()) {
      install(store, edition(2));
      install(store, edition(3));
      assertArrayEquals(edition(1).file("tg/index.html"), pack.bytes("tg/index.html"));
    }
  }

  @Test
  void olderVersionAndAnotherOneInTheSamePlaceAreRefused() throws Exception {
    var store = open();
    install(store, edition(42));
    for (int round = 0; round < 2; round++) {
      assertRefused(VerificationCode.ROLLBACK_OLDER, receive(store, edition(41)));
      var other = edition(42).with("tg/index.html", "another page");
      assertRefused(VerificationCode.ROLLBACK_SAME_SEQUENCE, receive(store, other));
      assertOnly(edition(42));
      // It is remembered for the next time too.
      store = open();
    }
    install(store, edition(42));
    assertFalse(store.hasPrevious(), "the same pack once more is no step");
  }

  @Test
  void memoryIsKeptForEachPublisherAndSeries() throws Exception {
    var store = open();
    install(store, edition(42));
    install(store, edition(7).id("migrant-ru"));
    var stranger = TestPublisher.named("stranger");
    install(store, TestPack.signedBy(stranger).sequence(99));
    install(store, TestPack.unsigned().sequence(1));
    install(store, TestPack.unsigned().sequence(0));

    store = open();
    assertEquals(TrustState.UNSIGNED, store.current().report().state());
    assertRefused(VerificationCode.ROLLBACK_OLDER, receive(store, edition(41)));
    var russian = edition(6).id("migrant-ru");
    assertRefused(VerificationCode.ROLLBACK_OLDER, receive(store, russian));
    var older = TestPack.signedBy(stranger).sequence(98);
    assertRefused(VerificationCode.ROLLBACK_OLDER, receive(store, older));
    install(store, edition(43));
  }

  @Test
  void newerEpochComesBeforeAnySequence() throws Exception {
    var next = TestKey.named("next");
    var root = keys("publisher root");
    var rotated = publisher.root(1, root, 2, next, root);
    var store = open();
    install(store, edition(9_007_199_254_740_991L));

    install(store, TestPack.signedBy(rotated).sequence(1));
    assertRefused(VerificationCode.DELEGATION_SUPERSEDED, receive(store, edition(43)));
    assertFalse(store.hasPrevious(), "it is signed by the key that was given up");
  }

  @Test
  void rotationIsRememberedWhenAnotherPublishersPackIsShown() throws Exception {
    var root = keys("publisher root");
    var rotated = publisher.root(1, root, 2, TestKey.named("next"), root);
    var store = open();
    install(store, TestPack.signedBy(rotated).id("migrant-all"));
    for (int i = 0; i < 2; i++) {
      install(store, TestPack.unsigned().with("x.html", "" + i));
    }

    store = open();
    assertRefused(VerificationCode.DELEGATION_SUPERSEDED, receive(store, edition(43)));
    var forked =
        publisher.root(
            1, keys("thief"), 3, TestKey.named("thief pack"), keys("thief", "publisher root"));
    assertRefused(VerificationCode.TRUST_FORK, receive(store, TestPack.signedBy(forked)));
  }

  @Test
  void appWithAnotherPublisherForgetsTheRotationsOfTheFirst() throws Exception {
    install(open(), edition(1));
    var other = TestPublisher.named("other");
    var store = open(other.anchor());

    assertEquals(TrustState.UNKNOWN_ROOT, store.current().report().state());
    install(store, TestPack.signedBy(other));
    assertEquals(TrustState.TRUSTED, open(other.anchor()).current().report().state());
  }

  @Test
  void badPackIsRefusedAndLeavesNothing() throws Exception {
    var store = open();
    install(store, edition(1));
    byte[] signature = TestKey.named("thief").sign(edition(2).file(EntryName.SUMS));
    var forged = edition(2).signature(good -> signature);

    ReceivedPack received = receive(store, forged);

    assertRefused(VerificationCode.SIGNATURE_WRONG, received);
    assertThrows(IllegalArgumentException.class, () -> open().install(received));
    assertOnly(edition(1));
  }

  @Test
  void unwantedPackIsDiscarded() throws Exception {
    var store = open();
    install(store, edition(1));
    store.discard(receive(store, TestPack.unsigned()));
    assertOnly(edition(1));
    // Whatever is received next discards what came before, too.
    receive(store, TestPack.unsigned());
    assertRefused(
        VerificationCode.PACK_EMPTY,
        store.receive(new TestSource("other", new byte[0]), Progress.IGNORED));
    assertOnly(edition(1));
  }

  @Test
  void damagedPackGivesWayToTheOneBefore() throws Exception {
    var store = open();
    install(store, edition(1));
    install(store, edition(2));
    Files.write(store.current().file().toPath(), new byte[1000]);

    store = open();
    assertCurrent(edition(1), store);
    assertEquals(List.of(Finding.of(VerificationCode.STORE_DAMAGED)), store.findings());
    assertOnly(edition(1));
    assertRefused(VerificationCode.ROLLBACK_OLDER, receive(store, edition(0)));
    install(store, edition(2));
    assertEquals(List.of(), open().findings());
  }

  @Test
  void storeWithoutAnyPackTakesAnOldOne() throws Exception {
    var store = open();
    install(store, edition(2));
    Files.delete(store.current().file().toPath());

    store = open();
    assertFalse(store.hasCurrent());
    install(store, edition(1));
    assertCurrent(edition(1), open());
    // Still, the newer one is remembered.
    var other = edition(2).with("tg/index.html", "another page");
    assertRefused(VerificationCode.ROLLBACK_SAME_SEQUENCE, receive(store, other));
  }

  @Test
  void samePackOnceMoreMendsADamagedOne() throws Exception {
    var store = open();
    install(store, edition(1));
    install(store, edition(2));
    var file = store.current().file().toPath();
    byte[] bytes = Files.readAllBytes(file);
    // In a page: opening the store does not see it, reading the page does.
    bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("<h1>")] ^= 1;
    Files.write(file, bytes);

    var mended = open();
    assertEquals(edition(2).identity(), mended.current().report().identity());
    assertThrows(InvalidPackException.class, () -> assertCurrent(edition(2), mended));
    install(mended, edition(2));
    assertCurrent(edition(2), mended);
    assertPack(edition(1), mended.previous());
  }

  @Test
  void everyFlippedBitOfTheMemoryIsNoticedAndThePacksFoundAgain() throws Exception {
    var store = open();
    install(store, edition(1));
    install(store, edition(2));
    var file = folder().resolve("state");
    byte[] good = Files.readAllBytes(file);
    for (int bit = 0; bit < good.length * 8; bit += 13) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, bad);
      store = open();
      assertEquals(List.of(Finding.of(VerificationCode.STORE_DAMAGED)), store.findings());
      assertEquals(2, store.current().report().manifest().sequence());
      assertEquals(1, store.previous().report().manifest().sequence());
    }
    Files.write(file, new byte[0]);
    store = open();
    assertCurrent(edition(2), store);
    assertRefused(VerificationCode.ROLLBACK_OLDER, receive(store, edition(1)));
  }

  @Test
  void everythingIsDeletedOnDemand() throws Exception {
    var store = open();
    install(store, edition(1));
    install(store, edition(2));
    receive(store, TestPack.unsigned());

    store.deleteAll();

    assertFalse(store.hasCurrent());
    assertFalse(store.hasPrevious());
    assertEquals(List.of(), names());
    install(store, edition(1));
    assertCurrent(edition(1), open());
  }

  @Test
  void packsThatNoMemoryNamesAreDeleted() throws Exception {
    install(open(), edition(1));
    Files.delete(folder().resolve("state"));
    assertFalse(open().hasCurrent());
    assertEquals(List.of(), names());
  }

  @Test
  void storeNeedsAFolder() throws Exception {
    Files.writeString(folder(), "a file in its place");
    assertThrows(IOException.class, this::open);
  }

  @Test
  void progressGoesFromTheBeginningToTheEnd() throws Exception {
    var store = open();
    install(store, edition(1));
    for (TestPack pack : List.of(edition(2), TestDelta.pack(publisher, edition(1), edition(3)))) {
      var steps = new ArrayList<Long>();
      store.receive(
          TestSource.of(pack),
          (done, total) -> {
            assertEquals(1000, total);
            steps.add(done);
            return true;
          });
      assertEquals(steps.stream().sorted().toList(), steps, "never back");
      assertTrue(Objects.requireNonNull(steps.get(steps.size() - 1)) <= 1000);
      assertTrue(steps.size() > 5);
    }
  }
}
