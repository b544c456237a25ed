package rahnamo.pack.format;

import java.io.IOException;
import java.io.InputStream;

/** A part of bytes that can be read from any place, as a stream, which need not be closed. */
abstract class StoredBytes extends InputStream {

  private final long end;
  private long at;

  /** The bytes from {@code start} up to and without {@code end}. */
  StoredBytes(long start, long end) {
    this.at = start;
    this.end = end;
  }

  /** Fills a part of the buffer with the bytes at a place. */
  abstract void read(long position, byte[] buffer, int offset, int count) throws IOException;

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public final int read(byte[] buffer, int offset, int count) throws IOException {
    int some = (int) Math.min(count, end - at);
    if (some <= 0) {
      return count == 0 ? 0 : -1;
    }
    read(at, buffer, offset, some);
    at += some;
    return some;
  }
}
