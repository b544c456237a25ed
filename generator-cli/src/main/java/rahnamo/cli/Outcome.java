package rahnamo.cli;

import java.util.List;
import java.util.Locale;
import rahnamo.diagnostic.Diagnostic;
import rahnamo.diagnostic.DiagnosticFormat;
import rahnamo.diagnostic.DiagnosticPrinter;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.MessageCatalog;
import rahnamo.diagnostic.Severity;
import rahnamo.pipeline.BuildReport;
import rahnamo.pipeline.BuildRequest;

/** Prints how a command ended: what is wrong, and one line that sums it up. */
final class Outcome {

  private final Console console;
  private final MessageOptions options;
  private final MessageCatalog messages;
  private final long start = System.nanoTime();

  Outcome(Console console, MessageOptions options, MessageCatalog messages) {
    this.console = console;
    this.options = options;
    this.messages = messages;
  }

  /** Prints what a build did and gives the exit code. */
  int print(BuildReport report, BuildRequest request, Diagnostics diagnostics) {
    String day = request.rules().date().toString();
    return print(
        diagnostics,
        "summary.failed",
        (warnings, seconds) ->
            messages.text(
                report.isPublished() ? "summary.built" : "summary.checked",
                List.of(
                    "" + report.pages(),
                    "" + report.languages(),
                    warnings,
                    seconds,
                    day,
                    "" + report.written())));
  }

  /** Prints what an indexing of documents did and gives the exit code. */
  int print(int documents, Diagnostics diagnostics) {
    return print(
        diagnostics,
        "index.failed",
        (warnings, seconds) -> messages.text("index.done", List.of("" + documents, seconds)));
  }

  /** The line that sums up a command that succeeded. */
  private interface Summary {
    String text(String warnings, String seconds);
  }

  private int print(Diagnostics diagnostics, String failedKey, Summary summary) {
    List<Diagnostic> all = diagnostics.sorted();
    long errors = all.stream().filter(d -> d.severity() == Severity.ERROR).count();
    printDiagnostics(all);
    if (errors > 0) {
      console.note(
          messages.text(failedKey, List.of(Long.toString(errors), "" + (all.size() - errors))));
      return ExitCode.CONTENT_HAS_ERRORS;
    }
    if (!options.isQuiet && options.format != DiagnosticFormat.JSON) {
      double seconds = (System.nanoTime() - start) / 1e9;
      console.result(summary.text("" + all.size(), String.format(Locale.ROOT, "%.1f", seconds)));
    }
    return ExitCode.DONE;
  }

  private void printDiagnostics(List<Diagnostic> all) {
    var printer = new DiagnosticPrinter(messages, console.hasColour());
    String text = printer.print(all, options.format);
    boolean isResult = options.format != DiagnosticFormat.TEXT;
    (isResult ? console.out() : console.err()).print(text);
    console.out().flush();
  }
}
