package rahnamo.pack.format;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;

/**
 * Bytes put aside whose number is known before: in memory while they are few, else in a file that
 * is deleted in the end. For one thread.
 */
abstract class Spool extends OutputStream implements DeltaReader.Source, ZipWriter.Content {

  private static final int MAX_IN_MEMORY = 1 << 20;

  /**
   * Room for so many bytes.
   *
   * @param file where they may go
   */
  static Spool of(long size, StoreFolder folder, String file) throws IOException {
    return size <= MAX_IN_MEMORY ? new Memory((int) size) : new OnDisk(folder, file);
  }

  /** Takes everything that a stream has, and closes it. */
  final void fill(InputStream in) throws IOException {
    try (InputStream closed = in) {
      byte[] buffer = new byte[1 << 13];
      for (int count = closed.read(buffer); count >= 0; count = closed.read(buffer)) {
        write(buffer, 0, count);
      }
    }
  }

  @Override
  public final void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public final InputStream open() {
    return new StoredBytes(0, size()) {
      @Override
      void read(long position, byte[] buffer, int offset, int count) throws IOException {
        Spool.this.read(position, buffer, offset, count);
      }
    };
  }

  @Override
  public final void copy(long offset, int length, OutputStream out) throws IOException {
    byte[] buffer = new byte[Math.min(length, 1 << 13)];
    for (int done = 0; done < length; ) {
      int count = Math.min(buffer.length, length - done);
      read(offset + done, buffer, 0, count);
      out.write(buffer, 0, count);
      done += count;
    }
  }

  @Override
  public abstract long size();

  abstract void read(long position, byte[] buffer, int offset, int count) throws IOException;

  private static final class Memory extends Spool {

    private final byte[] bytes;
    private int end;

    Memory(int size) {
      bytes = new byte[size];
    }

    @Override
    public void write(byte[] buffer, int offset, int count) {
      System.arraycopy(buffer, offset, bytes, end, count);
      end += count;
    }

    @Override
    public long size() {
      return end;
    }

    @Override
    void read(long position, byte[] buffer, int offset, int count) {
      System.arraycopy(bytes, (int) position, buffer, offset, count);
    }
  }

  private static final class OnDisk extends Spool {

    private final StoreFolder folder;
    private final String name;
    private final RandomAccessFile file;
    private long end;

    OnDisk(StoreFolder folder, String name) throws IOException {
      this.folder = folder;
      this.name = name;
      File path = folder.file(name);
      this.file = new RandomAccessFile(path, "rw");
    }

    @Override
    public void write(byte[] buffer, int offset, int count) throws IOException {
      file.seek(end);
      file.write(buffer, offset, count);
      end += count;
    }

    @Override
    public long size() {
      return end;
    }

    @Override
    void read(long position, byte[] buffer, int offset, int count) throws IOException {
      file.seek(position);
      file.readFully(buffer, offset, count);
    }

    @Override
    public void close() throws IOException {
      file.close();
      folder.tryDelete(name);
    }
  }
}
