package rahnamo.pack.format;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The changes from one pack to another, found in the simplest way. */
final class TestDelta {

  private TestDelta() {}

  /** The delta pack of a publisher that leads from one pack to the other. */
  static TestPack pack(TestPublisher publisher, TestPack base, TestPack result) throws Exception {
    return TestPack.signedBy(publisher)
        .without("index.html")
        .sequence(result.version().sequence())
        .with(EntryName.CHANGES, changes(base.files(), result.files()))
        .delta(base.version(), result.identity());
  }

  static byte[] changes(SortedMap<String, byte[]> base, SortedMap<String, byte[]> result)
      throws Exception {
    var out = new ByteArrayOutputStream();
    var writer = new DeltaWriter(out);
    var names = new TreeSet<>(result.keySet());
    record(writer, EntryName.SUMS, base, withoutMade(base, result));
    if (names.contains(EntryName.SIGNATURE)) {
      record(writer, EntryName.SIGNATURE, base, result);
    }
    names.remove(EntryName.SUMS);
    names.remove(EntryName.SIGNATURE);
    for (String name : names) {
      if (!isSomewhere(content(result, name), base)) {
        record(writer, name, base, result);
      }
    }
    writer.finish();
    return out.toByteArray();
  }

  /** The result whose sums leave the digests open of files that have records. */
  private static SortedMap<String, byte[]> withoutMade(
      SortedMap<String, byte[]> base, SortedMap<String, byte[]> result) throws Exception {
    var sums = Sha256Sums.parse(content(result, EntryName.SUMS));
    var digests = new TreeMap<String, Digest>();
    for (String name : sums.names()) {
      boolean isCopied = isSomewhere(content(result, name), base);
      digests.put(name, isCopied ? sums.digestOf(name) : DeltaWriter.MADE);
    }
    var files = new TreeMap<>(result);
    files.put(EntryName.SUMS, Sha256Sums.of(digests).toBytes());
    return files;
  }

  private static boolean isSomewhere(byte[] content, Map<String, byte[]> base) {
    return base.values().stream().anyMatch(file -> Arrays.equals(file, content));
  }

  /** Copies what both begin and end with, and inserts what is between. */
  private static void record(
      DeltaWriter writer,
      String name,
      SortedMap<String, byte[]> base,
      SortedMap<String, byte[]> result)
      throws Exception {
    byte[] after = content(result, name);
    boolean hasSource = base.containsKey(name) && !name.equals(EntryName.SIGNATURE);
    byte[] before = hasSource ? content(base, name) : new byte[0];
    writer.file(name, hasSource ? name : "", after.length);
    int head = Math.max(0, Arrays.mismatch(before, after));
    int shorter = Math.min(before.length, after.length);
    int tail = 0;
    while (head + tail < shorter
        && before[before.length - 1 - tail] == after[after.length - 1 - tail]) {
      tail++;
    }
    if (head > 0) {
      writer.copy(0, head);
    }
    if (after.length > head + tail) {
      writer.insert(after, head, after.length - head - tail);
    }
    if (tail > 0) {
      writer.copy(before.length - tail, tail);
    }
  }

  private static byte[] content(Map<String, byte[]> files, String name) {
    return Objects.requireNonNull(files.get(name), name);
  }
}
