package rahnamo.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds, among files that were added before, the one that shares most with another file. For one
 * thread.
 *
 * <p>Of each file the {@link #SKETCH} smallest different hashes of its pieces are kept; files that
 * share many of them share many pieces.
 */
final class SimilarFiles {

  private static final int PIECE = 16;
  private static final int SKETCH = 64;
  private static final long FACTOR = 0x100000001b3L;

  private final Map<Long, List<String>> filesByHash = new HashMap<>();

  void add(String name, byte[] file) {
    for (long hash : sketch(file)) {
      filesByHash.computeIfAbsent(hash, any -> new ArrayList<>(1)).add(name);
    }
  }

  /** The most similar file; of several, the first by its name. */
  Optional<String> nearestTo(byte[] file) {
    var shared = new HashMap<String, Integer>();
    for (long hash : sketch(file)) {
      for (String name : filesByHash.getOrDefault(hash, List.of())) {
        shared.merge(name, 1, Integer::sum);
      }
    }
    return shared.entrySet().stream()
        .min(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  private static Iterable<Long> sketch(byte[] file) {
    long leaving = 1;
    for (int i = 0; i < PIECE; i++) {
      leaving *= FACTOR;
    }
    var smallest = new TreeSet<Long>();
    long rolling = 0;
    for (int i = 0; i < file.length; i++) {
      rolling = rolling * FACTOR + file[i];
      if (i >= PIECE) {
        rolling -= file[i - PIECE] * leaving;
      }
      if (i >= PIECE - 1) {
        long hash = mixed(rolling);
        if (smallest.size() < SKETCH) {
          smallest.add(hash);
        } else if (hash < smallest.last() && smallest.add(hash)) {
          smallest.pollLast();
        }
      }
    }
    return smallest;
  }

  /** So that each byte of a piece changes each bit of its hash. */
  private static long mixed(long rolling) {
    long mixed = (rolling ^ rolling >>> 32) * 0x9e3779b97f4a7c15L;
    return mixed ^ mixed >>> 29;
  }
}
