package rahnamo.browser;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The checker axe-core inside an open page. */
final class Axe {

  private static final String SOURCE = TestResource.text("/axe.min.js");

  private static final String RUN =
      "options => axe.run(document, options).then(result => result.violations.flatMap(v =>"
          + " v.nodes.map(n => v.id + ': ' + n.html.slice(0, 120) + ' '"
          + " + n.any.concat(n.all, n.none).map(c => c.message).join('; ').slice(0, 200))))";

  /** Style sheets are not fetched once more, and no selectors are made up for what is fine. */
  private static final Map<String, Object> FAST =
      Map.of("preload", false, "selectors", false, "resultTypes", List.of("violations"));

  private final Page page;

  private Axe(Page page) {
    this.page = page;
  }

  static Axe in(Page page) {
    page.evaluate(SOURCE);
    return new Axe(page);
  }

  /** What breaks any rule, each with the place where it was found. */
  List<String> all(String place) {
    return run(FAST, place);
  }

  /** What breaks some rules, each with the place where it was found. */
  List<String> only(List<String> rules, String place) {
    var options = new HashMap<>(FAST);
    options.put("runOnly", rules);
    return run(options, place);
  }

  private List<String> run(Map<String, Object> options, String place) {
    var found = (List<?>) page.evaluate(RUN, options);
    return found.stream().map(line -> place + ": " + line).toList();
  }
}
