package rahnamo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import rahnamo.pack.KeyFolder;
import rahnamo.pack.Passphrase;
import rahnamo.pack.Publisher;
import rahnamo.pack.RootHistory;
import rahnamo.pack.format.RootDocument;
import rahnamo.pack.format.TrustPaths;
import rahnamo.pack.format.VerifyingKey;

/** {@code rahnamo keys}: makes and renews the keys that sign packs. */
@Command(name = "keys", mixinStandardHelpOptions = true, version = Main.VERSION)
final class KeysCommand {

  private static final int MOST_ROOTS = 16;

  @SuppressWarnings("UnusedVariable") // read from the arguments before picocli sees them
  @Mixin
  private final LanguageOption language = new LanguageOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Console console;
  private final MessageCatalog messages;
  private final Refusal refusal;

  KeysCommand(Console console, MessageCatalog messages) {
    this.console = console;
    this.messages = messages;
    this.refusal = new Refusal(console, messages);
  }

  /** Where the keys are. */
  static final class Options {

    @Option(names = "--keys", paramLabel = "DIR", descriptionKey = "keys")
    Path keys = Path.of("keys");

    @Mixin final LanguageOption language = new LanguageOption();
  }

  /** Root keys that lie elsewhere, the passphrases, and the day. */
  static final class RootOptions {

    @Option(names = "--root", paramLabel = "PATH", descriptionKey = "root-key")
    List<Path> roots = new ArrayList<>();

    @Mixin final Passphrases.PackOption pack = new Passphrases.PackOption();
    @Mixin final Passphrases.RootOption root = new Passphrases.RootOption();
    @Mixin final DateOption date = new DateOption();
  }

  /** A change of the keys; what is in its way is said in words. */
  private interface Change {
    int run() throws IOException;
  }

  private int attempt(Change change) throws IOException {
    try {
      return change.run();
    } catch (KeyException e) {
      return refusal.of(e);
    }
  }

  /** Makes all keys. */
  @Command(name = "init", mixinStandardHelpOptions = true, version = Main.VERSION)
  int init(
      @Mixin Options options,
      @Option(names = "--roots", paramLabel = "N", defaultValue = "1", descriptionKey = "roots")
          int roots,
      @Option(
              names = "--threshold",
              paramLabel = "K",
              defaultValue = "1",
              descriptionKey = "threshold")
          int threshold,
      @Mixin Passphrases.PackOption packPassphrase,
      @Mixin Passphrases.RootOption rootPassphrase,
      @Mixin DateOption date)
      throws IOException {
    if (roots < 1 || roots > MOST_ROOTS || threshold < 1 || threshold > roots) {
      return refusal.of("keys.wrong-threshold", "" + threshold, "" + roots);
    }
    return attempt(
        () -> {
          Publisher publisher = publisher(options, date);
          if (new KeyFolder(options.keys).exists()) {
            throw new KeyException("keys.exist", options.keys.toString());
          }
          Passphrase root = Passphrases.OF_ROOT_KEYS.choose(rootPassphrase.file, messages);
          Passphrase pack = Passphrases.OF_PACK_KEY.choose(packPassphrase.file, messages);
          show(publisher.begin(roots, threshold, root, pack), options);
          note("keys.made", options.keys.toString(), Integer.toString(threshold));
          return ExitCode.DONE;
        });
  }

  /** Replaces the pack key. */
  @Command(name = "rotate", mixinStandardHelpOptions = true, version = Main.VERSION)
  int rotate(@Mixin Options options, @Mixin RootOptions root) throws IOException {
    return attempt(() -> renewPackKey(options, root, "keys.rotated"));
  }

  /** Withdraws one key and puts a new one in its place. */
  @Command(name = "revoke", mixinStandardHelpOptions = true, version = Main.VERSION)
  int revoke(
      @Mixin Options options,
      @Mixin RootOptions root,
      @Parameters(paramLabel = "FINGERPRINT", descriptionKey = "fingerprint") String fingerprint)
      throws IOException {
    return attempt(
        () -> {
          Publisher publisher = publisher(options, root.date);
          VerifyingKey key = publisher.keyNamed(fingerprint);
          if (key.equals(new KeyFolder(options.keys).history().packKey())) {
            return renewPackKey(options, root, "keys.revoked-pack");
          }
          show(publisher.renewRootKeys(List.of(key), access(root)), options);
          note("keys.revoked-root");
          return ExitCode.DONE;
        });
  }

  private int renewPackKey(Options options, RootOptions root, String saying) throws IOException {
    Publisher publisher = publisher(options, root.date);
    Publisher.RootAccess access = access(root);
    Passphrase pack = Passphrases.OF_PACK_KEY.choose(root.pack.file, messages);
    show(publisher.renewPackKey(access, pack), options);
    note(saying);
    return ExitCode.DONE;
  }

  private Publisher.RootAccess access(RootOptions root) throws IOException {
    return new Publisher.RootAccess(
        root.roots, Passphrases.OF_ROOT_KEYS.read(root.root.file, messages));
  }

  /** Prints the public side of the keys. */
  @Command(name = "show", mixinStandardHelpOptions = true, version = Main.VERSION)
  int show(
      @Mixin Options options,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "text",
              descriptionKey = "format")
          DiagnosticFormat format)
      throws IOException {
    return attempt(
        () -> {
          RootHistory history = new KeyFolder(options.keys).history();
          if (format == DiagnosticFormat.JSON) {
            console.result(JsonText.of(json(history, options)));
          } else {
            show(history, options);
          }
          return ExitCode.DONE;
        });
  }

  /** Writes what readers need to know the publisher. */
  @Command(name = "export", mixinStandardHelpOptions = true, version = Main.VERSION)
  int export(
      @Mixin Options options,
      @Parameters(paramLabel = "DIR", descriptionKey = "export-to") Path folder)
      throws IOException {
    return attempt(
        () -> {
          RootHistory history = new KeyFolder(options.keys).history();
          Files.createDirectories(folder);
          for (var file : history.files().entrySet()) {
            Path name = Path.of(file.getKey().substring(TrustPaths.FOLDER.length()));
            Files.write(folder.resolve(name), file.getValue());
          }
          note("keys.exported", folder.toString());
          return ExitCode.DONE;
        });
  }

  private Publisher publisher(Options options, DateOption date) {
    LocalDate day = date.day(System.getenv(), spec);
    return new Publisher(new KeyFolder(options.keys), day);
  }

  private void show(RootHistory history, Options options) {
    RootDocument newest = history.newest();
    result("keys.publisher", history.publisher().hex());
    for (VerifyingKey key : newest.rootKeys()) {
      result("keys.root-key", described(key, options));
    }
    result("keys.threshold", "" + newest.threshold(), "" + newest.rootKeys().size());
    result("keys.pack-key", described(history.packKey(), options));
    result("keys.epoch", "" + newest.epoch(), newest.expires().toString());
  }

  private String described(VerifyingKey key, Options options) {
    boolean isHere = new KeyFolder(options.keys).holds(key);
    String place = messages.text(isHere ? "keys.is-here" : "keys.is-elsewhere", List.of());
    return key.fingerprint().hex() + " (" + place + ")";
  }

  private static Map<String, Object> json(RootHistory history, Options options) {
    var folder = new KeyFolder(options.keys);
    RootDocument newest = history.newest();
    var members = new LinkedHashMap<String, Object>();
    members.put("publisher", history.publisher().hex());
    members.put("roots", newest.rootKeys().stream().map(key -> json(key, folder)).toList());
    members.put("threshold", newest.threshold());
    members.put("pack-key", json(history.packKey(), folder));
    members.put("version", newest.version());
    members.put("epoch", newest.epoch());
    members.put("expires", newest.expires().toString());
    return members;
  }

  private static Map<String, Object> json(VerifyingKey key, KeyFolder folder) {
    var members = new LinkedHashMap<String, Object>();
    members.put("fingerprint", key.fingerprint().hex());
    members.put("private-key-here", folder.holds(key));
    return members;
  }

  private void result(String key, String... arguments) {
    console.result(messages.text(key, List.of(arguments)));
  }

  private void note(String key, String... arguments) {
    console.note(messages.text(key, List.of(arguments)));
  }
}
