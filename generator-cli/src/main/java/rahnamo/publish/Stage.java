package rahnamo.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The next state of an output folder, collected file by file and then put in place at once.
 *
 * <p>Files that already stand in the output with the same bytes cost a comparison and no writing.
 * Until {@link #publish} the site in the output stays as it is. Files may be added by many threads
 * at once; publishing and discarding come after all of them.
 */
public final class Stage {

  private final OutputLayout layout;
  private final FileOperations operations;
  private final Manifest published;
  private final OutputFolders folders;
  private final ProducedFiles produced = new ProducedFiles();
  private final Set<String> staged = ConcurrentHashMap.newKeySet();
  private final Set<String> stageFolders = ConcurrentHashMap.newKeySet();
  private volatile boolean failed;
  private boolean closed;

  Stage(OutputLayout layout, FileOperations operations) throws IOException {
    this.layout = layout;
    this.operations = operations;
    // A manifest that is not whole proves nothing to be ours, so nothing is replaced on its word.
    this.published = Manifest.read(layout.manifest()).orElse(Manifest.empty());
    this.folders = new OutputFolders(layout);
  }

  /**
   * Adds a file.
   *
   * @param path relative to the output, with {@code /}
   * @throws IllegalArgumentException if the path is unsuitable or taken, also by one that differs
   *     in case only
   * @throws OutputException if the disk is full or the path too long
   */
  public void write(String path, byte[] bytes) throws IOException {
    write(path, bytes, bytes.length);
  }

  /** Adds a file made of the first bytes of an array, which is not kept. */
  public void write(String path, byte[] bytes, int length) throws IOException {
    add(
        path,
        Fingerprint.of(bytes, length),
        file -> holds(file, bytes, length),
        file -> operations.write(file, bytes, length));
  }

  /** Adds a copy of a file that lies elsewhere, of any size. */
  public void copy(String path, Path source) throws IOException {
    Fingerprint fingerprint = read(source);
    add(
        path,
        fingerprint,
        file -> Files.mismatch(source, file) < 0,
        file -> {
          if (!operations.copy(source, file).equals(fingerprint)) {
            throw new IOException(source + " was changed while it was copied");
          }
        });
  }

  private Fingerprint read(Path source) throws IOException {
    try {
      return Fingerprint.of(source);
    } catch (IOException e) {
      failed = true;
      throw e;
    }
  }

  /**
   * Where all files added so far can be read, by their paths: staged, or in place already. Only
   * until this stage is published or discarded.
   */
  public SortedMap<String, Path> files() {
    var files = new TreeMap<String, Path>();
    for (String path : produced.manifest().files().keySet()) {
      files.put(path, staged.contains(path) ? layout.stage().resolve(path) : layout.file(path));
    }
    return files;
  }

  /**
   * A file for the caller's own use, beside the output and never part of it. The next one to ask
   * gets the same.
   */
  public Path scratch() {
    return layout.state().resolve("scratch");
  }

  /**
   * Puts all added files in place, deletes the files of the last publication that were not added
   * again, and ends this stage.
   *
   * <p>If it fails before the first file is moved, the output is as it was. If it fails or is
   * killed after that, the next {@link OutputFolder#open} completes it.
   *
   * @throws OutputException if files that are not ours stand where added files must go
   * @throws IllegalStateException if adding a file failed
   */
  public PublishReport publish() throws IOException {
    if (closed || failed) {
      throw new IllegalStateException(closed ? "the stage is closed" : "the stage lacks a file");
    }
    var publication = new Publication(layout, operations, published, produced);
    try {
      return publication.run(staged);
    } catch (IOException e) {
      throw SystemError.explain(e, layout.root(), "");
    } finally {
      closed = true;
      if (!publication.isDecided()) {
        removeFiles();
      }
    }
  }

  /** Forgets all added files; nothing happens if this stage was published or discarded before. */
  public void discard() {
    if (!closed) {
      closed = true;
      removeFiles();
    }
  }

  boolean isClosed() {
    return closed;
  }

  private void removeFiles() {
    try {
      new RollForward(layout, operations).discard();
    } catch (IOException e) {
      // What is left does no harm and goes when the folder is opened next; the reason why the
      // stage is given up matters more than this.
    }
  }

  private void add(String path, Fingerprint fingerprint, Comparison comparison, Writing writing)
      throws IOException {
    boolean added = false;
    try {
      OutputPath.check(path);
      produced.add(path, fingerprint);
      if (!isInPlace(path, fingerprint, comparison)) {
        createFolder(OutputPath.folder(path));
        writing.to(layout.stage().resolve(path));
        staged.add(path);
      }
      added = true;
    } catch (IOException e) {
      throw SystemError.explain(e, layout.root(), path);
    } finally {
      if (!added) {
        failed = true;
      }
    }
  }

  private boolean isInPlace(String path, Fingerprint fingerprint, Comparison comparison)
      throws IOException {
    if (folders.standing(OutputPath.folder(path)) != OutputFolders.Standing.REAL) {
      return false;
    }
    Optional<Fingerprint> last = published.find(path);
    if (last.isPresent() && !last.get().equals(fingerprint)) {
      return false;
    }
    Path file = layout.file(path);
    return fingerprint.couldBeHeldBy(file) && comparison.holds(file);
  }

  /** Threads that come here together may all create the folder; that does no harm. */
  private void createFolder(String folder) throws IOException {
    if (stageFolders.contains(folder)) {
      return;
    }
    if (!folder.isEmpty()) {
      createFolder(OutputPath.folder(folder));
    }
    operations.createFolder(layout.stage().resolve(folder));
    stageFolders.add(folder);
  }

  /** Whether a file of this length holds these bytes. */
  private static boolean holds(Path file, byte[] bytes, int length) throws IOException {
    var chunk = new byte[Math.min(length, 1 << 16)];
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      for (int start = 0; start < length; ) {
        int read = channel.read(ByteBuffer.wrap(chunk));
        if (read < 0
            || read > length - start
            || !Arrays.equals(chunk, 0, read, bytes, start, start + read)) {
          return false;
        }
        start += read;
      }
      return true;
    }
  }

  private interface Comparison {
    boolean holds(Path file) throws IOException;
  }

  private interface Writing {
    void to(Path file) throws IOException;
  }
}
