package rahnamo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rahnamo.config.SiteConfig;
import rahnamo.diagnostic.DiagnosticFormat;
import rahnamo.diagnostic.DiagnosticPrinter;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.JsonText;
import rahnamo.diagnostic.MessageCatalog;
import rahnamo.pack.BuiltPack;
import rahnamo.pack.KeyException;
import rahnamo.pack.PackCheck;
import rahnamo.pack.PackSizes;
import rahnamo.pack.TrustedRoots;
import rahnamo.pack.format.Finding;
import rahnamo.pack.format.PackMessages;
import rahnamo.pack.format.TrustState;
import rahnamo.pack.format.VerificationReport;
import rahnamo.pipeline.MadePack;
import rahnamo.pipeline.PackOptions;
import rahnamo.pipeline.PackPipeline;
import rahnamo.site.PublicationRules;
import rahnamo.text.Language;

/** {@code rahnamo pack}: makes packs of the built site. */
@Command(name = "pack", mixinStandardHelpOptions = true, version = Main.VERSION)
final class PackCommand implements Callable<Integer> {

  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final DateOption date = new DateOption();
  @Mixin private final SigningOptions signing = new SigningOptions();

  @Option(names = "--output", paramLabel = "DIR", descriptionKey = "shared")
  private Path output = Path.of("site-output");

  @Option(names = "--to", paramLabel = "DIR", descriptionKey = "pack-to")
  private Path target = Path.of("packs");

  @Option(
      names = "--templates",
      paramLabel = "DIR",
      descriptionKey = "templates",
      converter = SiteOptions.ExistingFolder.class)
  private Optional<Path> templates = Optional.empty();

  @Option(names = "--language", paramLabel = "TAG", descriptionKey = "pack-language")
  private List<String> tags = new ArrayList<>();

  @Option(names = "--section", paramLabel = "NAME", descriptionKey = "pack-section")
  private List<String> sections = new ArrayList<>();

  @Option(names = "--since", paramLabel = "OLD.zip", descriptionKey = "pack-since")
  private List<Path> since = new ArrayList<>();

  @Option(names = "--jobs", paramLabel = "N", descriptionKey = "jobs")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Console console;
  private final MessageCatalog messages;
  private final Refusal refusal;

  PackCommand(Console console, MessageCatalog messages) {
    this.console = console;
    this.messages = messages;
    this.refusal = new Refusal(console, messages);
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(output.resolve("index.html"))) {
      return refusal.of("share.no-site", output.toString());
    }
    try {
      return pack(signing.packs(messages));
    } catch (KeyException e) {
      return refusal.of(e);
    }
  }

  private int pack(PackOptions packs) throws IOException {
    var diagnostics = new Diagnostics();
    var languages = new ArrayList<Language>();
    tags.forEach(tag -> Language.of(tag).ifPresent(languages::add));
    LocalDate day = date.day(System.getenv(), spec);
    for (Path base : since) {
      requireBase(base, day);
    }
    var rules = new PublicationRules(day, false, false);
    var pipeline =
        new PackPipeline(
            new PackPipeline.Request(
                common.content,
                output,
                target,
                templates,
                languages,
                sections,
                since,
                rules,
                packs,
                jobs),
            diagnostics);
    Optional<SiteConfig> config = pipeline.config();
    if (config.isPresent()) {
      Optional<String> unknown = unknown(config.get());
      if (unknown.isPresent()) {
        return refusal.of("pack.unknown-part", unknown.get());
      }
    }
    List<MadePack> built = config.isPresent() ? pipeline.pack(config.get()) : List.of();
    print(diagnostics, built, packs);
    return diagnostics.hasErrors() ? ExitCode.CONTENT_HAS_ERRORS : ExitCode.DONE;
  }

  /** Delta packs can start from a whole pack only. */
  private void requireBase(Path base, LocalDate day) throws IOException {
    if (!Files.isRegularFile(base)) {
      throw new KeyException("verify.no-file", base.toString());
    }
    VerificationReport report = new PackCheck(TrustedRoots.of(List.of()), day).verify(base);
    if (report.state() == TrustState.INVALID) {
      Finding reason = report.findings().get(0);
      String sentence = PackMessages.in(messages.language()).sentence(reason);
      throw new KeyException("pack.bad-base", base.toString(), sentence);
    }
    if (report.manifest().isDelta()) {
      throw new KeyException("pack.base-is-delta", base.toString());
    }
  }

  /** A language or a section that the site does not have. */
  private Optional<String> unknown(SiteConfig config) {
    List<Language> known = config.languages();
    Optional<String> language =
        tags.stream().filter(tag -> Language.of(tag).filter(known::contains).isEmpty()).findFirst();
    return language.or(
        () -> sections.stream().filter(s -> !config.sections().contains(s)).findFirst());
  }

  private void print(Diagnostics diagnostics, List<MadePack> built, PackOptions packs) {
    var printer = new DiagnosticPrinter(messages, console.hasColour());
    console.err().print(printer.print(diagnostics.sorted(), common.format));
    if (common.format == DiagnosticFormat.JSON) {
      console.result(JsonText.of(built.stream().map(MadePack::members).toList()));
      return;
    }
    if (common.isQuiet || built.isEmpty()) {
      return;
    }
    for (MadePack files : built) {
      BuiltPack pack = files.pack();
      String size = Outcome.mebibytes(pack.size(), 2);
      console.result(
          messages.text(
              "pack.made",
              List.of(
                  target.resolve(pack.fileName()).toString().replace('\\', '/'),
                  size,
                  "" + pack.manifest().files(),
                  pack.identity().hex())));
      if (!pack.manifest().isDelta()) {
        console.result("  " + parts(pack));
      }
      files.singleFile().ifPresent(this::print);
    }
    console.note(
        packs
            .publisher()
            .map(publisher -> messages.text("pack.signed", List.of(publisher)))
            .orElseGet(() -> messages.text("pack.unsigned", List.of())));
  }

  private String parts(BuiltPack pack) {
    PackSizes parts = pack.parts();
    List<String> languages = pack.manifest().languages();
    return messages.text(
        "pack.parts",
        List.of(
            byLanguage(parts.pages(), languages),
            byLanguage(parts.search(), languages),
            Outcome.mebibytes(parts.media(), 2),
            Outcome.mebibytes(parts.theme(), 2),
            Outcome.mebibytes(parts.other(), 2)));
  }

  /** A size, and that of each language if there are several. */
  private static String byLanguage(Map<String, Long> sizes, List<String> languages) {
    String all = Outcome.mebibytes(PackSizes.sum(sizes), 2);
    if (languages.size() < 2) {
      return all;
    }
    var each = new StringJoiner(", ", " (", ")");
    for (String language : languages) {
      each.add(language + " " + Outcome.mebibytes(sizes.getOrDefault(language, 0L), 2));
    }
    return all + each;
  }

  private void print(MadePack.Single single) {
    console.result(
        messages.text(
            "pack.single-file-made",
            List.of(
                target.resolve(single.fileName()).toString().replace('\\', '/'),
                Outcome.mebibytes(single.size(), 2),
                single.digest())));
  }
}
