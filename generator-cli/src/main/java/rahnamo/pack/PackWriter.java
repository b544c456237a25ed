package rahnamo.pack;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import rahnamo.pack.format.Digest;
import rahnamo.pack.format.EntryName;
import rahnamo.pack.format.PackDate;
import rahnamo.pack.format.PackLimits;
import rahnamo.pack.format.PackManifest;
import rahnamo.pack.format.Sha256Sums;
import rahnamo.render.Workers;

/**
 * Writes packs: the files of a site, what the pack says of itself, and what proves where it comes
 * from. The same site, request and former pack give the same bytes everywhere.
 */
public final class PackWriter {

  private final Workers workers;
  private final int jobs;

  /**
   * @param jobs how many threads compress
   */
  public PackWriter(Workers workers, int jobs) {
    this.workers = workers;
    this.jobs = jobs;
  }

  /**
   * Writes a pack into a file, which is replaced.
   *
   * @param site where each file of the site lies, by its path
   * @param former the pack of the same series that readers have now
   * @throws PackTooLargeException if readers would refuse the pack
   */
  public BuiltPack write(
      PackRequest request, Map<String, Path> site, Optional<FormerPack> former, Path file)
      throws IOException {
    SortedMap<String, PackEntries.Entry> entries =
        new PackEntries(workers).of(request.selection(), site);
    Numbered numbered = number(request, entries, former);
    Sha256Sums sums = numbered.sums();
    SortedMap<String, PackContent> contents = new TreeMap<>();
    numbered.entries().forEach((name, entry) -> contents.put(name, entry.content()));
    contents.put(EntryName.SUMS, PackContent.of(sums.toBytes()));
    if (request.signer().isPresent()) {
      byte[] signature = request.signer().get().key().sign(sums.toBytes());
      contents.put(EntryName.SIGNATURE, PackContent.of(signature));
    }
    requireWithinLimits(contents);
    Digest digest = archive(contents, file);
    long size = Files.size(file);
    PackEntries.requireAtMost(PackLimits.MAX_PACK_SIZE, size, "pack-limit.file");
    boolean isSigned = request.signer().isPresent();
    return new BuiltPack(numbered.manifest(), sums.identity(), digest, size, isSigned);
  }

  /** All files that are listed in the sums, and the manifest among them. */
  private record Numbered(
      PackManifest manifest, SortedMap<String, PackEntries.Entry> entries, Sha256Sums sums) {}

  /**
   * Finds the pack's number: as asked for; else that of the former pack if nothing at all differs;
   * else a higher one, and at least the number of days since 2020-01-01, so that a publisher whose
   * former packs are lost is not taken for an older one.
   */
  private static Numbered number(
      PackRequest request,
      SortedMap<String, PackEntries.Entry> entries,
      Optional<FormerPack> former) {
    if (request.sequence().isPresent()) {
      return numbered(request, entries, request.sequence().get());
    }
    if (former.isPresent()) {
      Numbered same = numbered(request, entries, former.get().version().sequence());
      if (same.sums().identity().equals(former.get().version().identity())) {
        return same;
      }
    }
    long next = former.map(pack -> pack.version().sequence() + 1).orElse(0L);
    return numbered(request, entries, Math.max(next, request.daysSinceFirst()));
  }

  private static Numbered numbered(
      PackRequest request, SortedMap<String, PackEntries.Entry> site, long sequence) {
    PackManifest manifest = manifest(request, site, sequence);
    SortedMap<String, PackEntries.Entry> entries = new TreeMap<>(site);
    entries.put(EntryName.MANIFEST, PackEntries.Entry.of(manifest.toBytes()));
    request
        .signer()
        .ifPresent(
            signer ->
                signer
                    .history()
                    .files()
                    .forEach((name, bytes) -> entries.put(name, PackEntries.Entry.of(bytes))));
    SortedMap<String, Digest> digests = new TreeMap<>();
    entries.forEach((name, entry) -> digests.put(name, entry.digest()));
    return new Numbered(manifest, entries, Sha256Sums.of(digests));
  }

  private static PackManifest manifest(
      PackRequest request, SortedMap<String, PackEntries.Entry> site, long sequence) {
    long bytes = site.values().stream().mapToLong(entry -> entry.content().size()).sum();
    PackManifest.Builder builder =
        PackManifest.builder()
            .id(request.selection().id())
            .place(request.signer().map(PackSigner::epoch).orElse(0L), sequence)
            .dates(
                PackDate.parse(request.created().toString()),
                PackDate.parse(request.staleAfter().toString()))
            .sizes(site.size(), bytes);
    request.titles().forEach(builder::language);
    return builder.build();
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

  private Digest archive(SortedMap<String, PackContent> contents, Path file) throws IOException {
    MessageDigest sha256 = sha256();
    try (OutputStream out =
        new DigestOutputStream(
            new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), sha256)) {
      new ArchiveWriter(jobs).write(contents, out);
    }
    return Digest.parse(HexFormat.of().formatHex(sha256.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
