package rahnamo.parse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import rahnamo.diagnostic.Diagnostic;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.diagnostic.Term;
import rahnamo.text.DidYouMean;

/** The HTML around the content of typed blocks, and their mistakes. */
final class Directives {

  private static final Set<String> ADMONITIONS = Set.of("note", "tip", "warning", "danger");
  private static final List<String> KNOWN =
      List.of(
          "note",
          "tip",
          "warning",
          "danger",
          "steps",
          "check",
          "details",
          "contact",
          "contacts",
          "phone",
          "audio");

  private final UnaryOperator<String> labels;
  private final UnaryOperator<String> transliterate;
  private final Diagnostics diagnostics;

  Directives(
      UnaryOperator<String> labels, UnaryOperator<String> transliterate, Diagnostics diagnostics) {
    this.labels = labels;
    this.transliterate = transliterate;
    this.diagnostics = diagnostics;
  }

  /** Writes what stands before the content; gives what must stand behind it. */
  String open(DirectiveBlock block, SourceSpan span, StringBuilder out) {
    String name = block.name();
    if (!block.isClosed()) {
      diagnostics.report(DiagnosticCode.UNCLOSED_BLOCK, span, name);
    }
    if (ADMONITIONS.contains(name)) {
      out.append("<div class=\"admonition ").append(name).append("\" role=\"note\">");
      label(title(block).orElseGet(() -> labels.apply("md." + name)), out);
      return "</div>\n";
    }
    return switch (name) {
      case "steps" -> around("<div class=\"steps\">\n", "</div>\n", out);
      case "check" -> {
        out.append("<div class=\"check\">");
        label(labels.apply("md.check"), out);
        yield "</div>\n";
      }
      case "details" -> details(block, span, out);
      default -> {
        reportUnknown(name, span);
        yield "";
      }
    };
  }

  private static String around(String before, String after, StringBuilder out) {
    out.append(before);
    return after;
  }

  private String details(DirectiveBlock block, SourceSpan span, StringBuilder out) {
    if (block.arguments().isBlank()) {
      diagnostics.report(
          DiagnosticCode.INVALID_BLOCK,
          span,
          block.name(),
          Term.of("block.no-title"),
          "::: details …");
    }
    out.append("<details><summary>");
    out.append(Html.escape(title(block).orElse("…"))).append("</summary>\n");
    return "</details>\n";
  }

  private Optional<String> title(DirectiveBlock block) {
    return Optional.of(block.arguments()).filter(t -> !t.isBlank()).map(transliterate);
  }

  private static void label(String text, StringBuilder out) {
    out.append("<p class=\"label\">").append(Html.escape(text)).append("</p>\n");
  }

  private void reportUnknown(String name, SourceSpan span) {
    diagnostics.report(
        Diagnostic.of(DiagnosticCode.UNKNOWN_BLOCK, span, name, String.join(", ", KNOWN))
            .suggesting(DidYouMean.closest(name, KNOWN)));
  }

  /** Reports a line of colons that closes nothing. */
  void reportStrayFence(SourceSpan span) {
    diagnostics.report(
        DiagnosticCode.INVALID_BLOCK, span, ":::", Term.of("block.stray"), "::: note … :::");
  }
}
