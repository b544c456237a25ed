package rahnamo.pack;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import rahnamo.pack.format.Digest;
import rahnamo.pack.format.EntryName;
import rahnamo.pack.format.PackLimits;
import rahnamo.pack.format.PackManifest;
import rahnamo.pack.format.Sha256Sums;

/**
 * All files of a pack that its sums list, and the sums. Immutable.
 *
 * @param manifest what the pack says of itself
 * @param entries the files by their names, the manifest and the documents of trust among them
 * @param sums their digests
 */
record PackFiles(
    PackManifest manifest, SortedMap<String, PackEntries.Entry> entries, Sha256Sums sums) {

  /** The files of a pack that has some content of its own. */
  static PackFiles of(
      PackManifest manifest,
      SortedMap<String, PackEntries.Entry> content,
      Optional<PackSigner> signer) {
    SortedMap<String, PackEntries.Entry> entries = new TreeMap<>(content);
    entries.put(EntryName.MANIFEST, PackEntries.Entry.of(manifest.toBytes()));
    if (signer.isPresent()) {
      signer
          .get()
          .history()
          .files()
          .forEach((name, bytes) -> entries.put(name, PackEntries.Entry.of(bytes)));
    }
    SortedMap<String, Digest> digests = new TreeMap<>();
    entries.forEach((name, entry) -> digests.put(name, entry.digest()));
    return new PackFiles(manifest, entries, Sha256Sums.of(digests));
  }

  /**
   * Writes the pack into a file, which is replaced.
   *
   * @param jobs how many threads compress
   * @throws PackTooLargeException if readers would refuse the pack
   */
  BuiltPack write(Optional<PackSigner> signer, int jobs, Path file) throws IOException {
    SortedMap<String, PackContent> contents = new TreeMap<>();
    entries.forEach((name, entry) -> contents.put(name, entry.content()));
    contents.put(EntryName.SUMS, PackContent.of(sums.toBytes()));
    if (signer.isPresent()) {
      byte[] signature = signer.get().key().sign(sums.toBytes());
      contents.put(EntryName.SIGNATURE, PackContent.of(signature));
    }
    requireWithinLimits(contents);
    MessageDigest sha256 = Digest.sha256();
    SortedMap<String, Long> sizes = archive(contents, jobs, file, sha256);
    long size = Files.size(file);
    PackEntries.requireAtMost(PackLimits.MAX_PACK_SIZE, size, "pack-limit.file");
    PackSizes parts = PackSizes.of(sizes, manifest.languages(), size);
    return new BuiltPack(
        manifest, sums.identity(), Digest.finish(sha256), size, parts, signer.isPresent());
  }

  private static void requireWithinLimits(SortedMap<String, PackContent> contents)
      throws PackTooLargeException {
    PackEntries.requireAtMost(PackLimits.MAX_ENTRIES, contents.size(), "pack-limit.files");
    long total = 0;
    for (Map.Entry<String, PackContent> entry : contents.entrySet()) {
      PackEntries.requireAtMost(PackLimits.MAX_ENTRY_SIZE, entry.getValue().size(), entry.getKey());
      total += entry.getValue().size();
    }
    PackEntries.requireAtMost(PackLimits.MAX_TOTAL_SIZE, total, "pack-limit.total");
  }

  private static SortedMap<String, Long> archive(
      SortedMap<String, PackContent> contents, int jobs, Path file, MessageDigest sha256)
      throws IOException {
    try (OutputStream out =
        new DigestOutputStream(
            new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), sha256)) {
      return new ArchiveWriter(jobs).write(contents, out);
    }
  }
}
