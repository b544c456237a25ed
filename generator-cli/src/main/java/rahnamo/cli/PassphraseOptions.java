package rahnamo.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import rahnamo.diagnostic.MessageCatalog;
import rahnamo.pack.KeyException;
import rahnamo.pack.Passphrase;

/**
 * Where the passphrases of keys come from: a file, else the environment, else the terminal. The
 * passphrase of packs may lie on a computer that builds by itself, that of root keys should not.
 */
final class PassphraseOptions {

  /** Shorter ones are found by trying. */
  private static final int SHORTEST = 12;

  @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "passphrase-file")
  private Optional<Path> packFile = Optional.empty();

  @Option(
      names = "--root-passphrase-file",
      paramLabel = "FILE",
      descriptionKey = "root-passphrase-file")
  private Optional<Path> rootFile = Optional.empty();

  /** The passphrase of the pack key. */
  Passphrase ofPackKey(MessageCatalog messages) throws IOException {
    return read(Kind.PACK, packFile, messages, false);
  }

  /** The passphrase of the root keys. */
  Passphrase ofRootKeys(MessageCatalog messages) throws IOException {
    return read(Kind.ROOT, rootFile, messages, false);
  }

  /** A passphrase for a new pack key. */
  Passphrase forPackKey(MessageCatalog messages) throws IOException {
    return read(Kind.PACK, packFile, messages, true);
  }

  /** A passphrase for new root keys. */
  Passphrase forRootKeys(MessageCatalog messages) throws IOException {
    return read(Kind.ROOT, rootFile, messages, true);
  }

  private enum Kind {
    PACK("RAHNAMO_PASSPHRASE", "keys.ask-pack"),
    ROOT("RAHNAMO_ROOT_PASSPHRASE", "keys.ask-root");

    private final String variable;
    private final String question;

    Kind(String variable, String question) {
      this.variable = variable;
      this.question = question;
    }
  }

  private static Passphrase read(
      Kind kind, Optional<Path> file, MessageCatalog messages, boolean isNew) throws IOException {
    Optional<String> given =
        file.isPresent()
            ? Optional.of(firstLine(file.get()))
            : Optional.ofNullable(System.getenv(kind.variable));
    Passphrase passphrase =
        given.isPresent() ? Passphrase.of(given.get()) : ask(kind, messages, isNew);
    if (isNew && passphrase.length() < SHORTEST) {
      throw new KeyException("keys.short-passphrase", "" + SHORTEST);
    }
    return passphrase;
  }

  private static String firstLine(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8).lines().findFirst().orElse("");
  }

  private static Passphrase ask(Kind kind, MessageCatalog messages, boolean isNew)
      throws IOException {
    Passphrase passphrase = ask(messages.text(kind.question, List.of()), kind);
    if (isNew && !passphrase.equals(ask(messages.text("keys.ask-again", List.of()), kind))) {
      throw new KeyException("keys.passphrases-differ");
    }
    return passphrase;
  }

  private static Passphrase ask(String question, Kind kind) throws IOException {
    return Optional.ofNullable(System.console())
        .map(terminal -> terminal.readPassword("%s: ", question))
        .map(typed -> Passphrase.of(new String(typed)))
        .orElseThrow(() -> new KeyException("keys.no-passphrase", kind.variable));
  }
}
