package rahnamo.pack;

import java.io.IOException;
import java.nio.file.Path;
import rahnamo.pack.format.Digest;
import rahnamo.pack.format.EntryName;
import rahnamo.pack.format.InvalidPackException;
import rahnamo.pack.format.PackFile;
import rahnamo.pack.format.PackManifest;
import rahnamo.pack.format.PackVersion;

/**
 * A pack that was published before. Immutable.
 *
 * @param id its series
 * @param version its place in the series
 */
public record FormerPack(String id, PackVersion version) {

  /**
   * Reads what a pack says of itself; whether that is true matters little, since only the number of
   * the next pack depends on it.
   *
   * @throws InvalidPackException if it is no pack
   */
  public static FormerPack of(Path file) throws IOException, InvalidPackException {
    try (PackFile pack = PackFile.open(file.toFile())) {
      return of(pack);
    }
  }

  static FormerPack of(PackFile pack) throws IOException, InvalidPackException {
    PackManifest manifest = PackManifest.parse(pack.bytes(EntryName.MANIFEST));
    // A delta pack speaks of the pack that it leads to.
    Digest identity = manifest.isDelta() ? manifest.result() : pack.sums().identity();
    PackVersion version = PackVersion.of(manifest.epoch(), manifest.sequence(), identity);
    return new FormerPack(manifest.id(), version);
  }
}
