package rahnamo.app.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rahnamo.pack.format.PackDate;
import rahnamo.pack.format.PackStore;
import rahnamo.pack.format.SamplePack;
import rahnamo.pack.format.SamplePublisher;
import rahnamo.pack.format.VerificationCode;

class PackImportTest {

  @TempDir private Path folder;

  private final SamplePublisher publisher = new SamplePublisher();
  private PackStore store;

  @BeforeEach
  void openStore() throws IOException {
    store =
        PackStore.open(
            folder.resolve("store").toFile(), publisher.anchor(), PackDate.parse("2026-04-01"));
  }

  private PackImport importing(SamplePack pack, boolean isAsking) throws IOException {
    return importing(pack.writeTo(Files.createTempFile(folder, "p", ".zip")), isAsking);
  }

  private PackImport importing(File file, boolean isAsking) {
    return new PackImport(store, SamplePack.source(file), isAsking);
  }

  @Test
  void packOfTheTrustedPublisherIsInstalledAtOnce() throws Exception {
    PackImport running = importing(SamplePack.numbered(7).signedBy(publisher), true);
    List<PackImport.Stage> heard = new ArrayList<>();
    running.listen(() -> heard.add(running.stage()));
    running.run();

    assertEquals(PackImport.Stage.DONE, running.stage());
    assertTrue(running.isOver());
    assertEquals(7, store.current().report().manifest().sequence());
    assertEquals(PackImport.Stage.DONE, heard.get(heard.size() - 1));
    assertTrue(heard.size() > 1, "no progress was told");
  }

  @Test
  void packOfSomebodyElseWaitsForConsent() throws Exception {
    PackImport running = importing(SamplePack.numbered(7).signedBy(new SamplePublisher()), true);
    running.run();
    assertEquals(PackImport.Stage.ASKING, running.stage());
    assertFalse(store.hasCurrent());

    running.accept();
    running.accept();
    assertEquals(PackImport.Stage.DONE, running.stage());
    assertTrue(store.hasCurrent());
  }

  @Test
  void declinedPackIsGone() throws Exception {
    PackImport running = importing(SamplePack.numbered(7), true);
    running.run();
    running.cancel();
    running.accept();

    assertEquals(PackImport.Stage.REFUSED, running.stage());
    assertFalse(store.hasCurrent());
    try (var left = Files.list(folder.resolve("store"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void packThatCameWithTheAppNeedsNoConsentButKeepsItsMark() throws Exception {
    PackImport running = importing(SamplePack.numbered(7), false);
    running.run();

    assertEquals(PackImport.Stage.DONE, running.stage());
    assertTrue(store.current().report().has(VerificationCode.UNSIGNED));
  }

  @Test
  void cancelledImportStopsAndLeavesNothing() throws Exception {
    PackImport running = importing(SamplePack.numbered(7).signedBy(publisher), true);
    running.listen(running::cancel);
    running.run();

    assertEquals(PackImport.Stage.REFUSED, running.stage());
    assertEquals(VerificationCode.INSTALL_CANCELLED, running.findings().get(0).code());
    try (var left = Files.list(folder.resolve("store"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void olderPackIsRefused() throws Exception {
    importing(SamplePack.numbered(7).signedBy(publisher), true).run();
    PackImport running = importing(SamplePack.numbered(6).signedBy(publisher), true);
    running.run();

    assertEquals(PackImport.Stage.REFUSED, running.stage());
    assertEquals(VerificationCode.ROLLBACK_OLDER, running.findings().get(0).code());
    assertEquals(7, store.current().report().manifest().sequence());
  }

  @Test
  void reportIsThereOnlyAfterReceiving() throws Exception {
    PackImport running = importing(SamplePack.numbered(7), true);
    assertThrows(IllegalStateException.class, running::report);
    running.run();
    assertEquals(7, running.report().manifest().sequence());
  }
}
