package rahnamo.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import rahnamo.pack.format.EntryName;
import rahnamo.pack.format.InvalidPackException;
import rahnamo.pack.format.PackFile;
import rahnamo.pack.format.PackManifest;
import rahnamo.pack.format.PackVersion;

/**
 * Writes delta packs: what leads from an earlier pack to another one. The same two packs give the
 * same bytes everywhere.
 */
public final class DeltaPackWriter {

  private final Optional<PackSigner> signer;
  private final int jobs;

  /**
   * @param signer who signed the pack that it leads to, if anybody
   * @param jobs how many threads compress
   */
  public DeltaPackWriter(Optional<PackSigner> signer, int jobs) {
    this.signer = signer;
    this.jobs = jobs;
  }

  /**
   * Writes a delta pack into a file, which is replaced.
   *
   * @param base the earlier pack, which has been verified
   * @param result the pack that was written last
   * @throws InvalidPackException if one of the two was damaged since
   * @throws PackTooLargeException if the changes are so many that the whole pack serves better
   */
  public BuiltPack write(Path base, Path result, Path file)
      throws IOException, InvalidPackException {
    try (PackFile before = PackFile.open(base.toFile());
        PackFile after = PackFile.open(result.toFile())) {
      PackManifest whole = PackManifest.parse(after.bytes(EntryName.MANIFEST));
      PackManifest manifest = manifest(FormerPack.of(before).version(), whole, after);
      var content = new TreeMap<String, PackEntries.Entry>();
      content.put(EntryName.CHANGES, PackEntries.Entry.of(DeltaChanges.between(before, after)));
      BuiltPack delta = PackFiles.of(manifest, content, signer).write(signer, jobs, file);
      PackEntries.requireAtMost(Files.size(result), delta.size(), EntryName.CHANGES);
      return delta;
    }
  }

  /** What the whole pack says of itself, and what the changes lead from and to. */
  private static PackManifest manifest(PackVersion base, PackManifest whole, PackFile result) {
    PackManifest.Builder builder =
        PackManifest.builder()
            .id(whole.id())
            .place(whole.epoch(), whole.sequence())
            .dates(whole.created(), whole.staleAfter())
            .sizes(whole.files(), whole.bytes())
            .delta(base, result.sums().identity());
    whole.titles().forEach(builder::language);
    return builder.build();
  }
}
