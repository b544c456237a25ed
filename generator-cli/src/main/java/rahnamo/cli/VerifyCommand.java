package rahnamo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rahnamo.diagnostic.DiagnosticFormat;
import rahnamo.diagnostic.JsonText;
import rahnamo.diagnostic.MessageCatalog;
import rahnamo.pack.KeyException;
import rahnamo.pack.PackCheck;
import rahnamo.pack.TrustedRoots;
import rahnamo.pack.format.VerificationReport;

/** {@code rahnamo verify}: says whether a pack is whole and whom it comes from. */
@Command(name = "verify", mixinStandardHelpOptions = true, version = Main.VERSION)
final class VerifyCommand implements Callable<Integer> {

  @SuppressWarnings("UnusedVariable") // read from the arguments before picocli sees them
  @Mixin
  private final LanguageOption language = new LanguageOption();

  @Mixin private final DateOption date = new DateOption();

  @Parameters(paramLabel = "FILE", descriptionKey = "pack-file")
  private Path file = Path.of("");

  @Option(names = "--root", paramLabel = "PATH", descriptionKey = "trusted-root")
  private List<Path> roots = new ArrayList<>();

  @Option(names = "--base", paramLabel = "FILE", descriptionKey = "delta-base")
  private Optional<Path> base = Optional.empty();

  @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "verdict-format")
  private DiagnosticFormat format = DiagnosticFormat.TEXT;

  @Option(
      names = {"-q", "--quiet"},
      descriptionKey = "quiet")
  private boolean isQuiet;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Console console;
  private final MessageCatalog messages;
  private final Refusal refusal;

  VerifyCommand(Console console, MessageCatalog messages) {
    this.console = console;
    this.messages = messages;
    this.refusal = new Refusal(console, messages);
  }

  @Override
  public Integer call() throws IOException {
    for (Path path : base.isPresent() ? List.of(file, base.get()) : List.of(file)) {
      if (!Files.isRegularFile(path)) {
        return refusal.of("verify.no-file", path.toString());
      }
    }
    LocalDate today = date.day(System.getenv(), spec);
    try {
      return verify(new PackCheck(TrustedRoots.of(roots), today), today);
    } catch (KeyException e) {
      return refusal.of(e);
    }
  }

  private int verify(PackCheck check, LocalDate today) throws IOException {
    VerificationReport report = check.verify(file);
    boolean isDelta = report.hasManifest() && report.manifest().isDelta();
    if (base.isPresent() && report.hasManifest() && !isDelta) {
      return refusal.of("verify.not-a-delta", file.toString());
    }
    Optional<PackCheck.Applied> applied =
        isDelta && base.isPresent() ? Optional.of(check.apply(file, base.get())) : Optional.empty();
    var verdict = new PackVerdict(report, applied, messages, today);
    if (format == DiagnosticFormat.JSON) {
      console.result(JsonText.of(verdict.json()));
    } else {
      List<String> lines = isQuiet ? verdict.findings() : verdict.lines();
      lines.forEach(console::result);
      if (!isQuiet && isDelta && applied.isEmpty()) {
        console.note(messages.text("verify.changes-only", List.of()));
      }
    }
    return switch (verdict.state()) {
      case TRUSTED -> ExitCode.DONE;
      case UNKNOWN_ROOT, UNSIGNED -> ExitCode.PACK_NOT_TRUSTED;
      case INVALID -> ExitCode.PACK_REFUSED;
    };
  }
}
