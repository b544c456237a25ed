package rahnamo.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finishes what a killed publication left: a decided one is carried out to its end, anything else
 * is thrown away.
 */
final class Recovery {

  private final OutputLayout layout;
  private final FileOperations operations;

  Recovery(OutputLayout layout, FileOperations operations) {
    this.layout = layout;
    this.operations = operations;
  }

  /**
   * Leaves the old or the new site, whole.
   *
   * @return whether a publication was completed
   * @throws OutputException if since the kill somebody put files where new pages must go
   */
  boolean run() throws IOException {
    var rollForward = new RollForward(layout, operations);
    Optional<Journal> journal = Journal.read(layout.journal());
    Optional<Manifest> next = Manifest.read(layout.nextManifest());
    // Without a next manifest all was moved; with a broken one the disk lost what was forced to it.
    boolean isMoved = !Files.exists(layout.nextManifest(), LinkOption.NOFOLLOW_LINKS);
    if (journal.isEmpty() || (next.isEmpty() && !isMoved)) {
      rollForward.discard();
      return false;
    }
    if (next.isPresent()) {
      List<String> staged = dropDamaged(next.get());
      Manifest published = Manifest.read(layout.manifest()).orElse(Manifest.empty());
      new PublishCheck(layout, published, journal.get().retired()).run(staged);
    }
    rollForward.run(journal.get());
    return true;
  }

  /**
   * Removes staged files that are not what the manifest says, and names the others.
   *
   * <p>After a kill there are none. But staged files are not forced to the disk, so a power loss
   * can damage them, and then the old page is better than half a new one until the next build.
   */
  private List<String> dropDamaged(Manifest next) throws IOException {
    var whole = new ArrayList<String>();
    if (!Files.exists(layout.stage(), LinkOption.NOFOLLOW_LINKS)) {
      return whole;
    }
    for (String path : OutputPath.filesIn(layout.stage())) {
      Path file = layout.stage().resolve(path);
      Optional<Fingerprint> expected = next.find(path);
      if (expected.isPresent() && expected.get().isHeldBy(file)) {
        whole.add(path);
      } else {
        operations.delete(file);
      }
    }
    return whole;
  }
}
