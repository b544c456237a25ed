package rahnamo.publish;

import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What stands in the output where the site has folders; each is looked at once and then remembered.
 *
 * <p>Folders of the site are real ones only: through a link we could write or delete outside the
 * output. Safe for use by many threads.
 */
final class OutputFolders {

  /** What stands where a folder of the site belongs. */
  enum Standing {
    /** Nothing, so nothing below it either. */
    ABSENT,
    REAL,
    /** A file, a link, or a folder below one of these. */
    BLOCKED
  }

  private final OutputLayout layout;
  private final Map<String, Standing> known = new ConcurrentHashMap<>();

  OutputFolders(OutputLayout layout) {
    this.layout = layout;
    known.put("", Standing.REAL);
  }

  Standing standing(String folder) throws IOException {
    Standing standing = known.get(folder);
    if (standing == null) {
      Standing above = standing(OutputPath.folder(folder));
      standing = above == Standing.REAL ? look(folder) : above;
      known.put(folder, standing);
    }
    return standing;
  }

  /** The nearest folder, from the given one upwards, that is real. */
  String nearestReal(String folder) throws IOException {
    String nearest = folder;
    while (standing(nearest) != Standing.REAL) {
      nearest = OutputPath.folder(nearest);
    }
    return nearest;
  }

  /** The file or link that stands where a blocked folder, or one above it, belongs. */
  String obstacle(String blocked) throws IOException {
    String obstacle = blocked;
    while (standing(OutputPath.folder(obstacle)) != Standing.REAL) {
      obstacle = OutputPath.folder(obstacle);
    }
    return obstacle;
  }

  private Standing look(String folder) throws IOException {
    Optional<BasicFileAttributes> found = OutputLayout.attributes(layout.file(folder));
    if (found.isEmpty()) {
      return Standing.ABSENT;
    }
    return found.get().isDirectory() ? Standing.REAL : Standing.BLOCKED;
  }
}
