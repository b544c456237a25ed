package rahnamo.publish;

import java.io.IOException;
import java.nio.file.Path;

/**
 * All the ways in which a publication changes the disk.
 *
 * <p>Each is one step that a kill can precede or follow; only the writes can be cut in the middle,
 * and they never touch a file of the site. Safe for use by many threads.
 */
interface FileOperations {

  /** Creates a folder in an existing one, unless it is there. */
  void createFolder(Path folder) throws IOException;

  /** Creates a file. */
  void write(Path file, byte[] bytes, int length) throws IOException;

  /** Creates a file and waits until its content would survive a power loss. */
  void writeDurably(Path file, byte[] bytes) throws IOException;

  /** Creates a file with the content of another and gives the fingerprint of what was copied. */
  Fingerprint copy(Path source, Path file) throws IOException;

  /** Moves a file, replacing what has the new name, or a folder to a name that is free. */
  void move(Path from, Path to) throws IOException;

  /** Deletes a file, a link itself or an empty folder. */
  void delete(Path path) throws IOException;

  /** Waits until the names in a folder would survive a power loss, where the system can do that. */
  void makeDurable(Path folder) throws IOException;
}
