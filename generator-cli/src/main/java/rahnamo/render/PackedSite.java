package rahnamo.render;

import java.io.IOException;
import java.util.SortedSet;

/** The files of a site as a pack holds them. Safe for use by many threads. */
public interface PackedSite {

  /** Their paths in the site. */
  SortedSet<String> paths();

  /** The bytes of a file. */
  byte[] read(String path) throws IOException;
}
