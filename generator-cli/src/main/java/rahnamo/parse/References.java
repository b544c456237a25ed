package rahnamo.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rahnamo.config.YamlReader;
import rahnamo.config.YamlValue;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.Term;
import rahnamo.parse.FrontMatter.Reference;

/** Reads sources of facts: `title`, `url` and the `date` they were read. */
final class References {

  private References() {}

  static List<Reference> read(List<YamlValue> items, Diagnostics diagnostics) {
    var references = new ArrayList<Reference>();
    for (YamlValue item : items) {
      YamlReader.of(item, "sources", diagnostics)
          .flatMap(yaml -> read(yaml, diagnostics))
          .ifPresent(references::add);
    }
    return List.copyOf(references);
  }

  static Optional<Reference> read(YamlReader yaml, Diagnostics diagnostics) {
    Optional<String> title = yaml.requiredText("title");
    Optional<String> url = webAddress(yaml, "url", diagnostics);
    var date = yaml.date("date");
    yaml.finish();
    if (title.isEmpty() || url.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Reference(title.get(), url.get(), date));
  }

  /** An address that begins with http:// or https://. */
  static Optional<String> webAddress(YamlReader yaml, String key, Diagnostics diagnostics) {
    Optional<String> url = yaml.requiredText(key);
    if (url.isPresent() && !url.get().startsWith("https://") && !url.get().startsWith("http://")) {
      diagnostics.report(
          DiagnosticCode.INVALID_VALUE, yaml.spanOf(key), key, url.get(), Term.of("type.url"));
      return Optional.empty();
    }
    return url;
  }
}
