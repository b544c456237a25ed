package rahnamo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rahnamo.apk.AppMaker;
import rahnamo.apk.AppPlan;
import rahnamo.apk.AppPlanner;
import rahnamo.apk.AppRequest;
import rahnamo.apk.Remark;
import rahnamo.config.SiteConfig;
import rahnamo.diagnostic.DiagnosticFormat;
import rahnamo.diagnostic.DiagnosticPrinter;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.JsonText;
import rahnamo.diagnostic.MessageCatalog;
import rahnamo.pack.AppKey;
import rahnamo.pack.AppKeyFile;
import rahnamo.pack.KeyException;
import rahnamo.pack.format.PackMessages;
import rahnamo.pipeline.SiteSettings;

/** {@code rahnamo apk}: makes the Android app of the site. */
@Command(name = "apk", mixinStandardHelpOptions = true, version = Main.VERSION)
final class ApkCommand implements Callable<Integer> {

  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final DateOption date = new DateOption();

  @Option(names = "--pack", paramLabel = "FILE", descriptionKey = "apk-pack")
  private Optional<Path> pack = Optional.empty();

  @Option(names = "--to", paramLabel = "DIR", descriptionKey = "apk-to")
  private Path target = Path.of("app");

  @Option(names = "--build", paramLabel = "N", descriptionKey = "apk-build")
  private int build;

  @Option(names = "--keys", paramLabel = "DIR", descriptionKey = "keys")
  private Path keys = Path.of("keys");

  @Option(names = "--root", paramLabel = "DIR", descriptionKey = "apk-root")
  private Optional<Path> root = Optional.empty();

  @Option(names = "--new-key", descriptionKey = "apk-new-key")
  private boolean isNewKey;

  @Option(names = "--test-key", descriptionKey = "apk-test-key")
  private boolean isTrial;

  @Option(names = "--app-passphrase-file", paramLabel = "FILE", descriptionKey = "app-passphrase")
  private Optional<Path> passphrase = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Console console;
  private final MessageCatalog messages;
  private final Refusal refusal;

  ApkCommand(Console console, MessageCatalog messages) {
    this.console = console;
    this.messages = messages;
    this.refusal = new Refusal(console, messages);
  }

  @Override
  public Integer call() throws IOException {
    Optional<AppMaker> maker = AppMaker.find();
    if (maker.isEmpty()) {
      return refusal.of("apk.no-maker");
    }
    var diagnostics = new Diagnostics();
    Optional<SiteConfig> config = SiteSettings.read(common.content, diagnostics);
    var printer = new DiagnosticPrinter(messages, console.hasColour());
    console.err().print(printer.print(diagnostics.sorted(), common.format));
    if (config.isEmpty()) {
      return ExitCode.CONTENT_HAS_ERRORS;
    }
    LocalDate day = date.day(System.getenv(), spec);
    AppPlan plan = plan(maker.get(), config.get(), day);
    var obstacles = new ArrayList<>(plan.obstacles());
    Optional<AppKey> key = key(maker.get(), config.get(), day, plan, obstacles, diagnostics);
    obstacles.forEach(obstacle -> refusal.of(obstacle.key(), values(obstacle)));
    if (diagnostics.hasErrors()) {
      return ExitCode.CONTENT_HAS_ERRORS;
    }
    if (key.isEmpty() || plan.request().isEmpty()) {
      return ExitCode.WRONG_COMMAND_LINE;
    }
    return make(maker.get(), plan, key.get(), config.get().packs().name());
  }

  private AppPlan plan(AppMaker maker, SiteConfig config, LocalDate day) throws IOException {
    var planner = new AppPlanner(maker, PackMessages.in(messages.language()));
    var wish =
        new AppPlanner.Wish(config, common.content, root.orElse(keys), pack, day, build, isTrial);
    return planner.plan(wish);
  }

  private static String[] values(Remark remark) {
    return remark.arguments().toArray(String[]::new);
  }

  /** The key to sign with; it is asked for last, and made only if nothing else is in the way. */
  private Optional<AppKey> key(
      AppMaker maker,
      SiteConfig config,
      LocalDate day,
      AppPlan plan,
      List<Remark> obstacles,
      Diagnostics diagnostics)
      throws IOException {
    boolean isFree = plan.request().isPresent() && !diagnostics.hasErrors();
    try {
      return isTrial ? Optional.of(trialKey(maker)) : ownKey(maker, config, day, isFree);
    } catch (KeyException e) {
      obstacles.add(new Remark(e.key(), e.arguments()));
      return Optional.empty();
    }
  }

  private AppKey trialKey(AppMaker maker) throws KeyException {
    if (isNewKey) {
      throw new KeyException("apk.two-keys");
    }
    return maker.testKey();
  }

  private Optional<AppKey> ownKey(AppMaker maker, SiteConfig config, LocalDate day, boolean isFree)
      throws IOException {
    var file = new AppKeyFile(keys);
    if (isNewKey == file.exists()) {
      throw new KeyException(isNewKey ? "apk.key-exists" : "apk.no-key", file.path().toString());
    }
    if (!isFree) {
      return Optional.empty();
    }
    if (isNewKey) {
      var holder = config.publisher().map(SiteConfig.Publisher::name).orElse(config.title());
      String name = config.text(holder, config.sourceLanguage());
      file.store(maker.createKey(name, day), Passphrases.OF_APP_KEY.choose(passphrase, messages));
      console.note(messages.text("apk.key-made", List.of(file.path().toString())));
    }
    AppKey key = file.unlock(Passphrases.OF_APP_KEY.read(passphrase, messages));
    if (key.certificate().equals(maker.testKey().certificate())) {
      throw new KeyException("apk.public-key", file.path().toString());
    }
    return Optional.of(key);
  }

  private int make(AppMaker maker, AppPlan plan, AppKey key, String name) throws IOException {
    AppRequest request = plan.request().orElseThrow();
    Files.createDirectories(target);
    Path file = target.resolve(name + "-" + request.version().inFileName() + ".apk");
    maker.make(request, key, file);
    String shown = file.toString().replace('\\', '/');
    plan.warnings().forEach(warning -> note(warning.key(), values(warning)));
    if (isTrial) {
      note("apk.trial");
    }
    if (common.format == DiagnosticFormat.JSON) {
      var members = new LinkedHashMap<String, Object>();
      members.put("file", shown);
      members.put("bytes", Files.size(file));
      members.put("id", request.id());
      members.put("version-code", (long) request.version().code());
      members.put("version-name", request.version().name());
      members.put("certificate", key.fingerprint());
      members.put("test-key", isTrial);
      console.result(JsonText.of(members));
    } else if (!common.isQuiet) {
      String size = Outcome.mebibytes(Files.size(file), 2);
      console.result(
          messages.text(
              "apk.made",
              List.of(
                  shown,
                  size,
                  request.id(),
                  request.version().name(),
                  "" + request.version().code(),
                  key.fingerprint())));
    }
    return ExitCode.DONE;
  }

  private void note(String key, String... arguments) {
    if (!common.isQuiet) {
      console.note(messages.text(key, List.of(arguments)));
    }
  }
}
