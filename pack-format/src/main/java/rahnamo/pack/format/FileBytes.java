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
  InputStream stream(long start, long end) {
    return new StoredBytes(start, end) {
      @Override
      void read(long position, byte[] buffer, int offset, int count) throws IOException {
        FileBytes.this.read(position, buffer, offset, count);
      }
    };
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
