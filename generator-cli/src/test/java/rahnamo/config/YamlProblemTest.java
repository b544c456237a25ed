package rahnamo.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import rahnamo.diagnostic.Diagnostic;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceText;
import rahnamo.diagnostic.Term;

/** The library's words are known by how they begin, so a newer library must pass here first. */
class YamlProblemTest {

  @Test
  void frequentMistakesAreSaidInOurWords() {
    assertProblem("yaml.colon", 1, 12, "title: Work: how\n");
    assertProblem("yaml.quote", 2, 10, "order: 1\nsummary: \"open\nx: 1\n");
    assertProblem("yaml.quote", 1, 8, "title: 'open\n");
    assertProblem("yaml.bracket", 1, 7, "tags: [a, b\n");
    assertProblem("yaml.bracket", 1, 9, "source: {a: b\n");
    assertProblem("yaml.no-colon", 2, 1, "title: a\nsummary\norder: 1\n");
    assertProblem("yaml.tab", 2, 1, "a:\n\tb: c\n");
    assertProblem("yaml.sign", 1, 8, "title: @name\n");
    assertProblem("yaml.sign", 1, 8, "title: `code`\n");
    assertProblem("yaml.backslash", 1, 10, "title: \"\\q\"\n");
    assertProblem("yaml.misplaced", 1, 12, "title: \"a\" b\n");
    assertProblem("yaml.documents", 2, 1, "title: a\n---\nb: c\n");
    assertProblem("yaml.anchor", 1, 8, "title: *name\n");
    assertProblem("yaml.key", 1, 1, "[a]: b\n");
    assertProblem("yaml.control", 1, 1, "title: a\u0001b\n");
  }

  private static void assertProblem(String key, int line, int column, String yaml) {
    var diagnostics = new Diagnostics();
    assertTrue(YamlParser.parse(new SourceText("a.yml", yaml), diagnostics).isEmpty(), yaml);
    List<Diagnostic> found = diagnostics.sorted();

    assertEquals(1, found.size(), yaml);
    Diagnostic diagnostic = found.get(0);
    assertEquals(DiagnosticCode.BROKEN_YAML, diagnostic.code());
    assertEquals(List.of(Term.of(key)), diagnostic.arguments(), yaml);
    assertEquals(line, diagnostic.span().line(), yaml);
    assertEquals(column, diagnostic.span().column(), yaml);
  }
}
