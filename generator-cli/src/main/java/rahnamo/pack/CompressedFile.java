package rahnamo.pack;

import com.jcraft.jzlib.Deflater;
import com.jcraft.jzlib.GZIPException;
import com.jcraft.jzlib.JZlib;
import java.util.Arrays;
import java.util.zip.CRC32;

/** A file as it stands in the archive: deflated if that makes it smaller, else as it is. */
final class CompressedFile {

  /** The best level makes packs smaller by a thousandth and takes a third longer. */
  private static final int LEVEL = 6;

  /** Readers refuse what expands further, since it could be made to fill a phone. */
  private static final int MAX_RATIO = 100;

  private final boolean isDeflated;
  private final byte[] bytes;
  private final int size;
  private final long crc32;

  private CompressedFile(boolean isDeflated, byte[] bytes, int size, long crc32) {
    this.isDeflated = isDeflated;
    this.bytes = bytes;
    this.size = size;
    this.crc32 = crc32;
  }

  static CompressedFile of(byte[] file) {
    var crc = new CRC32();
    crc.update(file);
    byte[] deflated = deflate(file);
    boolean isSmaller = deflated.length < file.length;
    boolean isWithinRatio = file.length <= (long) MAX_RATIO * deflated.length;
    boolean isDeflated = isSmaller && isWithinRatio;
    return new CompressedFile(
        isDeflated, isDeflated ? deflated : file, file.length, crc.getValue());
  }

  /** Whether the bytes are deflated. */
  boolean isDeflated() {
    return isDeflated;
  }

  /** What is written; not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  /** How many bytes the file itself has. */
  int size() {
    return size;
  }

  /** The checksum of the file itself. */
  long crc32() {
    return crc32;
  }

  /** The file deflated, or the file itself if that is not smaller. */
  private static byte[] deflate(byte[] file) {
    // With no room for as many bytes as the file has, the deflater cannot end unless it is smaller.
    var out = new byte[Math.max(1, file.length - 1)];
    Deflater deflater = newDeflater();
    try {
      deflater.setInput(file);
      deflater.setOutput(out);
      boolean isDone = deflater.deflate(JZlib.Z_FINISH) == JZlib.Z_STREAM_END;
      return isDone ? Arrays.copyOf(out, (int) deflater.getTotalOut()) : file;
    } finally {
      deflater.end();
    }
  }

  private static Deflater newDeflater() {
    try {
      return new Deflater(LEVEL, JZlib.MAX_WBITS, true);
    } catch (GZIPException e) {
      throw new IllegalStateException("JZlib refuses its own settings", e);
    }
  }
}
