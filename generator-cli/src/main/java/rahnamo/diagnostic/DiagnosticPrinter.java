package rahnamo.diagnostic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns diagnostics into the text of one format and one interface language. */
public final class DiagnosticPrinter {

  private static final String BOLD = "\u001B[1m";
  private static final String RED = "\u001B[31m";
  private static final String YELLOW = "\u001B[33m";
  private static final String PLAIN = "\u001B[0m";

  /** How much of a very long line is quoted on each side of the mistake, in code points. */
  private static final int CONTEXT = 60;

  private final MessageCatalog messages;
  private final boolean hasColour;

  public DiagnosticPrinter(MessageCatalog messages, boolean hasColour) {
    this.messages = messages;
    this.hasColour = hasColour;
  }

  /** All diagnostics, each ending in a line break; for JSON one array. */
  public String print(List<Diagnostic> diagnostics, DiagnosticFormat format) {
    return switch (format) {
      case TEXT -> joined(diagnostics.stream().map(this::text).toList());
      case GITHUB -> joined(diagnostics.stream().map(this::annotation).toList());
      case JSON -> JsonText.of(diagnostics.stream().map(this::json).toList()) + "\n";
    };
  }

  private static String joined(List<String> parts) {
    return String.join("", parts);
  }

  private String text(Diagnostic diagnostic) {
    SourceSpan span = diagnostic.span();
    var out = new StringBuilder(160);
    out.append(coloured(BOLD, visible(place(span)))).append(": ");
    String severity = severity(diagnostic.severity());
    out.append(coloured(diagnostic.severity() == Severity.ERROR ? RED : YELLOW, severity));
    out.append(": ").append(visible(messages.message(diagnostic)));
    out.append(" [").append(diagnostic.code().id()).append("]\n");
    if (span.column() > 0) {
      quote(span, out);
    }
    Optional<String> help = messages.help(diagnostic);
    if (help.isPresent()) {
      out.append("  ").append(messages.text("label.help", List.of()));
      out.append(": ").append(visible(help.get())).append('\n');
    }
    return out.toString();
  }

  private String severity(Severity severity) {
    return messages.text("severity." + severity.name().toLowerCase(Locale.ROOT), List.of());
  }

  private static String place(SourceSpan span) {
    if (span.line() == 0) {
      return span.path();
    }
    return span.path() + ":" + span.line() + (span.column() > 0 ? ":" + span.column() : "");
  }

  /** The line with its number, and a row of carets below the mistake. */
  private static void quote(SourceSpan span, StringBuilder out) {
    int[] line = span.lineText().codePoints().toArray();
    int start = span.column() - 1;
    int from = start > 2 * CONTEXT ? start - CONTEXT : 0;
    int to = Math.min(line.length, Math.max(start, from) + 2 * CONTEXT);
    String number = Integer.toString(span.line());
    String margin = " ".repeat(number.length());
    out.append("  ").append(number).append(" | ").append(from > 0 ? "…" : "");
    out.append(visible(new String(line, from, to - from)));
    out.append(to < line.length ? "…" : "").append("\n  ").append(margin).append(" | ");
    out.append(" ".repeat(start - from + (from > 0 ? 1 : 0)));
    out.append("^".repeat(Math.max(1, Math.min(span.length(), to - start)))).append('\n');
  }

  /** The text without characters that move the cursor, colour the terminal or break the line. */
  private static String visible(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return out.toString();
  }

  private String coloured(String colour, String text) {
    return hasColour ? colour + text + PLAIN : text;
  }

  /** An annotation that GitHub shows beside the line. */
  private String annotation(Diagnostic diagnostic) {
    SourceSpan span = diagnostic.span();
    var out = new StringBuilder("::");
    out.append(diagnostic.severity().name().toLowerCase(Locale.ROOT));
    out.append(" file=").append(escapedProperty(span.path()));
    if (span.line() > 0) {
      out.append(",line=").append(span.line());
    }
    if (span.column() > 0) {
      out.append(",col=").append(span.column());
      out.append(",endColumn=").append(span.column() + span.length());
    }
    out.append(",title=").append(escapedProperty(diagnostic.code().id())).append("::");
    String message = messages.message(diagnostic);
    String help = messages.help(diagnostic).map(text -> "\n" + text).orElse("");
    return out.append(escaped(message + help)).append('\n').toString();
  }

  private static String escaped(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String escapedProperty(String text) {
    return escaped(text).replace(":", "%3A").replace(",", "%2C");
  }

  private Map<String, Object> json(Diagnostic diagnostic) {
    SourceSpan span = diagnostic.span();
    var members = new LinkedHashMap<String, Object>();
    members.put("file", span.path());
    members.put("line", span.line());
    members.put("column", span.column());
    members.put("length", span.length());
    members.put("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
    members.put("code", diagnostic.code().id());
    members.put("message", messages.message(diagnostic));
    messages.help(diagnostic).ifPresent(help -> members.put("help", help));
    return members;
  }
}
