package rahnamo.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import rahnamo.pack.format.EntryName;

/**
 * Writes files as a zip in the profile of packs: sorted names, no times, no folders, no extra
 * fields, no data descriptors.
 *
 * <p>The same files give the same bytes on every system, with any number of threads.
 */
final class ArchiveWriter {

  /** The first day that a zip can name. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** What an entry takes beside its name, which stands there twice, and its data. */
  private static final int HEADERS = 30 + 46;

  private final int jobs;

  /**
   * @param jobs how many threads compress
   */
  ArchiveWriter(int jobs) {
    this.jobs = jobs;
  }

  /**
   * Writes all files and leaves the stream open. It gets what cannot be taken back at once, so the
   * caller writes beside the pack's place and renames.
   *
   * @return how many bytes of the archive each file takes, its headers included
   * @throws IllegalArgumentException if a name is not allowed in packs
   */
  SortedMap<String, Long> write(Map<String, PackContent> files, OutputStream out)
      throws IOException {
    Map<String, PackContent> sorted = new TreeMap<>(files);
    sorted.keySet().forEach(ArchiveWriter::check);
    var sizes = new TreeMap<String, Long>();
    // Not closed: closing would close the caller's stream, and there is nothing else to give back.
    @SuppressWarnings("resource")
    var zip = new ZipArchiveOutputStream(out);
    zip.setUseZip64(Zip64Mode.Never);
    // Names are ASCII, so the flag for UTF-8 would say nothing.
    zip.setUseLanguageEncodingFlag(false);
    try (var compressor = new Compressor(jobs)) {
      compressor.compress(
          sorted.entrySet(),
          (name, file) -> {
            write(name, file, zip);
            sizes.put(name, HEADERS + 2L * name.length() + file.bytes().length);
          });
    }
    zip.finish();
    zip.flush();
    return sizes;
  }

  private static void check(String name) {
    if (!EntryName.isValid(name)) {
      throw new IllegalArgumentException("invalid name in a pack: `" + name + "`");
    }
  }

  private static void write(String name, CompressedFile file, ZipArchiveOutputStream zip)
      throws IOException {
    var entry = new ZipArchiveEntry(name);
    entry.setMethod(file.isDeflated() ? ZipArchiveEntry.DEFLATED : ZipArchiveEntry.STORED);
    entry.setSize(file.size());
    entry.setCompressedSize(file.bytes().length);
    entry.setCrc(file.crc32());
    entry.setTimeLocal(NO_TIME);
    zip.addRawArchiveEntry(entry, new ByteArrayInputStream(file.bytes()));
  }
}
