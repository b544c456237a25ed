package rahnamo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rahnamo.diagnostic.MessageCatalog;
import rahnamo.pack.KeyException;
import rahnamo.pack.KeyFolder;
import rahnamo.pack.PackSigner;
import rahnamo.pack.format.PackLimits;
import rahnamo.pipeline.PackOptions;

/** Options of the commands that make packs: who signs them, and their number. */
final class SigningOptions {

  @Option(names = "--keys", paramLabel = "DIR", descriptionKey = "keys")
  private Path keys = Path.of("keys");

  @Mixin private final Passphrases.PackOption passphrase = new Passphrases.PackOption();

  @Option(names = "--sequence", paramLabel = "N", descriptionKey = "sequence")
  private Optional<Long> sequence = Optional.empty();

  /**
   * How packs are made: signed if there are keys.
   *
   * @throws KeyException if there are keys, but they cannot be used
   */
  PackOptions packs(MessageCatalog messages) throws IOException {
    if (sequence.filter(number -> number < 0 || number > PackLimits.MAX_NUMBER).isPresent()) {
      throw new KeyException("pack.negative-sequence", "" + sequence.orElseThrow());
    }
    var folder = new KeyFolder(keys);
    Optional<PackSigner> signer =
        folder.exists() ? Optional.of(signer(folder, messages)) : Optional.empty();
    return new PackOptions(signer, sequence);
  }

  private PackSigner signer(KeyFolder folder, MessageCatalog messages) throws IOException {
    return folder.signer(Passphrases.OF_PACK_KEY.read(passphrase.file, messages));
  }
}
