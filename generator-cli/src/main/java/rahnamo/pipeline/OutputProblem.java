package rahnamo.pipeline;

import java.nio.file.Path;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.publish.OutputException;

/** Says why an output folder cannot be written. */
final class OutputProblem {

  private OutputProblem() {}

  /** Reports a problem for each file that it concerns, or for the folder. */
  static void report(OutputException problem, Path output, Diagnostics diagnostics) {
    String[] arguments = problem.arguments().toArray(String[]::new);
    if (problem.paths().isEmpty()) {
      diagnostics.report(problem.code(), SourceSpan.ofFile(output.toString()), arguments);
    }
    for (String path : problem.paths()) {
      SourceSpan span = SourceSpan.ofFile(output.resolve(path).toString());
      diagnostics.report(problem.code(), span, arguments);
    }
  }
}
