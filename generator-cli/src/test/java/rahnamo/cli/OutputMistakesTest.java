package rahnamo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rahnamo.publish.Mounts;
import rahnamo.publish.OutputFolder;

/** What the program says of folders and disks, and that nothing of somebody else's is lost. */
class OutputMistakesTest {

  private static final String NOTHING_PUBLISHED =
      "errors: 1, warnings: 0; nothing was published, the old site is untouched\n";
  private static final Run DONE = new Run(0, "", "");

  @TempDir Path temp;
  private final Mounts mounts = new Mounts();
  private Path output;

  @BeforeEach
  void writeContent() throws IOException {
    output = temp.resolve("output");
    write("content/site.yml", "title: {ru: Сайт}\nlanguages: [ru]\nsections: [work]\n");
    write("content/site.yml", Files.readString(temp.resolve("content/site.yml")) + baseUrl());
    article("patent", "Первый текст.");
  }

  private static String baseUrl() {
    return "base-url: https://example.org/\n";
  }

  @AfterEach
  void unmount() throws Exception {
    mounts.removeAll();
  }

  private void write(String path, String text) throws IOException {
    Path file = temp.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void article(String slug, String text) throws IOException {
    write("content/ru/work/" + slug + ".md", "---\ntitle: " + slug + "\n---\n" + text + "\n");
  }

  @Test
  void appWithoutASignatureIsKeptButNotOffered() throws IOException {
    write("output/app/site-20260301.apk", "no app at all");
    Run run = Run.of("build", "--content", temp.resolve("content") + "", "--output", output + "");

    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.err().contains("[app-not-offered]"), run.err());
    assertTrue(Files.exists(output.resolve("app/site-20260301.apk")));
    assertFalse(Files.readString(output.resolve("packs/index.html")).contains(".apk"));
  }

  private Run build() {
    return build(temp.resolve("content"), output);
  }

  private Run build(Path content, Path to) {
    return Run.build(content, to, "--templates", Sites.TEST_THEME.toString()).seenFrom(temp);
  }

  private static Run refused(String message) {
    return new Run(1, "", message + NOTHING_PUBLISHED);
  }

  @Test
  void missingContentFolderIsNamed() {
    assertEquals(
        refused(
            """
            contents: error: there is no content folder `contents` [content-folder-missing]
              help: run the command in the folder that holds `content`, or name the content folder with --content
            """),
        build(temp.resolve("contents"), output));
    assertFalse(Files.exists(output));
  }

  @Test
  void emptyContentFolderIsRefused() throws IOException {
    Path empty = Files.createDirectory(temp.resolve("empty"));
    assertEquals(
        refused(
            """
            empty/site.yml: error: the content folder has no `site.yml` [site-config-missing]
              help: add a file `site.yml` with at least `title`, `languages` and `sections`
            """),
        build(empty, output));
  }

  @Test
  void outputThatIsAFileIsRefused() throws IOException {
    write("output", "mine");
    String refusal =
        "output: error: the output folder cannot be written: a file stands in its place"
            + " [output-not-writable]\n";
    Run run = build();
    assertEquals(1, run.exitCode());
    assertTrue(run.err().startsWith(refusal), run.err());
    assertEquals("mine", Files.readString(output));
    Run deeper = build(temp.resolve("content"), output.resolve("a/b"));
    assertTrue(deeper.err().startsWith(refusal.replace("output:", "output/a/b:")), deeper.err());
  }

  @Test
  void readOnlyOutputIsRefusedAndStaysAsItIs() throws Exception {
    assertEquals(DONE, build());
    Tree old = Tree.of(output);
    article("patent", "Второй текст.");
    mounts.makeReadOnly(output);
    Run run = build();
    assertEquals(1, run.exitCode());
    assertTrue(
        run.err().startsWith("output: error: the output folder cannot be written: "), run.err());
    old.requireEqual(Tree.of(output));
  }

  @Test
  void outputAndContentMayNotLieInOneAnother() throws IOException {
    Path content = temp.resolve("content");
    Path link = Files.createSymbolicLink(temp.resolve("link"), content);
    for (Path inside : List.of(content, content.resolve("site"), temp, link, link.resolve("a/b"))) {
      Run run = Run.build(content, inside).seenFrom(temp);
      assertEquals(1, run.exitCode());
      assertTrue(run.err().contains(" and the content folder lie in one another ["), run.err());
      assertTrue(run.err().contains("[output-in-content]"), run.err());
    }
    assertFalse(Files.exists(content.resolve("site")));
    assertFalse(Files.exists(content.resolve(".rahnamo")));
  }

  @Test
  void secondBuildAtTheSameTimeIsRefused() throws IOException {
    assertEquals(DONE, build());
    Tree old = Tree.of(output);
    article("patent", "Второй текст.");
    try (OutputFolder other = OutputFolder.open(output)) {
      assertFalse(other.recovered());
      assertEquals(
          refused(
              """
              output: error: another build is writing to this folder [output-busy]
                help: wait until it ends
              """),
          build());
    }
    old.requireEqual(Tree.of(output));
    assertEquals(DONE, build());
  }

  @Test
  void foreignFileInTheWayIsKeptAndNothingIsPublished() throws IOException {
    write("output/ru/index.html", "mine");
    write("output/ru/work", "mine too");
    Tree before = Tree.of(output);
    Run run = build();
    assertEquals(
        new Run(
            1,
            "",
            """
            output/ru/index.html: error: this file was not made by the program and stands in the place of a page [foreign-file]
              help: move it away, or name another folder with --output
            output/ru/work: error: this file was not made by the program and stands in the place of a page [foreign-file]
              help: move it away, or name another folder with --output
            errors: 2, warnings: 0; nothing was published, the old site is untouched
            """),
        run);
    before.requireEqual(Tree.of(output));
  }

  @Test
  void foreignFilesBesideTheSiteAreNeverTouched() throws IOException {
    write("output/.htaccess", "mine");
    write("output/ru/work/notes.txt", "mine");
    write("output/photos/cat.jpg", "mine");
    Files.createSymbolicLink(output.resolve("link"), Path.of("photos"));
    assertEquals(DONE, build());
    Files.delete(temp.resolve("content/ru/work/patent.md"));
    write("content/site.yml", "title: {ru: Сайт}\nlanguages: [ru]\n" + baseUrl());
    assertEquals(DONE, build());

    Tree tree = Tree.of(output);
    assertEquals("mine", tree.files().get(".htaccess"));
    assertEquals("mine", tree.files().get("ru/work/notes.txt"));
    assertEquals("mine", tree.files().get("photos/cat.jpg"));
    assertTrue(Files.isSymbolicLink(output.resolve("link")));
    assertFalse(Files.exists(output.resolve("ru/work/index.html")));
  }

  @Test
  void changedPageThatIsNoLongerMadeIsKept() throws IOException {
    article("gone", "Текст.");
    assertEquals(DONE, build());
    write("output/ru/work/gone.html", "changed by hand");
    Files.delete(temp.resolve("content/ru/work/gone.md"));
    assertEquals(
        new Run(
            0,
            "",
            """
            output/ru/work/gone.html: warning: the page is no longer made, but somebody has changed the file, so it is kept [changed-output-kept]
              help: remove it by hand if nobody needs it
            """),
        build());
    assertEquals("changed by hand", Files.readString(output.resolve("ru/work/gone.html")));
    assertEquals(DONE, build());
    assertEquals("changed by hand", Files.readString(output.resolve("ru/work/gone.html")));
  }

  @Test
  void changedPageIsMadeAgain() throws IOException {
    assertEquals(DONE, build());
    Tree whole = Tree.of(output);
    write("output/ru/work/patent.html", "changed by hand");
    Files.delete(output.resolve("index.html"));
    assertEquals(DONE, build());
    whole.requireEqual(Tree.of(output));
  }

  @Test
  void fullDiskLeavesTheOldSite() throws Exception {
    mounts.addDisk(Files.createDirectory(output), 1 << 20);
    assertEquals(DONE, build());
    Tree old = Tree.of(output);
    write("content/static/large.bin", "x".repeat(2 << 20));
    assertEquals(
        refused(
            """
            output: error: there is no space left to write the site [disk-full]
              help: free some space and run the command again; the old site is untouched
            """),
        build());
    old.requireEqual(Tree.of(output));
    Files.delete(temp.resolve("content/static/large.bin"));
    article("patent", "Второй текст.");
    assertEquals(DONE, build());
  }

  @Test
  void outputDeeperThanTheSystemAllowsIsRefused() {
    Path deep = temp.resolve("output/" + "deep/".repeat(900));
    Run run = build(temp.resolve("content"), deep);
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains(" [path-too-long]\n"), run.err());
  }

  @Test
  void failedBuildsLeaveNoTraceInTheOutput() throws IOException {
    assertEquals(DONE, build());
    var before = new TreeMap<>(Tree.identities(output));
    article("patent", "[нет](no.md)");
    assertEquals(1, build().exitCode());
    assertEquals(before, Tree.identities(output));
    try (var state = Files.list(output.resolve(".rahnamo"))) {
      assertEquals(
          List.of("lock", "manifest"),
          state.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }
}
