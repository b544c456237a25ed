package rahnamo.publish;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import rahnamo.diagnostic.DiagnosticCode;

/**
 * One folder that a site is published to, locked for this program and free of half-done work.
 *
 * <p>A program killed at any moment leaves, as soon as this folder is opened again, the old or the
 * new site, whole. At a power loss the same holds for the decision which of the two it is, but not
 * for the bytes of pages that were just written: they are not forced to the disk. The next
 * publication compares the real bytes of all files and mends what was lost.
 *
 * <p>Links inside the output are never followed. The folder itself may be reached through links.
 * For one thread, but for the adding of files to a {@link Stage}.
 */
public final class OutputFolder implements AutoCloseable {

  private final OutputLayout layout;
  private final FileOperations operations;
  private final OutputLock lock;
  private Optional<Stage> current = Optional.empty();
  private boolean recovered;

  private OutputFolder(OutputLayout layout, FileOperations operations, OutputLock lock) {
    this.layout = layout;
    this.operations = operations;
    this.lock = lock;
  }

  /**
   * Locks a folder, creates it if it is missing, and completes or forgets an interrupted
   * publication.
   *
   * @throws OutputException if it is not a folder that can be written, another program is writing
   *     to it, or files that are not ours keep an interrupted publication from being completed
   */
  public static OutputFolder open(Path output) throws IOException {
    return open(output, new DiskOperations());
  }

  static OutputFolder open(Path output, FileOperations operations) throws IOException {
    var layout = new OutputLayout(createRoot(output));
    OutputLock lock = lock(layout);
    var folder = new OutputFolder(layout, operations, lock);
    boolean opened = false;
    try {
      folder.recover();
      opened = true;
      return folder;
    } finally {
      if (!opened) {
        lock.close();
      }
    }
  }

  /** Whether an interrupted publication was found and completed by this program. */
  public boolean recovered() {
    return recovered;
  }

  /**
   * Begins the next publication.
   *
   * @throws IllegalStateException if the one before was neither published nor discarded
   */
  public Stage stage() throws IOException {
    if (current.isPresent() && !current.get().isClosed()) {
      throw new IllegalStateException("the output has an open stage");
    }
    // A publication that failed on its way is completed before the next begins.
    recover();
    var stage = new Stage(layout, operations);
    current = Optional.of(stage);
    return stage;
  }

  /** Where the files of the last publication are, by their paths; not those somebody deleted. */
  public SortedMap<String, Path> published() throws IOException {
    var files = new TreeMap<String, Path>();
    for (String path : Manifest.read(layout.manifest()).orElse(Manifest.empty()).files().keySet()) {
      Path file = layout.file(path);
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        files.put(path, file);
      }
    }
    return files;
  }

  /** Discards an open stage and gives up the lock. */
  @Override
  public void close() throws IOException {
    try {
      current.ifPresent(Stage::discard);
    } finally {
      lock.close();
    }
  }

  private void recover() throws IOException {
    try {
      recovered |= new Recovery(layout, operations).run();
    } catch (IOException e) {
      throw SystemError.explain(e, layout.root(), "");
    }
  }

  private static Path createRoot(Path output) throws IOException {
    try {
      if (!Files.isDirectory(output)) {
        Files.createDirectories(output);
      }
      return output.toRealPath();
    } catch (IOException e) {
      throw SystemError.explainOpening(e, output.toAbsolutePath());
    }
  }

  private static OutputLock lock(OutputLayout layout) throws IOException {
    try {
      createStateFolder(layout.state());
      return OutputLock.acquire(layout.lock());
    } catch (IOException e) {
      throw SystemError.explainOpening(e, layout.root());
    }
  }

  private static void createStateFolder(Path state) throws IOException {
    try {
      new DiskOperations().createFolder(state);
    } catch (FileAlreadyExistsException e) {
      throw new OutputException(
          DiagnosticCode.FOREIGN_FILE, List.of(OutputLayout.STATE_FOLDER), List.of(), e);
    }
  }
}
