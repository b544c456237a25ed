package rahnamo.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rahnamo.diagnostic.DiagnosticCode;

/** What a publication does to a folder, and what it leaves alone. */
final class OutputFolderTest {

  private static final Map<String, String> SITE =
      Map.of("index.html", "languages", "ru/index.html", "home", "ru/work/patent.html", "patent");

  @TempDir Path temp;
  private Folder output;

  @BeforeEach
  void chooseOutput() {
    output = new Folder(temp.resolve("somewhere/site-output"));
  }

  @Test
  void firstPublicationCreatesTheFolderAndAllFiles() throws IOException {
    PublishReport report = output.publish(SITE);
    assertEquals(new PublishReport(3, 0, 0, List.of()), report);
    assertEquals(
        Map.of(
            "index.html", "languages",
            "ru", "/",
            "ru/index.html", "home",
            "ru/work", "/",
            "ru/work/patent.html", "patent"),
        output.snapshot());
    assertEquals("lock manifest", output.state());
  }

  @Test
  void sameSiteAgainTouchesNothing() throws IOException {
    output.publish(SITE);
    FileTime past = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(output.path().resolve("ru/index.html"), past);
    Files.setLastModifiedTime(output.path().resolve(".rahnamo/manifest"), past);
    assertEquals(new PublishReport(0, 3, 0, List.of()), output.publish(SITE));
    assertEquals(past, Files.getLastModifiedTime(output.path().resolve("ru/index.html")));
    assertEquals(past, Files.getLastModifiedTime(output.path().resolve(".rahnamo/manifest")));
  }

  @Test
  void changedFilesAreReplacedAndFilesNoLongerProducedDeletedWithTheirFolders() throws IOException {
    output.publish(SITE);
    PublishReport report = output.publish(Map.of("index.html", "tongues", "uz/index.html", "home"));
    assertEquals(new PublishReport(2, 0, 2, List.of()), report);
    assertEquals(
        Map.of("index.html", "tongues", "uz", "/", "uz/index.html", "home"), output.snapshot());
  }

  @Test
  void emptySiteRemovesAllThatWasPublished() throws IOException {
    output.publish(SITE);
    assertEquals(new PublishReport(0, 0, 3, List.of()), output.publish(Map.of()));
    assertEquals(Map.of(), output.snapshot());
  }

  @Test
  void filesOfOthersAndTheirFoldersStay() throws IOException {
    output.publish(SITE);
    output.with("ru/work/note.txt", "mine").with(".git/HEAD", "mine").with("packs/a.zip", "mine");
    output.publish(Map.of("index.html", "languages"));
    assertEquals(
        Map.of(
            "index.html", "languages",
            "ru", "/",
            "ru/work", "/",
            "ru/work/note.txt", "mine",
            ".git", "/",
            ".git/HEAD", "mine",
            "packs", "/",
            "packs/a.zip", "mine"),
        output.snapshot());
  }

  @Test
  void filesOfOthersInTheWayAreAllListedAndNothingIsTouched() throws IOException {
    output.publish(SITE);
    output.with("ru/new.html", "mine").with("tg/index.html", "mine").with("uz", "mine");
    var before = output.snapshot();
    var e =
        assertThrows(
            OutputException.class,
            () ->
                output.publish(
                    Map.of(
                        "index.html", "changed",
                        "ru/new.html", "page",
                        "tg/index.html", "page",
                        "uz/a.html", "page",
                        "uz/b/c.html", "page")));
    assertEquals(DiagnosticCode.FOREIGN_FILE, e.code());
    assertEquals(List.of("ru/new.html", "tg/index.html", "uz"), e.paths());
    assertEquals(before, output.snapshot());
    assertEquals("lock manifest", output.state());
    assertEquals(new PublishReport(0, 3, 0, List.of()), output.publish(SITE));
  }

  @Test
  void fileOfOthersWithTheSameBytesIsAdopted() throws IOException {
    output.with("ru/index.html", "home");
    assertEquals(new PublishReport(2, 1, 0, List.of()), output.publish(SITE));
    assertEquals(new PublishReport(0, 0, 3, List.of()), output.publish(Map.of()));
    assertEquals(Map.of(), output.snapshot());
  }

  @Test
  void changedFileThatIsNoLongerProducedIsKeptAndReportedOnce() throws IOException {
    output.publish(SITE);
    output.with("ru/index.html", "HOME").with("ru/work/patent.html", "longer than it was");
    PublishReport report = output.publish(Map.of("index.html", "languages"));
    assertEquals(
        new PublishReport(0, 1, 0, List.of("ru/index.html", "ru/work/patent.html")), report);
    assertEquals("HOME", output.snapshot().get("ru/index.html"));
    assertEquals(List.of(), output.publish(Map.of("index.html", "languages")).keptChanged());
    var e = assertThrows(OutputException.class, () -> output.publish(SITE));
    assertEquals(List.of("ru/index.html", "ru/work/patent.html"), e.paths());
  }

  @Test
  void fileThatSomebodyDeletedIsWrittenAgainAndNotCountedAsDeleted() throws IOException {
    output.publish(SITE);
    Files.delete(output.path().resolve("index.html"));
    assertEquals(new PublishReport(1, 2, 0, List.of()), output.publish(SITE));
    Files.delete(output.path().resolve("index.html"));
    assertEquals(new PublishReport(0, 0, 2, List.of()), output.publish(Map.of()));
  }

  @Test
  void damagedFileOfTheSameSizeIsMended() throws IOException {
    output.publish(SITE);
    output.with("index.html", "LANGUAGES");
    assertEquals(new PublishReport(1, 2, 0, List.of()), output.publish(SITE));
    assertEquals("languages", output.snapshot().get("index.html"));
  }

  @Test
  void fileBecomesFolderAndFolderBecomesFile() throws IOException {
    output.publish(Map.of("a", "file", "b/c/d.html", "page", "b/e.html", "page"));
    output.publish(Map.of("a/x.html", "page", "b", "file"));
    assertEquals(Map.of("a", "/", "a/x.html", "page", "b", "file"), output.snapshot());
  }

  @Test
  void changedFileWhereAFolderMustGoIsInTheWay() throws IOException {
    output.publish(Map.of("a", "file"));
    output.with("a", "edited");
    var e = assertThrows(OutputException.class, () -> output.publish(Map.of("a/b", "page")));
    assertEquals(List.of("a"), e.paths());
    assertEquals(Map.of("a", "edited"), output.snapshot());
  }

  @Test
  void folderWithFilesOfOthersWhereAFileMustGoIsInTheWay() throws IOException {
    output.publish(Map.of("a/b/c.html", "page"));
    output.with("a/b/note.txt", "mine");
    var before = output.snapshot();
    var e = assertThrows(OutputException.class, () -> output.publish(Map.of("a", "file")));
    assertEquals(DiagnosticCode.FOREIGN_FILE, e.code());
    assertEquals(List.of("a"), e.paths());
    assertEquals(before, output.snapshot());
  }

  @Test
  void emptyFolderWhereAFileMustGoGivesWay() throws IOException {
    Files.createDirectories(output.path().resolve("a/b"));
    output.publish(Map.of("a", "file"));
    assertEquals(Map.of("a", "file"), output.snapshot());
  }

  @Test
  void copiesFilesOfAnySizeAndNoticesThatTheyAreInPlace() throws IOException {
    byte[] large = new byte[300_000];
    new Random(7).nextBytes(large);
    Path source = Files.write(temp.resolve("source.jpg"), large);
    Path empty = Files.createFile(temp.resolve("empty"));
    assertEquals(2, publishCopies(source, empty).written());
    assertArrayEquals(large, Files.readAllBytes(output.path().resolve("media/a.jpg")));
    assertEquals(0, Files.size(output.path().resolve("media/empty")));
    assertEquals(0, publishCopies(source, empty).written());
    large[299_999]++;
    Files.write(source, large);
    assertEquals(1, publishCopies(source, empty).written());
    assertArrayEquals(large, Files.readAllBytes(output.path().resolve("media/a.jpg")));
  }

  private PublishReport publishCopies(Path source, Path empty) throws IOException {
    try (OutputFolder folder = OutputFolder.open(output.path())) {
      Stage stage = folder.stage();
      stage.copy("media/a.jpg", source);
      stage.copy("media/empty", empty);
      return stage.publish();
    }
  }

  @Test
  void writesOnlyTheGivenLengthOfAnArray() throws IOException {
    byte[] buffer = "pageXXX".getBytes(StandardCharsets.UTF_8);
    try (OutputFolder folder = OutputFolder.open(output.path())) {
      Stage stage = folder.stage();
      stage.write("a.html", buffer, 4);
      assertEquals(1, stage.publish().written());
      Stage again = folder.stage();
      again.write("a.html", buffer, 4);
      assertEquals(1, again.publish().unchanged());
    }
    assertEquals(Map.of("a.html", "page"), output.snapshot());
  }

  @Test
  void manifestIsSortedAndTheSameForAnyOrderOfThreads() throws Exception {
    var paths = new ArrayList<String>();
    for (int i = 0; i < 500; i++) {
      paths.add("ru/s" + i % 7 + "/page-" + i + ".html");
    }
    var other = new Folder(temp.resolve("other"));
    publishInParallel(output, paths);
    Collections.sort(paths);
    publishInParallel(other, paths);
    assertEquals(output.snapshot(), other.snapshot());
    String manifest = Files.readString(output.path().resolve(".rahnamo/manifest"));
    assertEquals(manifest, Files.readString(other.path().resolve(".rahnamo/manifest")));
    List<String> listed =
        manifest.lines().filter(l -> l.contains("/")).map(l -> l.split(" ", 3)[2]).toList();
    assertEquals(paths, listed);
  }

  private static void publishInParallel(Folder output, List<String> paths) throws Exception {
    var threads = Executors.newFixedThreadPool(4);
    try (OutputFolder folder = OutputFolder.open(output.path())) {
      Stage stage = folder.stage();
      var jobs = new ArrayList<Future<?>>();
      for (String path : paths) {
        jobs.add(
            threads.submit(
                () -> {
                  stage.write(path, ("page " + path).getBytes(StandardCharsets.UTF_8));
                  return path;
                }));
      }
      for (Future<?> job : jobs) {
        job.get();
      }
      assertEquals(paths.size(), stage.publish().written());
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void manifestHasAChecksumASizeAndAPathPerLineAndAProofThatItIsWhole() throws IOException {
    output.publish(Map.of("a.html", "123456789", "ru/б в.html", ""));
    assertEquals(
        """
        rahnamo-manifest 1
        e3069283 9 a.html
        00000000 0 ru/б в.html
        end 2 d159460c
        """,
        Files.readString(output.path().resolve(".rahnamo/manifest")));
  }

  @Test
  void damagedManifestMakesNothingOurs() throws IOException {
    output.publish(SITE);
    Path manifest = output.path().resolve(".rahnamo/manifest");
    Files.writeString(manifest, Files.readString(manifest).replace("patent", "latent"));
    assertEquals(
        new PublishReport(0, 1, 0, List.of()), output.publish(Map.of("index.html", "languages")));
    assertEquals("home", output.snapshot().get("ru/index.html"));
  }

  @Test
  void manifestThatNamesPathsOutsideIsNotObeyed() throws IOException {
    output.publish(SITE);
    Path victim = Files.writeString(temp.resolve("somewhere/victim"), "123456789");
    byte[] forged = SealedText.seal("rahnamo-manifest 1", List.of("e3069283 9 ../victim"));
    Files.write(output.path().resolve(".rahnamo/manifest"), forged);
    output.publish(SITE);
    assertTrue(Files.exists(victim));
  }

  @Test
  void stageIsInvisibleUntilPublishedAndGoneWhenDiscarded() throws IOException {
    try (OutputFolder folder = OutputFolder.open(output.path())) {
      Stage stage = folder.stage();
      stage.write("a.html", new byte[3]);
      assertEquals(Map.of(), output.snapshot());
      assertThrows(IllegalStateException.class, folder::stage);
      stage.discard();
      stage.discard();
      assertEquals("lock", output.state());
      assertThrows(IllegalStateException.class, stage::publish);
      folder.stage().write("b.html", new byte[3]);
    }
    assertEquals("lock", output.state());
    assertEquals(Map.of(), output.snapshot());
    assertFalse(output.recover());
  }

  @Test
  void oneFolderPublishesManyTimes() throws IOException {
    try (OutputFolder folder = OutputFolder.open(output.path())) {
      assertEquals(3, Folder.publish(folder, SITE).written());
      assertEquals(3, Folder.publish(folder, SITE).unchanged());
      assertEquals(3, Folder.publish(folder, Map.of("ru/a", "b")).deleted());
    }
    assertEquals(Map.of("ru", "/", "ru/a", "b"), output.snapshot());
  }

  @Test
  void pathsThatDifferInCaseOnlyAreTheCallersMistake() throws IOException {
    requireConflict("ru/a.html", "ru/A.html");
    requireConflict("статья.html", "Статья.html");
    requireConflict("Ru/a.html", "ru/a.html");
    requireConflict("\u0439.html", "\u0438\u0306.html");
    requireConflict("a.html", "a.html");
    requireConflict("a", "A/b.html");
    requireConflict("a/b/c.html", "a");
  }

  private void requireConflict(String one, String other) throws IOException {
    try (OutputFolder folder = OutputFolder.open(output.path())) {
      Stage stage = folder.stage();
      stage.write(one, new byte[1]);
      assertThrows(IllegalArgumentException.class, () -> stage.write(other, new byte[1]));
      assertThrows(IllegalStateException.class, stage::publish);
    }
  }

  @Test
  void pathThatChangesItsCaseIsMovedWhereCaseMatters() throws IOException {
    output.publish(Map.of("static/Map.pdf", "map"));
    assumeFalse(Files.exists(output.path().resolve("static/MAP.PDF")));
    assertEquals(
        new PublishReport(1, 0, 1, List.of()), output.publish(Map.of("static/map.pdf", "map")));
    assertEquals(Map.of("static", "/", "static/map.pdf", "map"), output.snapshot());
  }

  @Test
  void pathThatChangesItsCaseIsNotDeletedWhereBothAreOneFile() throws IOException {
    output.publish(Map.of("static/Map.pdf", "map"));
    Path folder = output.path().resolve("static");
    if (!Files.exists(folder.resolve("MAP.PDF"))) {
      // A second name for the same file stands in for a system that ignores case.
      Files.createLink(folder.resolve("map.pdf"), folder.resolve("Map.pdf"));
    }
    assertEquals(
        new PublishReport(0, 1, 0, List.of()), output.publish(Map.of("static/map.pdf", "map")));
    assertEquals("map", Files.readString(folder.resolve("map.pdf")));
    assertEquals("map", Files.readString(folder.resolve("Map.pdf")));
  }

  @Test
  void pathsThatLeadElsewhereAreTheCallersMistake() throws IOException {
    for (String path :
        List.of(
            "",
            "/a",
            "a/",
            "a//b",
            "../a",
            "a/../b",
            "./a",
            "a\\b",
            "a\nb",
            "a\0b",
            "\ud800",
            ".rahnamo/manifest",
            ".Rahnamo/x",
            ".rahnamo")) {
      try (OutputFolder folder = OutputFolder.open(output.path())) {
        Stage stage = folder.stage();
        assertThrows(IllegalArgumentException.class, () -> stage.write(path, new byte[1]), path);
      }
    }
  }

  @Test
  void unusualNamesArePublished() throws IOException {
    var site = Map.of(".well-known/a", "1", "CNAME", "2", "файл с пробелом.txt", "3", "ﬁ/😀", "4");
    assertEquals(4, output.publish(site).written());
    assertEquals(4, output.publish(site).unchanged());
    assertEquals(4, output.publish(Map.of()).deleted());
  }
}
