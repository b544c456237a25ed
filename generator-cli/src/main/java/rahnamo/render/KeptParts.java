package rahnamo.render;

import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Parts that are the same on all pages of a kind in a folder, such as the navigation: a template
 * writes {@code <@page.kept name="footer">…</@>} and its content is made once. Safe for threads.
 */
final class KeptParts {

  private final Map<String, Part> parts = new ConcurrentHashMap<>();

  /** The directive for pages of a kind. */
  TemplateDirectiveModel directive(String kind) {
    return (environment, parameters, variables, body) -> {
      String name = String.valueOf(parameters.get("name"));
      write(kind + " " + name, body, environment);
    };
  }

  /** A part as text and as the bytes of a page. */
  @SuppressWarnings("ArrayRecordComponent") // parts are not compared
  private record Part(String text, byte[] bytes) {}

  private void write(String key, @Nullable TemplateDirectiveBody body, Environment environment)
      throws TemplateException, IOException {
    Part part = parts.get(key);
    if (part == null) {
      var out = new StringWriter();
      if (body != null) {
        body.render(out);
      }
      String text = out.toString();
      part = new Part(text, text.getBytes(StandardCharsets.UTF_8));
      parts.put(key, part);
    }
    if (environment.getOut() instanceof Utf8Buffer buffer) {
      buffer.append(part.bytes());
    } else {
      environment.getOut().write(part.text());
    }
  }
}
