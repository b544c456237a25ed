package rahnamo.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Carries out a journal: what it retires is deleted, what is staged moves into place.
 *
 * <p>It may be stopped anywhere and started again: what was done is found done. Deleting comes
 * first, so that a folder can take the place of a file and the reverse.
 */
final class RollForward {

  private final OutputLayout layout;
  private final FileOperations operations;

  RollForward(OutputLayout layout, FileOperations operations) {
    this.layout = layout;
    this.operations = operations;
  }

  void run(Journal journal) throws IOException {
    deleteFiles(journal.retired());
    deleteEmptiedFolders(journal.retired());
    if (Files.exists(layout.nextManifest(), LinkOption.NOFOLLOW_LINKS)) {
      if (Files.exists(layout.stage(), LinkOption.NOFOLLOW_LINKS)) {
        install(layout.stage(), layout.root());
      }
      operations.move(layout.nextManifest(), layout.manifest());
    }
    operations.makeDurable(layout.state());
    operations.delete(layout.journal());
    discard();
  }

  /** Removes all traces of a publication that was not decided. */
  void discard() throws IOException {
    deleteIfPresent(layout.journal());
    deleteIfPresent(layout.nextJournal());
    deleteIfPresent(layout.nextManifest());
    deleteTree(layout.stage());
  }

  private void deleteFiles(Manifest retired) throws IOException {
    var folders = new OutputFolders(layout);
    for (Map.Entry<String, Fingerprint> file : retired.files().entrySet()) {
      Path place = layout.file(file.getKey());
      // Looked at again: after a kill, days may have passed since the journal was written.
      if (isReal(folders, OutputPath.folder(file.getKey())) && file.getValue().isHeldBy(place)) {
        operations.delete(place);
      }
    }
  }

  private void deleteEmptiedFolders(Manifest retired) throws IOException {
    var folders = new OutputFolders(layout);
    var emptied = new TreeSet<String>(Comparator.reverseOrder());
    for (String path : retired.files().keySet()) {
      String folder = OutputPath.folder(path);
      while (!folder.isEmpty() && emptied.add(folder)) {
        folder = OutputPath.folder(folder);
      }
    }
    // In reverse order a folder comes after all folders in it.
    for (String folder : emptied) {
      if (isReal(folders, folder)) {
        deleteFolderIfEmpty(layout.file(folder));
      }
    }
  }

  private static boolean isReal(OutputFolders folders, String folder) throws IOException {
    return folders.standing(folder) == OutputFolders.Standing.REAL;
  }

  private void deleteFolderIfEmpty(Path folder) throws IOException {
    try {
      operations.delete(folder);
    } catch (DirectoryNotEmptyException | NoSuchFileException e) {
      // It holds other files, of the site or of somebody else, or it went before a kill.
    }
  }

  /** Moves all that is staged in a folder; a folder that is new in the output moves in one step. */
  private void install(Path staged, Path place) throws IOException {
    for (Path from : children(staged)) {
      Path to = place.resolve(from.getFileName());
      boolean isFolder = Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS);
      boolean ontoFolder = Files.isDirectory(to, LinkOption.NOFOLLOW_LINKS);
      if (isFolder && ontoFolder) {
        install(from, to);
        continue;
      }
      if (ontoFolder) {
        deleteEmptyTree(to);
      }
      operations.move(from, to);
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }

  private void deleteIfPresent(Path file) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      operations.delete(file);
    }
  }

  private void deleteTree(Path folder) throws IOException {
    for (Path path : deepestFirst(folder)) {
      operations.delete(path);
    }
  }

  /** Deletes folders only, and fails if there is a file among them. */
  private void deleteEmptyTree(Path folder) throws IOException {
    for (Path path : deepestFirst(folder)) {
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        operations.delete(path);
      }
    }
  }

  private static List<Path> deepestFirst(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
