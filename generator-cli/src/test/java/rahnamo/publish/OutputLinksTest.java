package rahnamo.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rahnamo.diagnostic.DiagnosticCode;

/** Links inside the output lead nowhere. */
final class OutputLinksTest {

  private static final Map<String, String> SITE =
      Map.of("index.html", "languages", "ru/index.html", "home", "ru/old/a.html", "old");

  @TempDir Path temp;
  private Folder output;
  private Folder outside;

  @BeforeEach
  void chooseFolders() throws IOException {
    output = new Folder(temp.resolve("output"));
    outside =
        new Folder(temp.resolve("outside")).with("index.html", "home").with("old/a.html", "old");
  }

  @Test
  void nothingIsWrittenThroughALinkedFolder() throws IOException {
    output.with("note", "mine");
    link("ru");
    var e = assertThrows(OutputException.class, () -> output.publish(SITE));
    assertEquals(DiagnosticCode.FOREIGN_FILE, e.code());
    assertEquals(List.of("ru"), e.paths());
    assertEquals("-> " + outside.path(), output.snapshot().get("ru"));
    requireOutsideUntouched();
  }

  @Test
  void nothingIsDeletedThroughALinkedFolder() throws IOException {
    output.publish(SITE);
    Files.move(output.path().resolve("ru"), temp.resolve("moved"));
    link("ru");
    assertEquals(
        new PublishReport(0, 1, 0, List.of()), output.publish(Map.of("index.html", "languages")));
    assertEquals("-> " + outside.path(), output.snapshot().get("ru"));
    requireOutsideUntouched();
  }

  @Test
  void nothingIsDeletedThroughAFolderLinkedAfterAKill() throws IOException {
    output.publish(SITE);
    var killed = new KilledOperations(6, KilledOperations.Moment.BEFORE);
    assertThrows(
        KilledOperations.Killed.class,
        () -> output.publish(Map.of("index.html", "changed"), killed));
    assertEquals("home", output.snapshot().get("ru/index.html"), "killed too late for this test");
    Files.move(output.path().resolve("ru"), temp.resolve("moved"));
    link("ru");
    assertEquals(true, output.recover());
    assertEquals("changed", output.snapshot().get("index.html"));
    requireOutsideUntouched();
  }

  @Test
  void linkInPlaceOfOurFileIsReplacedAndItsTargetStays() throws IOException {
    output.publish(SITE);
    Files.delete(output.path().resolve("ru/index.html"));
    Files.createSymbolicLink(
        output.path().resolve("ru/index.html"), outside.path().resolve("index.html"));
    assertEquals(1, output.publish(SITE).written());
    assertEquals("home", output.snapshot().get("ru/index.html"));
    requireOutsideUntouched();
  }

  @Test
  void linkInPlaceOfAFileNoLongerProducedIsKept() throws IOException {
    output.publish(SITE);
    Files.delete(output.path().resolve("ru/index.html"));
    Files.createSymbolicLink(
        output.path().resolve("ru/index.html"), outside.path().resolve("index.html"));
    assertEquals(List.of("ru/index.html"), output.publish(Map.of()).keptChanged());
    requireOutsideUntouched();
  }

  @Test
  void linkOfOthersIsNotAdoptedEvenIfItLeadsToTheSameBytes() throws IOException {
    output.with("note", "mine");
    Files.createDirectories(output.path().resolve("ru"));
    Files.createSymbolicLink(
        output.path().resolve("ru/index.html"), outside.path().resolve("index.html"));
    Files.createSymbolicLink(output.path().resolve("index.html"), temp.resolve("nowhere"));
    var e = assertThrows(OutputException.class, () -> output.publish(SITE));
    assertEquals(List.of("index.html", "ru/index.html"), e.paths());
  }

  @Test
  void outputItselfMayBeALink() throws IOException {
    Files.createDirectories(temp.resolve("real"));
    Files.createSymbolicLink(output.path(), temp.resolve("real"));
    assertEquals(3, output.publish(SITE).written());
    assertEquals("home", Files.readString(temp.resolve("real/ru/index.html")));
  }

  @Test
  void linkInPlaceOfOurOwnFolderIsRefused() throws IOException {
    Files.createDirectories(output.path());
    link(".rahnamo");
    var e = assertThrows(OutputException.class, () -> output.publish(SITE));
    assertEquals(DiagnosticCode.FOREIGN_FILE, e.code());
    assertEquals(List.of(".rahnamo"), e.paths());
    requireOutsideUntouched();
  }

  @Test
  void linkInPlaceOfTheLockIsRefused() throws IOException {
    Files.createDirectories(output.path().resolve(".rahnamo"));
    Files.createSymbolicLink(
        output.path().resolve(".rahnamo/lock"), outside.path().resolve("index.html"));
    var e = assertThrows(OutputException.class, () -> output.publish(SITE));
    assertEquals(DiagnosticCode.OUTPUT_NOT_WRITABLE, e.code());
    requireOutsideUntouched();
  }

  @Test
  void linkInPlaceOfTheStageIsRemovedAndItsTargetStays() throws IOException {
    output.publish(SITE);
    link(".rahnamo/stage");
    assertEquals(1, output.publish(Map.of("a.html", "page")).written());
    assertEquals("lock manifest", output.state());
    requireOutsideUntouched();
  }

  private void link(String path) throws IOException {
    Files.createSymbolicLink(output.path().resolve(path), outside.path());
  }

  private void requireOutsideUntouched() throws IOException {
    assertEquals(Map.of("index.html", "home", "old", "/", "old/a.html", "old"), outside.snapshot());
  }
}
