package rahnamo.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Term;

/**
 * The last look before anything in the site is touched: may every staged file go where it belongs?
 *
 * <p>Nobody else should write to the output between this look and the moves that follow at once.
 */
final class PublishCheck {

  private final OutputLayout layout;
  private final OutputFolders folders;
  private final Manifest published;
  private final Manifest toDelete;
  private final TreeSet<String> foreign = new TreeSet<>();

  PublishCheck(OutputLayout layout, Manifest published, Manifest toDelete) {
    this.layout = layout;
    this.folders = new OutputFolders(layout);
    this.published = published;
    this.toDelete = toDelete;
  }

  /**
   * Looks at the places of the staged files.
   *
   * @throws OutputException if files that are not ours are in the way, or a folder is not writable
   */
  void run(Collection<String> staged) throws IOException {
    var changing = new TreeSet<String>();
    for (String path : staged) {
      lookAt(path);
      changing.add(folders.nearestReal(OutputPath.folder(path)));
    }
    for (String path : toDelete.files().keySet()) {
      changing.add(folders.nearestReal(OutputPath.folder(path)));
    }
    if (!foreign.isEmpty()) {
      throw new OutputException(DiagnosticCode.FOREIGN_FILE, List.copyOf(foreign), List.of());
    }
    requireWritable(changing);
  }

  private void requireWritable(Collection<String> changing) throws IOException {
    Object device = device("");
    for (String folder : changing) {
      if (!Files.isWritable(layout.file(folder))) {
        throw notWritable(folder, SystemError.ACCESS_DENIED);
      }
      if (!device(folder).equals(device)) {
        throw notWritable(folder, Term.of("file.other-disk"));
      }
    }
  }

  /** Files can be moved between folders with the same device only. */
  private Object device(String folder) throws IOException {
    Path path = layout.file(folder);
    boolean isKnown = path.getFileSystem().supportedFileAttributeViews().contains("unix");
    return isKnown ? Files.getAttribute(path, "unix:dev", LinkOption.NOFOLLOW_LINKS) : "";
  }

  private static OutputException notWritable(String folder, String reason) {
    List<String> paths = folder.isEmpty() ? List.of() : List.of(folder);
    return new OutputException(DiagnosticCode.OUTPUT_NOT_WRITABLE, paths, List.of(reason));
  }

  private void lookAt(String path) throws IOException {
    String folder = OutputPath.folder(path);
    switch (folders.standing(folder)) {
      case ABSENT -> {}
      case REAL -> lookAtFile(path);
      case BLOCKED -> lookAtObstacle(folders.obstacle(folder));
    }
  }

  private void lookAtFile(String path) throws IOException {
    Optional<BasicFileAttributes> found = OutputLayout.attributes(layout.file(path));
    if (found.isEmpty()) {
      return;
    }
    boolean mayGo = found.get().isDirectory() ? willBeEmpty(path) : published.contains(path);
    if (!mayGo) {
      foreign.add(path);
    }
  }

  private void lookAtObstacle(String obstacle) {
    if (!toDelete.contains(obstacle)) {
      foreign.add(obstacle);
    }
  }

  private boolean willBeEmpty(String folder) throws IOException {
    for (String path : OutputPath.filesIn(layout.file(folder))) {
      if (!toDelete.contains(folder + "/" + path)) {
        return false;
      }
    }
    return true;
  }
}
