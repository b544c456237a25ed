package rahnamo.publish;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The real disk, until the program is killed at the n-th operation; then nothing happens.
 *
 * <p>A kill does not lose what the system has yet to bring to the disk, so nothing is forced there.
 */
class KilledOperations implements FileOperations {

  /** When exactly the kill comes. */
  enum Moment {
    BEFORE,
    /** Half of the bytes are written; as before for operations that are one step. */
    WITHIN,
    AFTER
  }

  /** Stands for the end of the program. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final FileOperations disk = new DiskOperations();
  private final int last;
  private final Moment moment;
  private int count;

  KilledOperations(int last, Moment moment) {
    this.last = last;
    this.moment = moment;
  }

  /** How many operations were asked for. */
  int count() {
    return count;
  }

  private interface Operation {
    void run() throws IOException;
  }

  private void run(Operation whole, Operation half) throws IOException {
    count++;
    if (count < last) {
      whole.run();
      return;
    }
    if (count == last && moment == Moment.AFTER) {
      whole.run();
    }
    if (count == last && moment == Moment.WITHIN) {
      half.run();
    }
    throw new Killed();
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    run(() -> disk.createFolder(folder), () -> {});
  }

  @Override
  public void write(Path file, byte[] bytes, int length) throws IOException {
    run(() -> disk.write(file, bytes, length), () -> disk.write(file, bytes, length / 2));
  }

  @Override
  public void writeDurably(Path file, byte[] bytes) throws IOException {
    write(file, bytes, bytes.length);
  }

  @Override
  public Fingerprint copy(Path source, Path file) throws IOException {
    run(() -> disk.copy(source, file), () -> {});
    return Fingerprint.of(source);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    run(() -> disk.move(from, to), () -> {});
  }

  @Override
  public void delete(Path path) throws IOException {
    run(() -> disk.delete(path), () -> {});
  }

  @Override
  public void makeDurable(Path folder) throws IOException {
    run(() -> {}, () -> {});
  }
}
