package rahnamo.pack.format;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;

/** The bytes of an open file, from any place. Safe for several threads. */
final class FileBytes implements Closeable {

  private final RandomAccessFile file;
  private final long length;

  private FileBytes(RandomAccessFile file, long length) {
    this.file = file;
    this.length = length;
  }

  static FileBytes open(File path) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path, "r");
    try {
      return new FileBytes(file, file.length());
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** How long the file was when it was opened. */
  long length() {
    return length;
  }

  /**
   * Fills a part of the buffer.
   *
   * @throws java.io.EOFException if the file has become shorter
   */
  void read(long position, byte[] buffer, int offset, int count) throws IOException {
    // A channel reads without a lock, but Android closes it when the reading thread is interrupted.
    synchronized (file) {
      file.seek(position);
      file.readFully(buffer, offset, count);
    }
  }

  byte[] read(long position, int count) throws IOException {
    byte[] bytes = new byte[count];
    read(position, bytes, 0, count);
    return bytes;
  }

  /** A part of the file as a stream, which need not be closed. */
  InputStream stream(final long start, final long end) {
    return new InputStream() {
      private long at = start;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] buffer, int offset, int count) throws IOException {
        int some = (int) Math.min(count, end - at);
        if (some <= 0) {
          return count == 0 ? 0 : -1;
        }
        FileBytes.this.read(at, buffer, offset, some);
        at += some;
        return some;
      }
    };
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
