package rahnamo.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import rahnamo.cli.Run;

/**
 * Whether an author can make readers' browsers run or ask for anything. The policy in the page
 * would stop most of it, so the browser is told to ignore the policy: the pages themselves must be
 * clean.
 */
@Tag("browser")
@ExtendWith(Shared.class)
class HostileTextsTest {

  private static final String TRAP =
      "window.ran = 0; window.xss = window.alert = function () { window.ran++; };";

  /** Touches every element in every way that a handler could wait for. */
  private static final String TOUCH =
      "() => { Array.prototype.forEach.call(document.querySelectorAll('*'), e =>"
          + " 'click mouseover focus blur load error toggle animationstart pageshow begin'.split(' ')"
          + ".forEach(name => e.dispatchEvent(new Event(name)))); return window.ran; }";

  private static final Pattern REFUSED = Pattern.compile("ru/work/v(\\d+)\\.md:[0-9:]* error");

  private static final int TOGETHER = 10;

  @TempDir private Path folder;

  @Test
  void nothingOfAnyTextRunsOrIsAskedFor(BrowserSession browser) throws IOException {
    List<String> combinations = HostileTexts.combinations();
    List<String> texts = new ArrayList<>();
    combinations.forEach(text -> texts.add(HostileTexts.article("", text)));
    texts.addAll(HostileTexts.articles());
    assertTrue(texts.size() > 600, texts.size() + " texts");
    write(texts);
    Set<Integer> refused = refused(Run.build(content(), folder.resolve("output")));
    assertTrue(refused.size() < texts.size() / 2, refused.size() + " refused");
    Path output = buildAccepted(combinations.size(), texts, refused);
    var found = new ArrayList<String>();
    try (var open = browser.windowWithoutPolicy(View.PHONE);
        Stream<Path> all = Files.walk(output.resolve("ru"))) {
      open.page().addInitScript(TRAP);
      for (Path file : all.filter(path -> path.toString().endsWith(".html")).sorted().toList()) {
        check(file).ifPresent(found::add);
        visit(open, file, output, found);
      }
    }
    assertEquals(List.of(), found);
  }

  /** Builds what the build did not refuse, the combinations several to a page. */
  private Path buildAccepted(int combinations, List<String> texts, Set<Integer> refused)
      throws IOException {
    var accepted = new ArrayList<String>();
    var group = new StringBuilder("Text\n\n");
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      if (!refused.contains(i) && i < combinations) {
        group.append(text.substring(HostileTexts.article("", "").length() - 1)).append("\n\n");
      } else if (!refused.contains(i)) {
        accepted.add(text);
      }
      if (i < combinations && (i % TOGETHER == TOGETHER - 1 || i == combinations - 1)) {
        accepted.add(HostileTexts.article("", group.toString()));
        group = new StringBuilder("Text\n\n");
      }
    }
    write(accepted);
    Path output = folder.resolve("output");
    Run run = Run.build(content(), output);
    assertEquals(0, run.exitCode(), run.err());
    return output;
  }

  private static Optional<String> check(Path file) throws IOException {
    for (Element element : Jsoup.parse(file).getAllElements()) {
      var problem = PageProblem.of(element);
      if (problem.isPresent()) {
        return problem.map(text -> file.getFileName() + ": " + text);
      }
    }
    return Optional.empty();
  }

  private static void visit(OpenPage open, Path file, Path output, List<String> found) {
    open.requests().clear();
    open.page().navigate(file.toUri().toString());
    Object ran = open.page().evaluate(TOUCH);
    if (!ran.equals(0)) {
      found.add(file.getFileName() + " ran something");
    }
    String root = output.toUri().toString();
    open.requests().stream()
        .filter(request -> !request.startsWith(root))
        .forEach(request -> found.add(file.getFileName() + " asks for " + request));
  }

  private static Set<Integer> refused(Run run) {
    return REFUSED
        .matcher(run.err())
        .results()
        .map(result -> Integer.valueOf(result.group(1)))
        .collect(Collectors.toSet());
  }

  private Path content() {
    return folder.resolve("content");
  }

  private void write(List<String> texts) throws IOException {
    Path work = content().resolve("ru/work");
    if (Files.exists(work)) {
      try (Stream<Path> old = Files.list(work)) {
        for (Path file : old.toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(work);
    Files.writeString(
        content().resolve("site.yml"),
        "title: {ru: Site}\nbase-url: https://example.org/\nlanguages: [ru]\nsections: [work]\n");
    for (int i = 0; i < texts.size(); i++) {
      Files.writeString(work.resolve("v" + i + ".md"), texts.get(i));
    }
  }

  @Test
  void trapsSnapOnPagesThatAreNotClean(BrowserSession browser) throws IOException {
    Path file = folder.resolve("page.html");
    Files.writeString(
        file, "<!doctype html><img src=https://evil.example/x onclick=xss(1)><p onclick=xss(1)>");
    try (var open = browser.windowWithoutPolicy(View.PHONE)) {
      Page page = open.page();
      page.addInitScript(TRAP);
      var found = new ArrayList<String>();
      visit(open, file, folder, found);
      assertEquals(
          List.of("page.html ran something", "page.html asks for https://evil.example/x"), found);
    }
  }
}
