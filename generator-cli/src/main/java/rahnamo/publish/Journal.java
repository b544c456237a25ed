package rahnamo.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The decision to publish: from the moment it stands in its place, the new site counts.
 *
 * <p>What is new lies in the stage and in the next manifest; the journal names what must go.
 *
 * @param retired files of the last publication to delete if they are still as we wrote them
 */
record Journal(Manifest retired) {

  private static final String TITLE = "rahnamo-journal 1";

  /** The journal in a file; empty if there is none or it is not whole. */
  static Optional<Journal> read(Path file) throws IOException {
    return SealedText.read(TITLE, file).flatMap(Manifest::parse).map(Journal::new);
  }

  byte[] bytes() {
    return SealedText.seal(TITLE, retired.lines());
  }
}
