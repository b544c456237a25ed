package rahnamo.config;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import rahnamo.diagnostic.Term;

/**
 * What the YAML library found wrong, in words that an editor can use. A problem that is not in the
 * list keeps the library's own English words.
 *
 * @param words the problem as an argument for a diagnostic
 * @param mark where it is
 */
record YamlProblem(String words, Optional<Mark> mark) {

  private static final List<Known> KNOWN =
      List.of(
          new Known("mapping values are not allowed", "yaml.colon", false),
          new Known("found unexpected end of stream", "yaml.quote", true),
          new Known("expected ',' or", "yaml.bracket", true),
          new Known("could not find expected ':'", "yaml.no-colon", true),
          new Known("found character '\\t", "yaml.tab", false),
          new Known("found character", "yaml.sign", false),
          new Known("found unknown escape", "yaml.backslash", false),
          new Known("expected <block end>", "yaml.misplaced", false),
          new Known("but found another document", "yaml.documents", false),
          new Known("found undefined alias", "yaml.anchor", false),
          new Known("Non scalar key", "yaml.key", false),
          new Known("special characters", "yaml.control", false));

  /**
   * A problem of the library.
   *
   * @param beginning how the library's words begin
   * @param key the key of our words
   * @param isAtBeginning whether the place to show is where the broken part begins, such as an
   *     opening quote, and not where the library noticed
   */
  private record Known(String beginning, String key, boolean isAtBeginning) {}

  static YamlProblem of(YamlEngineException exception) {
    if (!(exception instanceof MarkedYamlEngineException marked)) {
      return of(String.valueOf(exception.getMessage()), Optional.empty(), Optional.empty());
    }
    return of(marked.getProblem(), marked.getContextMark(), marked.getProblemMark());
  }

  private static YamlProblem of(String words, Optional<Mark> beginning, Optional<Mark> noticed) {
    for (Known known : KNOWN) {
      if (words.startsWith(known.beginning)) {
        Optional<Mark> mark =
            known.isAtBeginning ? beginning.or(() -> noticed) : noticed.or(() -> beginning);
        return new YamlProblem(Term.of(known.key), mark);
      }
    }
    return new YamlProblem(words.lines().findFirst().orElse(""), noticed.or(() -> beginning));
  }
}
