package rahnamo.render;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;

/**
 * Runs the templates of a theme. Templates are trusted, but get no way to reach Java: no classes,
 * no methods, no files outside the theme. Safe for use by many threads.
 */
final class TemplateEngine {

  private final Configuration configuration;

  TemplateEngine(Optional<Path> overlay) throws IOException {
    configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(loader(overlay));
    configuration.setDefaultEncoding("UTF-8");
    configuration.setOutputEncoding("UTF-8");
    configuration.setLocale(Locale.ROOT);
    configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
    configuration.setNumberFormat("computer");
    configuration.setOutputFormat(PageFormat.INSTANCE);
    configuration.setRecognizeStandardFileExtensions(false);
    configuration.setObjectWrapper(RecordWrapper.INSTANCE);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setLocalizedLookup(false);
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
  }

  private static TemplateLoader loader(Optional<Path> overlay) throws IOException {
    var defaults = new ClassTemplateLoader(TemplateEngine.class, "/theme");
    return overlay.isEmpty()
        ? defaults
        : new MultiTemplateLoader(
            new TemplateLoader[] {new FileTemplateLoader(overlay.get().toFile()), defaults});
  }

  /** Runs a template with the values given; what is broken in it is said with its name and line. */
  void render(String template, Map<String, Object> values, Writer out)
      throws IOException, BrokenTemplateException {
    try {
      configuration.getTemplate(template).process(values, out);
    } catch (IOException e) {
      throwIfBroken(e);
      throw e;
    } catch (TemplateException e) {
      throwIfBroken(e);
      String name = e.getTemplateSourceName() == null ? template : e.getTemplateSourceName();
      int line = e.getLineNumber() == null ? 0 : e.getLineNumber();
      int column = e.getColumnNumber() == null ? 0 : e.getColumnNumber();
      throw new BrokenTemplateException(name, line, column, e.getMessageWithoutStackTop());
    }
  }

  /**
   * Looks for what could not be parsed: at once, on an earlier attempt (of which the library then
   * says only that there was one), or in a template that this one imports.
   */
  private static void throwIfBroken(Exception problem) throws BrokenTemplateException {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof ParseException e) {
        throw new BrokenTemplateException(
            e.getTemplateName(), e.getLineNumber(), e.getColumnNumber(), e.getEditorMessage());
      }
    }
  }
}
