package rahnamo.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.publish.KilledOperations.Killed;
import rahnamo.publish.KilledOperations.Moment;

/** Disks and folders that do not play along. */
final class OutputTroubleTest {

  private static final Map<String, String> SITE =
      Map.of("index.html", "languages", "ru/index.html", "home");
  private static final Map<String, String> NEXT =
      Map.of("index.html", "tongues", "ru/index.html", "HOME", "ru/new.html", "new");

  @TempDir Path temp;
  private final Mounts mounts = new Mounts();
  private Folder output;

  @AfterEach
  void unmount() throws Exception {
    mounts.removeAll();
  }

  @BeforeEach
  void chooseOutput() {
    output = new Folder(temp.resolve("output"));
  }

  @Test
  void fileInPlaceOfTheOutputIsRefused() throws IOException {
    Files.writeString(output.path(), "mine");
    requireRefusal(DiagnosticCode.OUTPUT_NOT_WRITABLE, output.path());
    requireRefusal(DiagnosticCode.OUTPUT_NOT_WRITABLE, output.path().resolve("below"));
    assertEquals("mine", Files.readString(output.path()));
  }

  @Test
  void linkToNowhereInPlaceOfTheOutputIsRefused() throws IOException {
    Files.createSymbolicLink(output.path(), temp.resolve("nowhere"));
    requireRefusal(DiagnosticCode.OUTPUT_NOT_WRITABLE, output.path());
  }

  @Test
  void folderInPlaceOfTheLockIsRefused() throws IOException {
    Files.createDirectories(output.path().resolve(".rahnamo/lock"));
    requireRefusal(DiagnosticCode.OUTPUT_NOT_WRITABLE, output.path());
  }

  private static OutputException requireRefusal(DiagnosticCode code, Path output) {
    var e = assertThrows(OutputException.class, () -> OutputFolder.open(output).close());
    assertEquals(code, e.code());
    return e;
  }

  @Test
  void readOnlyOutputIsRefused() throws Exception {
    output.publish(SITE);
    mounts.makeReadOnly(output.path());
    OutputException e = requireRefusal(DiagnosticCode.OUTPUT_NOT_WRITABLE, output.path());
    assertEquals(1, e.arguments().size());
    assertFalse(e.arguments().get(0).isEmpty());
    mounts.removeAll();
    assertEquals(2, output.publish(SITE).unchanged());
  }

  @Test
  void readOnlyFolderInTheOutputIsRefusedBeforeAnythingIsTouched() throws Exception {
    output.publish(SITE);
    var before = output.snapshot();
    mounts.makeReadOnly(output.path().resolve("ru"));
    var e = assertThrows(OutputException.class, () -> output.publish(NEXT));
    assertEquals(DiagnosticCode.OUTPUT_NOT_WRITABLE, e.code());
    assertEquals(List.of("ru"), e.paths());
    assertEquals("lock manifest", output.state());
    assertEquals(before, output.snapshot());
  }

  @Test
  void folderOnAnotherDiskIsRefusedBeforeAnythingIsTouched() throws Exception {
    mounts.addDisk(Files.createDirectories(output.path().resolve("ru/work")), 1 << 20);
    var site = Map.of("a.html", "a", "ru/work/deep/a.html", "a");
    var e = assertThrows(OutputException.class, () -> output.publish(site));
    assertEquals(DiagnosticCode.OUTPUT_NOT_WRITABLE, e.code());
    assertEquals(List.of("ru/work"), e.paths());
    assertEquals(Map.of("ru", "/", "ru/work", "/"), output.snapshot());
  }

  @Test
  void fullDiskLeavesTheOldSiteAndNoStage() throws Exception {
    mounts.addDisk(Files.createDirectory(output.path()), 1 << 20);
    output.publish(SITE);
    var before = output.snapshot();
    var e = assertThrows(OutputException.class, () -> fillDisk(1 << 16, 64));
    assertEquals(DiagnosticCode.DISK_FULL, e.code());
    assertEquals(List.of(), e.paths());
    assertEquals(before, output.snapshot());
    assertEquals("lock manifest", output.state());
    assertEquals(3, output.publish(NEXT).written());
  }

  @Test
  void diskThatIsFullAtAnyBlockLeavesTheOldSiteAndNoStage() throws Exception {
    mounts.addDisk(Files.createDirectory(output.path()), 1 << 20);
    output.publish(SITE);
    var before = output.snapshot();
    Path ballast = output.path().resolve(".rahnamo/ballast");
    boolean fits = false;
    // Each round one block more is free, so that pages, manifest and journal fail in turn.
    for (int free = 0; !fits; free++) {
      Files.write(ballast, new byte[freeBytes() - (free << 12)]);
      fits = publishesOrIsFull();
      Files.delete(ballast);
      assertEquals("lock manifest", output.state());
      if (!fits) {
        assertEquals(before, output.snapshot());
      }
    }
    assertEquals("tongues", output.snapshot().get("index.html"));
  }

  private int freeBytes() throws IOException {
    return (int) Files.getFileStore(output.path()).getUsableSpace();
  }

  private boolean publishesOrIsFull() throws IOException {
    try {
      output.publish(NEXT);
      return true;
    } catch (OutputException e) {
      assertEquals(DiagnosticCode.DISK_FULL, e.code());
      return false;
    }
  }

  @Test
  void diskThatFillsUpWhileAFileIsCopiedIsReported() throws Exception {
    Path source = Files.write(temp.resolve("source.mp3"), new byte[2 << 20]);
    mounts.addDisk(Files.createDirectory(output.path()), 1 << 20);
    try (OutputFolder folder = OutputFolder.open(output.path())) {
      Stage stage = folder.stage();
      var e = assertThrows(OutputException.class, () -> stage.copy("media/a.mp3", source));
      assertEquals(DiagnosticCode.DISK_FULL, e.code());
    }
    assertEquals("lock", output.state());
  }

  @Test
  void fullDiskIsRecognisedWhateverLanguageTheSystemSpeaks() throws Exception {
    var russian = new IOException("На устройстве не осталось свободного места");
    Files.createDirectory(output.path());
    assertSame(russian, SystemError.explain(russian, output.path(), "a"));
    mounts.addDisk(output.path(), 1 << 20);
    Files.write(output.path().resolve("a"), new byte[(1 << 20) - (8 << 12)]);
    IOException explained = SystemError.explain(russian, output.path(), "a");
    var e = assertInstanceOf(OutputException.class, explained);
    assertEquals(DiagnosticCode.DISK_FULL, e.code());
    assertSame(russian, e.getCause());
  }

  private void fillDisk(int size, int count) throws IOException {
    try (OutputFolder folder = OutputFolder.open(output.path())) {
      Stage stage = folder.stage();
      for (int i = 0; i < count; i++) {
        stage.write("ru/page-" + i + ".html", new byte[size]);
      }
      stage.publish();
    }
  }

  @Test
  void nameTooLongForEverySystemIsReported() throws IOException {
    String name = "ж".repeat(128);
    var e = assertThrows(OutputException.class, () -> output.publish(Map.of("ru/" + name, "")));
    assertEquals(DiagnosticCode.PATH_TOO_LONG, e.code());
    assertEquals(List.of("ru/" + name), e.paths());
    assertEquals(List.of("256", "255"), e.arguments());
    assertEquals(1, output.publish(Map.of("ru/" + name.substring(1), "")).written());
  }

  @Test
  void pathTooLongForThisSystemIsReported() throws IOException {
    String path = "long-folder-name/".repeat(240) + "a.html";
    var e = assertThrows(OutputException.class, () -> output.publish(Map.of(path, "")));
    assertEquals(DiagnosticCode.PATH_TOO_LONG, e.code());
    assertEquals(List.of(path), e.paths());
    assertEquals("lock", output.state());
  }

  @Test
  void secondBuildInTheSameProgramIsRefused() throws IOException {
    try (OutputFolder first = OutputFolder.open(output.path())) {
      requireRefusal(DiagnosticCode.OUTPUT_BUSY, output.path());
      requireRefusal(DiagnosticCode.OUTPUT_BUSY, output.path().resolve("../output/."));
      Folder.publish(first, SITE);
    }
    assertEquals(2, output.publish(SITE).unchanged());
  }

  @Test
  void secondBuildInAnotherProgramIsRefusedEvenAfterOneInTheSame() throws Exception {
    try (OutputFolder first = OutputFolder.open(output.path())) {
      requireRefusal(DiagnosticCode.OUTPUT_BUSY, output.path());
      assertEquals(DiagnosticCode.OUTPUT_BUSY.id(), PublishingProgram.tryToOpen(output.path()));
      Folder.publish(first, SITE);
    }
    assertEquals("opened", PublishingProgram.tryToOpen(output.path()));
  }

  @Test
  void lockIsFreeAgainWhenOpeningFails() throws IOException {
    Files.createDirectories(output.path().resolve(".rahnamo/journal/x"));
    assertThrows(IOException.class, () -> output.recover());
    Files.delete(output.path().resolve(".rahnamo/journal/x"));
    assertFalse(output.recover());
  }

  @Test
  void stageThatLacksAFileIsNotPublished() throws IOException {
    output.publish(SITE);
    var before = output.snapshot();
    try (OutputFolder folder = OutputFolder.open(output.path())) {
      Stage stage = folder.stage();
      stage.write("index.html", new byte[9]);
      assertThrows(IOException.class, () -> stage.copy("a.jpg", temp.resolve("missing.jpg")));
      assertThrows(IllegalStateException.class, stage::publish);
    }
    assertEquals(before, output.snapshot());
  }

  @Test
  void sourceThatChangesWhileItIsCopiedIsNotPublished() throws IOException {
    Path source = Files.writeString(temp.resolve("a.jpg"), "picture");
    var operations =
        new KilledOperations(Integer.MAX_VALUE, Moment.BEFORE) {
          @Override
          public Fingerprint copy(Path from, Path file) throws IOException {
            Files.writeString(from, "another");
            return super.copy(from, file);
          }
        };
    try (OutputFolder folder = OutputFolder.open(output.path(), operations)) {
      Stage stage = folder.stage();
      assertThrows(IOException.class, () -> stage.copy("a.jpg", source));
      assertThrows(IllegalStateException.class, stage::publish);
    }
    assertEquals(Map.of(), output.snapshot());
  }

  @Test
  void damagedJournalIsForgottenWithItsStage() throws IOException {
    killBeforeTheFirstMove();
    Path journal = output.path().resolve(".rahnamo/journal");
    String text = Files.readString(journal);
    Files.writeString(journal, text.substring(0, text.length() - 1));
    var before = output.snapshot();
    assertFalse(output.recover());
    assertEquals(before, output.snapshot());
    assertEquals("lock manifest", output.state());
  }

  @Test
  void stagedFileThatThePowerLossDamagedIsNotMovedOverAGoodOne() throws IOException {
    killBeforeTheFirstMove();
    Files.write(output.path().resolve(".rahnamo/stage/ru/index.html"), new byte[0]);
    Files.delete(output.path().resolve(".rahnamo/stage/ru/new.html"));
    Files.writeString(output.path().resolve(".rahnamo/stage/ru/stray"), "not of the site");
    assertTrue(output.recover());
    assertEquals(
        Map.of("index.html", "tongues", "ru", "/", "ru/index.html", "home"), output.snapshot());
    assertEquals(new PublishReport(2, 1, 0, List.of()), output.publish(NEXT));
  }

  @Test
  void pageThatThePowerLossDamagedAfterItsMoveIsMendedByTheNextPublication() throws IOException {
    output.publish(SITE);
    Files.write(output.path().resolve("ru/index.html"), new byte[0]);
    Files.write(output.path().resolve("index.html"), new byte[9]);
    assertEquals(2, output.publish(SITE).written());
    assertEquals("home", output.snapshot().get("ru/index.html"));
  }

  @Test
  void fileOfOthersThatCameAfterAKillStopsTheRecoveryUntilItIsGone() throws IOException {
    killBeforeTheFirstMove();
    output.with("ru/new.html", "mine");
    var before = output.snapshot();
    OutputException e = requireRefusal(DiagnosticCode.FOREIGN_FILE, output.path());
    assertEquals(List.of("ru/new.html"), e.paths());
    assertEquals(before, output.snapshot());
    Files.delete(output.path().resolve("ru/new.html"));
    assertTrue(output.recover());
    assertEquals(3, output.publish(NEXT).unchanged());
  }

  @Test
  void retiredFileThatSomebodyChangedAfterAKillIsKept() throws IOException {
    output.publish(SITE);
    kill(Map.of("index.html", "tongues"), ".rahnamo/journal");
    output.with("ru/index.html", "edited after the kill");
    assertTrue(output.recover());
    assertEquals("edited after the kill", output.snapshot().get("ru/index.html"));
    assertEquals("tongues", output.snapshot().get("index.html"));
  }

  @Test
  void publicationThatFailsOnItsWayIsCompletedByTheNextStage() throws IOException {
    output.publish(SITE);
    var operations =
        new KilledOperations(Integer.MAX_VALUE, Moment.BEFORE) {
          private boolean broken = true;

          @Override
          public void move(Path from, Path to) throws IOException {
            if (broken && to.endsWith("ru/index.html")) {
              broken = false;
              throw new IOException("the disk is broken for a moment");
            }
            super.move(from, to);
          }
        };
    try (OutputFolder folder = OutputFolder.open(output.path(), operations)) {
      assertThrows(IOException.class, () -> Folder.publish(folder, NEXT));
      assertFalse(folder.recovered());
      Stage stage = folder.stage();
      assertTrue(folder.recovered());
      assertEquals("HOME", output.snapshot().get("ru/index.html"));
      stage.discard();
      assertEquals(3, Folder.publish(folder, NEXT).unchanged());
    }
  }

  private void killBeforeTheFirstMove() throws IOException {
    output.publish(SITE);
    kill(NEXT, ".rahnamo/journal");
  }

  /** Kills a publication as soon as a file stands. */
  private void kill(Map<String, String> site, String file) throws IOException {
    Path sign = output.path().resolve(file);
    var before = output.snapshot();
    for (int step = 1; !Files.exists(sign); step++) {
      output.recover();
      var operations = new KilledOperations(step, Moment.AFTER);
      assertThrows(Killed.class, () -> output.publish(site, operations));
    }
    assertEquals(before, output.snapshot());
  }
}
