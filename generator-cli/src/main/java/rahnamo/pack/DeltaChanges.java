package rahnamo.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import rahnamo.pack.format.DeltaWriter;
import rahnamo.pack.format.Digest;
import rahnamo.pack.format.EntryName;
import rahnamo.pack.format.InvalidPackException;
import rahnamo.pack.format.PackFile;
import rahnamo.pack.format.PackLimits;
import rahnamo.pack.format.Sha256Sums;

/** Finds what differs between two packs, as the file {@code delta/changes} says it. */
final class DeltaChanges {

  private final PackFile base;
  private final PackFile result;
  private final Set<Digest> baseDigests = new HashSet<>();
  private final Map<String, SimilarFiles> candidates = new HashMap<>();

  private DeltaChanges(PackFile base, PackFile result) {
    this.base = base;
    this.result = result;
    base.names().forEach(name -> baseDigests.add(base.sums().digestOf(name)));
  }

  /**
   * The changes.
   *
   * @throws PackTooLargeException if there are so many that a whole pack serves better
   */
  static byte[] between(PackFile base, PackFile result) throws IOException, InvalidPackException {
    return new DeltaChanges(base, result).bytes();
  }

  private byte[] bytes() throws IOException, InvalidPackException {
    var bytes = new ByteArrayOutputStream();
    var out = new DeltaWriter(bytes);
    SortedMap<String, Digest> digests = new TreeMap<>();
    for (String name : result.names()) {
      Digest digest = result.sums().digestOf(name);
      digests.put(name, baseDigests.contains(digest) ? digest : DeltaWriter.MADE);
    }
    write(EntryName.SUMS, EntryName.SUMS, Sha256Sums.of(digests).toBytes(), out);
    if (result.contains(EntryName.SIGNATURE)) {
      write(EntryName.SIGNATURE, "", result.bytes(EntryName.SIGNATURE), out);
    }
    for (Map.Entry<String, Digest> file : digests.entrySet()) {
      if (file.getValue().equals(DeltaWriter.MADE)) {
        byte[] content = result.bytes(file.getKey());
        write(file.getKey(), source(file.getKey(), content), content, out);
        requireSmall(bytes.size());
      }
    }
    out.finish();
    requireSmall(bytes.size());
    return bytes.toByteArray();
  }

  private static void requireSmall(int size) throws PackTooLargeException {
    PackEntries.requireAtMost(PackLimits.MAX_ENTRY_SIZE, size, EntryName.CHANGES);
  }

  private void write(String name, String source, byte[] file, DeltaWriter out)
      throws IOException, InvalidPackException {
    out.file(name, source, file.length);
    new ByteMatcher(source.isEmpty() ? new byte[0] : base.bytes(source)).write(file, out);
  }

  /** The file of the base from which most can be copied: its former state, else a similar one. */
  private String source(String name, byte[] content) throws IOException, InvalidPackException {
    if (base.contains(name)) {
      return name;
    }
    String kind = kind(name);
    SimilarFiles similar = candidates.get(kind);
    if (similar == null) {
      similar = filesOfKind(kind);
      candidates.put(kind, similar);
    }
    return similar.nearestTo(content).orElse("");
  }

  /** Files with digests in their names change their names with each edit, but not their folder. */
  private static String kind(String name) {
    return name.substring(0, name.lastIndexOf('/') + 1) + name.substring(name.lastIndexOf('.') + 1);
  }

  private SimilarFiles filesOfKind(String kind) throws IOException, InvalidPackException {
    var files = new SimilarFiles();
    for (String name : base.names()) {
      if (kind(name).equals(kind)) {
        files.add(name, base.bytes(name));
      }
    }
    return files;
  }
}
