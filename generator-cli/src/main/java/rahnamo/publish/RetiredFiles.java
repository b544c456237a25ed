package rahnamo.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of the files of the last publication that are no longer part of the site.
 *
 * @param toDelete those that are still as we wrote them
 * @param kept those that somebody has changed since, sorted
 */
record RetiredFiles(Manifest toDelete, List<String> kept) {

  static RetiredFiles find(OutputLayout layout, Manifest published, ProducedFiles produced)
      throws IOException {
    var folders = new OutputFolders(layout);
    var toDelete = new HashMap<String, Fingerprint>();
    var kept = new ArrayList<String>();
    for (Map.Entry<String, Fingerprint> old : published.files().entrySet()) {
      String path = old.getKey();
      if (produced.contains(path) || !stands(layout, folders, path)) {
        continue;
      }
      if (!old.getValue().isHeldBy(layout.file(path))) {
        kept.add(path);
      } else if (!isProducedUnderOtherCase(layout, produced, path)) {
        toDelete.put(path, old.getValue());
      }
    }
    return new RetiredFiles(new Manifest(toDelete), List.copyOf(kept));
  }

  private static boolean stands(OutputLayout layout, OutputFolders folders, String path)
      throws IOException {
    return folders.standing(OutputPath.folder(path)) == OutputFolders.Standing.REAL
        && OutputLayout.attributes(layout.file(path)).isPresent();
  }

  /** On a system that ignores case, deleting the old spelling would delete the new file. */
  private static boolean isProducedUnderOtherCase(
      OutputLayout layout, ProducedFiles produced, String path) throws IOException {
    Optional<Path> twin = produced.spelling(path).map(layout::file);
    return twin.isPresent()
        && Files.exists(twin.get())
        && Files.isSameFile(twin.get(), layout.file(path));
  }
}
