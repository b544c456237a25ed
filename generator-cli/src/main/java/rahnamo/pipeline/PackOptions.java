package rahnamo.pipeline;

import java.util.Optional;
import rahnamo.pack.PackSigner;

/**
 * How packs are made. Immutable.
 *
 * @param signer who signs them, if anybody
 * @param sequence their number, if it must be a certain one
 */
public record PackOptions(Optional<PackSigner> signer, Optional<Long> sequence) {

  /** What readers know the signer by. */
  public Optional<String> publisher() {
    return signer.map(known -> known.history().publisher().hex());
  }

  /** Packs that nobody signs. */
  public static PackOptions unsigned() {
    return new PackOptions(Optional.empty(), Optional.empty());
  }
}
