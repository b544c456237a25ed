package rahnamo.publish;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The files of the site being published, none in the way of another. For use by many threads. */
final class ProducedFiles {

  private final Map<String, ProducedFile> files = new ConcurrentHashMap<>();
  private final Set<String> folders = ConcurrentHashMap.newKeySet();

  /**
   * Takes a file into the site.
   *
   * @throws IllegalArgumentException if its path is taken, differs from a taken one in case only,
   *     or is that of a folder; the caller should have seen to that
   */
  void add(String path, Fingerprint fingerprint) {
    String key = OutputPath.folded(path);
    ProducedFile other = files.putIfAbsent(key, new ProducedFile(path, fingerprint));
    if (other != null) {
      throw new IllegalArgumentException(
          "two files of the site at one path: `" + path + "` and `" + other.path() + "`");
    }
    // First the file, then its folders, and each looks for the other: with two threads at it, at
    // least one sees the conflict.
    boolean isFolder = folders.contains(key);
    for (String folder = OutputPath.folder(key);
        !folder.isEmpty() && folders.add(folder);
        folder = OutputPath.folder(folder)) {
      isFolder |= files.containsKey(folder);
    }
    if (isFolder) {
      throw new IllegalArgumentException("file and folder of the site at one path: `" + path + "`");
    }
  }

  boolean contains(String path) {
    return spelling(path).filter(path::equals).isPresent();
  }

  /** The file of the site that has this path on a system which ignores case. */
  Optional<String> spelling(String path) {
    return Optional.ofNullable(files.get(OutputPath.folded(path))).map(ProducedFile::path);
  }

  int size() {
    return files.size();
  }

  Manifest manifest() {
    Collection<ProducedFile> all = files.values();
    return new Manifest(
        all.stream().collect(Collectors.toMap(ProducedFile::path, ProducedFile::fingerprint)));
  }

  private record ProducedFile(String path, Fingerprint fingerprint) {}
}
