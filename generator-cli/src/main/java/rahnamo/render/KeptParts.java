package rahnamo.render;

import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Parts that are the same on all pages of a kind in a folder, such as the navigation: a template
 * writes {@code <@page.kept name="footer">…</@>} and its content is made once. Safe for threads.
 */
final class KeptParts {

  private final Map<String, String> parts = new ConcurrentHashMap<>();

  /** The directive for pages of a kind. */
  TemplateDirectiveModel directive(String kind) {
    return (environment, parameters, variables, body) -> {
      String name = String.valueOf(parameters.get("name"));
      write(kind + " " + name, body, environment);
    };
  }

  private void write(String key, @Nullable TemplateDirectiveBody body, Environment environment)
      throws TemplateException, IOException {
    String part = parts.get(key);
    if (part == null && body != null) {
      var out = new StringWriter();
      body.render(out);
      part = out.toString();
      parts.put(key, part);
    }
    if (part != null) {
      environment.getOut().write(part);
    }
  }
}
