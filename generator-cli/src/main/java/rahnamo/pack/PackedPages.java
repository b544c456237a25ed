package rahnamo.pack;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import rahnamo.render.PackedSite;

/** The files that a pack would hold, read from the site that it is made of. */
public final class PackedPages implements PackedSite {

  private final TreeMap<String, Path> taken;
  private final PackLinks links;

  /**
   * @param site where each file of the site lies, by its path
   */
  public PackedPages(PackSelection selection, Map<String, Path> site) {
    this.taken = selection.takenFrom(site);
    this.links = new PackLinks(site.keySet(), taken.keySet(), selection.languages().get(0));
  }

  @Override
  public SortedSet<String> paths() {
    return Collections.unmodifiableSortedSet(taken.navigableKeySet());
  }

  @Override
  public byte[] read(String path) throws IOException {
    Path file = taken.get(path);
    if (file == null) {
      throw new FileNotFoundException(path);
    }
    byte[] bytes = Files.readAllBytes(file);
    return path.endsWith(".html") ? links.inPack(path, bytes) : bytes;
  }
}
