package rahnamo.render;

import java.io.IOException;
import java.util.Map;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.site.Permalink;

/** Runs the layout of a page and hands the bytes on. Safe for use by many threads. */
final class PageWriter {

  private final TemplateEngine templates;
  private final PageSink sink;
  private final Diagnostics diagnostics;
  private final ThreadLocal<Utf8Buffer> buffers = ThreadLocal.withInitial(Utf8Buffer::new);

  PageWriter(TemplateEngine templates, PageSink sink, Diagnostics diagnostics) {
    this.templates = templates;
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
      int length = e.column() > 0 ? 1 : 0;
      var span = new SourceSpan("templates/" + e.template(), e.line(), e.column(), length, "");
      String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      diagnostics.report(DiagnosticCode.TEMPLATE_ERROR, span, message);
      return false;
    }
  }
}
