package rahnamo.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whether the browsers of Android 5 can read the scripts: a parser of ECMAScript 5 says so. */
@Tag("browser")
@ExtendWith(Shared.class)
class ScriptsTest {

  private static final String PARSER =
      TestResource.text("/META-INF/resources/webjars/acorn/8.15.0/dist/acorn.js");

  private static final String PARSE =
      "text => { try { acorn.parse(text, {ecmaVersion: 5}); return ''; }"
          + " catch (problem) { return String(problem); } }";

  @Test
  void scriptsAreEcmaScript5(BrowserSession browser, BuiltSite site) throws IOException {
    List<String> scripts = site.files(".js");
    assertFalse(scripts.isEmpty());
    try (var open = browser.window(View.PHONE)) {
      open.page().evaluate(PARSER);
      var found = new ArrayList<String>();
      for (String script : scripts) {
        String problem = problem(open.page(), site.text(script));
        if (!problem.isEmpty()) {
          found.add(script + ": " + problem);
        }
      }
      for (Element script : Jsoup.parse(site.singleFile("tg")).select("script:not([type])")) {
        String problem = problem(open.page(), script.data());
        if (script.data().isEmpty() || !problem.isEmpty()) {
          found.add("single file: " + problem);
        }
      }
      assertEquals(List.of(), found);
      assertFalse(problem(open.page(), "var f = () => 1;").isEmpty());
    }
  }

  private static String problem(Page page, String script) {
    return String.valueOf(page.evaluate(PARSE, script));
  }
}
