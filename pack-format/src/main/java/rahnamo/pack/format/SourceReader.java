package rahnamo.pack.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a source in whole blocks. Its troubles are told from those of the disk. */
final class SourceReader implements Closeable {

  private final InputStream in;

  /** Begins to read at a place. */
  SourceReader(PackSource source, long offset) throws InvalidPackException {
    try {
      in = source.open(offset);
    } catch (IOException e) {
      throw interrupted();
    }
  }

  /** Fills the block as far as there are bytes, and says how far; 0 at the end. */
  int read(byte[] block) throws InvalidPackException {
    try {
      int at = 0;
      for (int count = 0; count >= 0 && at < block.length; at += Math.max(0, count)) {
        count = in.read(block, at, block.length - at);
      }
      return at;
    } catch (IOException e) {
      throw interrupted();
    }
  }

  /** How many bytes are left, found out by reading them. */
  long countRest() throws InvalidPackException {
    byte[] block = new byte[1 << 13];
    long rest = 0;
    for (int count = read(block); count > 0 && rest < PackLimits.MAX_PACK_SIZE; ) {
      rest += count;
      count = read(block);
    }
    return rest;
  }

  private static InvalidPackException interrupted() {
    return new InvalidPackException(VerificationCode.INSTALL_INTERRUPTED);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      // Everything that was wanted of it has been read by now.
      return;
    }
  }
}
