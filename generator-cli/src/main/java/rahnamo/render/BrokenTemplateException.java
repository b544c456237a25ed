package rahnamo.render;

/** Says that a template of the theme is broken, and where. */
final class BrokenTemplateException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String template;
  private final int line;
  private final int column;

  BrokenTemplateException(String template, int line, int column, String message) {
    super(message);
    this.template = template;
    this.line = line;
    this.column = column;
  }

  String template() {
    return template;
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }
}
