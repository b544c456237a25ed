package rahnamo.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import rahnamo.pack.format.PackDate;
import rahnamo.pack.format.PackManifest;
import rahnamo.render.Workers;

/**
 * Writes packs: the files of a site, what the pack says of itself, and what proves where it comes
 * from. The same site, request and former pack give the same bytes everywhere.
 */
public final class PackWriter {

  private final Workers workers;
  private final int jobs;
  private final CompressedFiles compressed = new CompressedFiles();

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
        new PackEntries(workers, compressed).of(request.selection(), site);
    return numbered(request, entries, former).write(request.signer(), jobs, file);
  }

  /**
   * Finds the pack's number: as asked for; else that of the former pack if nothing at all differs;
   * else a higher one, and at least the number of days since 2020-01-01, so that a publisher whose
   * former packs are lost is not taken for an older one.
   */
  private static PackFiles numbered(
      PackRequest request,
      SortedMap<String, PackEntries.Entry> entries,
      Optional<FormerPack> former) {
    if (request.sequence().isPresent()) {
      return numbered(request, entries, request.sequence().get());
    }
    if (former.isPresent()) {
      PackFiles same = numbered(request, entries, former.get().version().sequence());
      if (same.sums().identity().equals(former.get().version().identity())) {
        return same;
      }
    }
    long next = former.map(pack -> pack.version().sequence() + 1).orElse(0L);
    return numbered(request, entries, Math.max(next, request.daysSinceFirst()));
  }

  private static PackFiles numbered(
      PackRequest request, SortedMap<String, PackEntries.Entry> site, long sequence) {
    return PackFiles.of(manifest(request, site, sequence), site, request.signer());
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
}
