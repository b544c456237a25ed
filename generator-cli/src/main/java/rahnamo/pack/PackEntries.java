package rahnamo.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import rahnamo.pack.format.Digest;
import rahnamo.pack.format.PackLimits;
import rahnamo.render.Workers;

/** Finds the files of a site that a pack holds, and measures them as it holds them. */
final class PackEntries {

  private final Workers workers;
  private final CompressedFiles compressed;

  PackEntries(Workers workers, CompressedFiles compressed) {
    this.workers = workers;
    this.compressed = compressed;
  }

  /**
   * A file of a pack.
   *
   * @param digest of its bytes
   * @param content its bytes
   */
  record Entry(Digest digest, PackContent content) {

    static Entry of(byte[] bytes) {
      return new Entry(Digest.of(bytes), PackContent.of(bytes));
    }
  }

  /**
   * The files by their names.
   *
   * @param site where each file of the site lies, by its path
   * @throws PackTooLargeException if a pack cannot hold so many or so large files
   */
  SortedMap<String, Entry> of(PackSelection selection, Map<String, Path> site) throws IOException {
    var entries = new ConcurrentSkipListMap<String, Entry>();
    List<Workers.Task> tasks = new ArrayList<>();
    sources(selection, site)
        .forEach((path, source) -> tasks.add(() -> entries.put(path, measured(source))));
    workers.run(tasks);
    return entries;
  }

  private SortedMap<String, FileSource> sources(PackSelection selection, Map<String, Path> site)
      throws IOException {
    Map<String, Path> taken = taken(selection, site);
    var links = new PackLinks(site.keySet(), taken.keySet(), selection.languages().get(0));
    var sources = new TreeMap<String, FileSource>();
    for (Map.Entry<String, Path> file : taken.entrySet()) {
      String path = file.getKey();
      requireAtMost(PackLimits.MAX_ENTRY_SIZE, Files.size(file.getValue()), path);
      sources.put(
          path,
          path.endsWith(".html")
              ? () -> links.inPack(path, Files.readAllBytes(file.getValue()))
              : () -> Files.readAllBytes(file.getValue()));
    }
    PackTexts.join(sources);
    // Before all of them are read and compressed for nothing.
    requireAtMost(PackLimits.MAX_ENTRIES, sources.size(), "pack-limit.files");
    return sources;
  }

  private Map<String, Path> taken(PackSelection selection, Map<String, Path> site)
      throws IOException {
    Map<String, Path> taken = selection.takenFrom(site);
    if (!selection.isWhole()) {
      Set<String> shown = shownMedia(taken);
      taken.keySet().removeIf(path -> path.startsWith("media/") && !shown.contains(path));
    }
    return taken;
  }

  private Set<String> shownMedia(Map<String, Path> taken) throws IOException {
    Set<String> shown = ConcurrentHashMap.newKeySet();
    List<Workers.Task> tasks = new ArrayList<>();
    for (Map.Entry<String, Path> file : taken.entrySet()) {
      if (file.getKey().endsWith(".html")) {
        tasks.add(
            () ->
                PackLinks.collectMedia(file.getKey(), Files.readAllBytes(file.getValue()), shown));
      }
    }
    workers.run(tasks);
    return new TreeSet<>(shown);
  }

  /** Reads a file once for all that is to be known of it. */
  private Entry measured(FileSource source) throws IOException {
    byte[] bytes = source.read();
    int size = bytes.length;
    var digest = Digest.of(bytes);
    compressed.add(digest, bytes);
    return new Entry(
        digest,
        new PackContent() {
          @Override
          public int size() {
            return size;
          }

          @Override
          public byte[] read() throws IOException {
            return source.read();
          }

          @Override
          public CompressedFile compressed(String name) throws IOException {
            CompressedFile kept = compressed.find(digest);
            return kept == null ? PackContent.super.compressed(name) : kept;
          }
        });
  }

  /** Readers refuse what is larger. */
  static void requireAtMost(long allowed, long found, String limit) throws PackTooLargeException {
    if (found > allowed) {
      throw new PackTooLargeException(limit, found, allowed);
    }
  }
}
