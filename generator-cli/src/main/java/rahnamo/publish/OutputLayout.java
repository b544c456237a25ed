package rahnamo.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Where the publisher keeps what in an output folder.
 *
 * <p>Its own files lie inside the output, so that moving a staged file into place never crosses a
 * border between file systems.
 *
 * @param root the output folder, with no links in its own path
 */
record OutputLayout(Path root) {

  static final String STATE_FOLDER = ".rahnamo";

  Path state() {
    return root.resolve(STATE_FOLDER);
  }

  /** Locked while a program works on this output; stays, because removing locks is a race. */
  Path lock() {
    return state().resolve("lock");
  }

  /** The files that the last publication wrote. */
  Path manifest() {
    return state().resolve("manifest");
  }

  /** The manifest of the publication under way. */
  Path nextManifest() {
    return state().resolve("manifest.next");
  }

  /** There is a journal exactly while a publication is being moved into place. */
  Path journal() {
    return state().resolve("journal");
  }

  Path nextJournal() {
    return state().resolve("journal.next");
  }

  /** New files, in the same folders that they will have in the output. */
  Path stage() {
    return state().resolve("stage");
  }

  /** The place of a file in the output. */
  Path file(String path) {
    return root.resolve(path);
  }

  /** What stands at a path, links not followed; empty if nothing does. */
  static Optional<BasicFileAttributes> attributes(Path path) throws IOException {
    try {
      return Optional.of(
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
