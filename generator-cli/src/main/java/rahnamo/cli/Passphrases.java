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
enum Passphrases {
  OF_PACK_KEY("RAHNAMO_PASSPHRASE", "keys.ask-pack"),
  OF_ROOT_KEYS("RAHNAMO_ROOT_PASSPHRASE", "keys.ask-root"),
  OF_APP_KEY("RAHNAMO_APP_PASSPHRASE", "keys.ask-app");

  /** Shorter ones are found by trying. */
  private static final int SHORTEST = 12;

  private final String variable;
  private final String question;

  Passphrases(String variable, String question) {
    this.variable = variable;
    this.question = question;
  }

  /** The option that names a file with the passphrase of the pack key. */
  static final class PackOption {

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "passphrase-file")
    Optional<Path> file = Optional.empty();
  }

  /** The option that names a file with the passphrase of the root keys. */
  static final class RootOption {

    @Option(
        names = "--root-passphrase-file",
        paramLabel = "FILE",
        descriptionKey = "root-passphrase-file")
    Optional<Path> file = Optional.empty();
  }

  /** The passphrase of a key that there is. */
  Passphrase read(Optional<Path> file, MessageCatalog messages) throws IOException {
    Optional<Passphrase> given = given(file);
    return given.isPresent() ? given.get() : ask(messages.text(question, List.of()));
  }

  /**
   * A passphrase for a new key; on a terminal it is asked for twice.
   *
   * @throws KeyException if it is too short
   */
  Passphrase choose(Optional<Path> file, MessageCatalog messages) throws IOException {
    Optional<Passphrase> given = given(file);
    Passphrase passphrase =
        given.isPresent() ? given.get() : ask(messages.text(question, List.of()));
    if (given.isEmpty() && !passphrase.equals(ask(messages.text("keys.ask-again", List.of())))) {
      throw new KeyException("keys.passphrases-differ");
    }
    if (passphrase.length() < SHORTEST) {
      throw new KeyException("keys.short-passphrase", "" + SHORTEST);
    }
    return passphrase;
  }

  private Optional<Passphrase> given(Optional<Path> file) throws IOException {
    Optional<String> text =
        file.isPresent()
            ? Optional.of(firstLine(file.get()))
            : Optional.ofNullable(System.getenv(variable));
    return text.map(Passphrase::of);
  }

  private static String firstLine(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8).lines().findFirst().orElse("");
  }

  private Passphrase ask(String text) throws IOException {
    return Optional.ofNullable(System.console())
        .map(terminal -> terminal.readPassword("%s: ", text))
        .map(typed -> Passphrase.of(new String(typed)))
        .orElseThrow(() -> new KeyException("keys.no-passphrase", variable));
  }
}
