package rahnamo.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import rahnamo.diagnostic.Diagnostic;
import rahnamo.diagnostic.DiagnosticFormat;
import rahnamo.diagnostic.DiagnosticPrinter;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.MessageCatalog;
import rahnamo.diagnostic.Severity;
import rahnamo.pipeline.BuildReport;
import rahnamo.pipeline.BuildRequest;
import rahnamo.pipeline.MadePack;
import rahnamo.pipeline.PackOptions;

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
    int exitCode =
        print(
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
    if (isSummedUp() && !report.packs().isEmpty()) {
      printPacks(report.packs(), request);
    }
    return exitCode;
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
    if (isSummedUp()) {
      double seconds = (System.nanoTime() - start) / 1e9;
      console.result(summary.text("" + all.size(), String.format(Locale.ROOT, "%.1f", seconds)));
    }
    return ExitCode.DONE;
  }

  private boolean isSummedUp() {
    return !options.isQuiet && options.format != DiagnosticFormat.JSON;
  }

  private void printPacks(List<MadePack> packs, BuildRequest request) {
    String size = largest(packs.stream().mapToLong(files -> files.pack().size()));
    Optional<String> publisher = request.packs().flatMap(PackOptions::publisher);
    var arguments = new ArrayList<>(List.of("" + packs.size(), size));
    publisher.ifPresent(arguments::add);
    String key = publisher.isPresent() ? "summary.packs" : "summary.packs-unsigned";
    console.result(messages.text(key, arguments));
    List<MadePack.Single> singles =
        packs.stream().flatMap(files -> files.singleFile().stream()).toList();
    if (!singles.isEmpty()) {
      String most = largest(singles.stream().mapToLong(MadePack.Single::size));
      console.result(messages.text("summary.single-files", List.of("" + singles.size(), most)));
    }
  }

  private static String largest(LongStream sizes) {
    return mebibytes(sizes.max().orElse(0), 1);
  }

  /** A size in MiB, with so many digits behind the point. */
  static String mebibytes(long bytes, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", bytes / (double) (1 << 20));
  }

  private void printDiagnostics(List<Diagnostic> all) {
    var printer = new DiagnosticPrinter(messages, console.hasColour());
    String text = printer.print(all, options.format);
    boolean isResult = options.format != DiagnosticFormat.TEXT;
    (isResult ? console.out() : console.err()).print(text);
    console.out().flush();
  }
}
