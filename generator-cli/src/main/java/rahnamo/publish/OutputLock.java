package rahnamo.publish;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import rahnamo.diagnostic.DiagnosticCode;

/** The right to write to an output folder; the system takes it back when the program ends. */
final class OutputLock implements AutoCloseable {

  /**
   * The locks this program holds. On POSIX systems closing any channel of a file gives up all locks
   * of the program on it, so a second attempt must fail before it opens the file.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private OutputLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock, or fails at once.
   *
   * @throws OutputException if another program, or another part of this one, has it
   */
  static OutputLock acquire(Path file) throws IOException {
    if (!HELD.add(file)) {
      throw busy();
    }
    boolean acquired = false;
    try {
      FileChannel channel = FileChannel.open(file, CREATE, WRITE, LinkOption.NOFOLLOW_LINKS);
      try {
        if (tryLock(channel).isEmpty()) {
          throw busy();
        }
        acquired = true;
        return new OutputLock(file, channel);
      } finally {
        if (!acquired) {
          channel.close();
        }
      }
    } finally {
      if (!acquired) {
        HELD.remove(file);
      }
    }
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException e) {
      // This class was loaded twice, so there are two sets of held locks.
      return Optional.empty();
    }
  }

  private static OutputException busy() {
    return new OutputException(DiagnosticCode.OUTPUT_BUSY, List.of(), List.of());
  }

  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      try {
        channel.close();
      } finally {
        HELD.remove(file);
      }
    }
  }
}
