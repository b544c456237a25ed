package rahnamo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An alert that a newer one replaces is shown only until the newer one begins. */
class SupersededAlertTest {

  @TempDir Path temp;
  private ContentFolder content;

  @BeforeEach
  void writeContent() throws IOException {
    content = ContentFolder.of(temp.resolve("content")).withArticle("patent", "Текст.");
  }

  private void alert(String slug, String starts, String supersedes) throws IOException {
    content.with(
        "ru/alerts/" + slug + ".md",
        "---\ntitle: Тревога\nseverity: danger\nstarts: "
            + starts
            + "\nexpires: 2027-01-01\n"
            + (supersedes.isEmpty() ? "" : "supersedes: " + supersedes + "\n")
            + "---\nТекст.\n");
  }

  private Set<String> shown() throws IOException {
    Path output = temp.resolve("output");
    Run run =
        Run.build(content.path(), output, "--templates", Sites.TEST_THEME.toString())
            .seenFrom(temp);
    assertEquals(new Run(0, "", ""), run);
    var shown = new TreeSet<String>();
    for (String slug : Set.of("first", "second", "third")) {
      if (Files.exists(output.resolve("ru/alerts/" + slug + ".html"))) {
        shown.add(slug);
      }
    }
    return shown;
  }

  @Test
  void newerAlertTakesThePlaceOfTheOlder() throws IOException {
    alert("first", "2026-11-01", "");
    alert("second", "2026-11-02", "first");
    assertEquals(Set.of("second"), shown());
  }

  @Test
  void chainLeavesTheNewest() throws IOException {
    alert("first", "2026-11-01", "");
    alert("second", "2026-11-02", "first");
    alert("third", "2026-11-03", "second");
    assertEquals(Set.of("third"), shown());
  }

  @Test
  void alertThatHasNotBegunReplacesNothing() throws IOException {
    alert("first", "2026-11-01", "");
    alert("second", "2026-12-01", "first");
    assertEquals(Set.of("first"), shown());
  }

  @Test
  void alertsThatNameEachOtherDoNotBothVanish() throws IOException {
    alert("first", "2026-11-01", "second");
    alert("second", "2026-11-01", "first");
    alert("third", "2026-11-01", "third");
    assertEquals(Set.of("first", "second", "third"), shown());
  }
}
