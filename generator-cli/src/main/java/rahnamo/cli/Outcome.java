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
  private final CommonOptions options;
  private final MessageCatalog messages;
  private final long start = System.nanoTime();

  Outcome(Console console, CommonOptions options, MessageCatalog messages) {
    this.console = console;
    this.options = options;
    this.messages = messages;
  }

  /** Prints and gives the exit code. */
  int print(BuildReport report, BuildRequest request, Diagnostics diagnostics) {
    List<Diagnostic> all = diagnostics.sorted();
    long errors = all.stream().filter(d -> d.severity() == Severity.ERROR).count();
    printDiagnostics(all);
    String day = request.rules().date().toString();
    if (errors > 0) {
      console.note(
          messages.text(
              "summary.failed", List.of(Long.toString(errors), "" + (all.size() - errors))));
      return ExitCode.CONTENT_HAS_ERRORS;
    }
    if (!options.isQuiet && options.format != DiagnosticFormat.JSON) {
      double seconds = (System.nanoTime() - start) / 1e9;
      console.result(
          messages.text(
              report.isPublished() ? "summary.built" : "summary.checked",
              List.of(
                  "" + report.pages(),
                  "" + report.languages(),
                  "" + all.size(),
                  String.format(Locale.ROOT, "%.1f", seconds),
                  day,
                  "" + report.written())));
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
