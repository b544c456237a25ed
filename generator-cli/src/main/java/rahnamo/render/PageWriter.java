package rahnamo.render;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.diagnostic.SourceText;
import rahnamo.site.Permalink;

/** Runs the layout of a page and hands the bytes on. Safe for use by many threads. */
final class PageWriter {

  private final Theme theme;
  private final TemplateEngine templates;
  private final PageSink sink;
  private final Diagnostics diagnostics;
  private final ThreadLocal<Utf8Buffer> buffers = ThreadLocal.withInitial(Utf8Buffer::new);

  PageWriter(Theme theme, PageSink sink, Diagnostics diagnostics) throws IOException {
    this.theme = theme;
    this.templates = new TemplateEngine(theme.overlay());
    this.sink = sink;
    this.diagnostics = diagnostics;
  }

  /** Writes a page whose layout is named like its kind. */
  void write(Permalink permalink, PageModel page) throws IOException {
    write(permalink, "layouts/" + page.head().kind() + ".ftlh", Map.of("page", page));
  }

  /** Writes a file made by any template. */
  void write(Permalink permalink, String template, Map<String, Object> values) throws IOException {
    Utf8Buffer buffer = buffers.get();
    buffer.reset();
    if (render(template, values, buffer)) {
      sink.accept(permalink, buffer.bytes(), buffer.length());
    }
  }

  /** Writes bytes as they are. */
  void write(Permalink permalink, byte[] bytes) throws IOException {
    sink.accept(permalink, bytes, bytes.length);
  }

  /** A template's output as text, empty if the template is broken (which is reported). */
  String text(String template, Map<String, Object> values) throws IOException {
    var buffer = new java.io.StringWriter();
    return render(template, values, buffer) ? buffer.toString() : "";
  }

  private boolean render(String template, Map<String, Object> values, java.io.Writer out)
      throws IOException {
    try {
      templates.render(template, values, out);
      return true;
    } catch (BrokenTemplateException e) {
      diagnostics.report(DiagnosticCode.TEMPLATE_ERROR, span(e), summary(e));
      return false;
    }
  }

  private SourceSpan span(BrokenTemplateException problem) throws IOException {
    String path = theme.display(problem.template());
    return problem.line() > 0
        ? new SourceText(path, theme.text(problem.template()))
            .spanAt(problem.line() - 1, Math.max(0, problem.column() - 1), 1)
        : SourceSpan.ofFile(path);
  }

  /** What the template engine says, without its advice on the language of templates. */
  private static String summary(BrokenTemplateException problem) {
    return String.valueOf(problem.getMessage())
        .lines()
        .takeWhile(line -> !line.startsWith("----"))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(" "))
        .replaceAll("\\s+\\[in template [^\\]]*]|\\. The name was interpreted by .*", "");
  }
}
