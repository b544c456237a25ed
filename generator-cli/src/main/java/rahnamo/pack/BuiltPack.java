package rahnamo.pack;

import rahnamo.pack.format.Digest;
import rahnamo.pack.format.PackFileName;
import rahnamo.pack.format.PackManifest;
import rahnamo.pack.format.PackVersion;

/**
 * A pack that was written. Immutable.
 *
 * @param manifest what it says of itself
 * @param identity the digest of its {@code SHA256SUMS}
 * @param digest the digest of the file
 * @param size the size of the file in bytes
 * @param parts which kinds of file take them
 * @param isSigned whether somebody signed it
 */
public record BuiltPack(
    PackManifest manifest,
    Digest identity,
    Digest digest,
    long size,
    PackSizes parts,
    boolean isSigned) {

  /** Which state of its series it is. */
  public PackVersion version() {
    return PackVersion.of(manifest.epoch(), manifest.sequence(), identity);
  }

  /** The name that the file should have. */
  public String fileName() {
    return PackFileName.of(manifest);
  }
}
