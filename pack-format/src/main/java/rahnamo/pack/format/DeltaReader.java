package rahnamo.pack.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Reads what {@link DeltaWriter} writes, one record after the other. */
public final class DeltaReader {

  /** The base's file that a record copies from. */
  public interface Source {

    /** Its size in bytes. */
    long size() throws IOException;

    /** Writes a piece of it that lies within its size. */
    void copy(long offset, int length, OutputStream out) throws IOException;
  }

  /** Stands for the digest of a file that has a record. Here, so that no app needs the writer. */
  static final Digest MADE =
      Digest.parse("0000000000000000000000000000000000000000000000000000000000000000");

  private static final int BUFFER = 1 << 13;

  private static final int NOT_PEEKED = -2;

  private final InputStream in;
  private int peeked = NOT_PEEKED;
  private String source = "";
  private int size;

  /**
   * Begins to read.
   *
   * @param in the unpacked file, verified before or while it is read
   */
  public DeltaReader(InputStream in) throws IOException, InvalidPackException {
    this.in = in;
    byte[] magic = DeltaWriter.MAGIC.getBytes(StandardCharsets.US_ASCII);
    for (byte b : magic) {
      if (in.read() != b) {
        throw new InvalidPackException(VerificationCode.DELTA_FORMAT);
      }
    }
  }

  /** Whether all records have been read. The last one must have been applied. */
  public boolean isAtEnd() throws IOException {
    if (peeked == NOT_PEEKED) {
      peeked = in.read();
    }
    return peeked < 0;
  }

  /**
   * Goes to the next record. The one before must have been applied.
   *
   * @param name the file that it makes
   */
  public void next(String name) throws IOException, InvalidPackException {
    long kind = number(EntryName.MAX_LENGTH + DeltaWriter.SAME_NAME);
    if (kind == DeltaWriter.NO_SOURCE) {
      source = "";
    } else if (kind == DeltaWriter.SAME_NAME) {
      source = name;
    } else {
      source = text(kind - DeltaWriter.SAME_NAME);
    }
    if (!source.isEmpty() && !EntryName.isValid(source)) {
      throw new InvalidPackException(VerificationCode.DELTA_FORMAT);
    }
    size = (int) number(PackLimits.MAX_ENTRY_SIZE);
  }

  /** The file of the base that the record copies from, or an empty text. */
  public String source() {
    return source;
  }

  /** The size of the file that the record makes. */
  public int size() {
    return size;
  }

  /** Makes the file of the record. */
  public void apply(Source base, OutputStream out) throws IOException, InvalidPackException {
    long baseSize = base.size();
    long expected = 0;
    for (int left = size; left > 0; ) {
      long operation = number(PackLimits.MAX_ENTRY_SIZE * 2L + 1);
      int length = (int) (operation >> 1);
      if (length == 0 || length > left) {
        throw new InvalidPackException(VerificationCode.DELTA_FORMAT);
      }
      if ((operation & 1) == 0) {
        insert(length, out);
      } else {
        long zigzag = number(PackLimits.MAX_ENTRY_SIZE * 2L + 1);
        long offset = expected + ((zigzag >>> 1) ^ -(zigzag & 1));
        if (offset < 0 || offset + length > baseSize) {
          throw new InvalidPackException(VerificationCode.DELTA_FORMAT);
        }
        base.copy(offset, length, out);
        expected = offset + length;
      }
      left -= length;
    }
  }

  private void insert(int length, OutputStream out) throws IOException, InvalidPackException {
    byte[] buffer = new byte[Math.min(length, BUFFER)];
    for (int left = length; left > 0; ) {
      int count = in.read(buffer, 0, Math.min(left, buffer.length));
      if (count < 0) {
        throw new InvalidPackException(VerificationCode.DELTA_FORMAT);
      }
      out.write(buffer, 0, count);
      left -= count;
    }
  }

  private String text(long length) throws IOException, InvalidPackException {
    StringBuilder text = new StringBuilder();
    for (long i = 0; i < length; i++) {
      text.append((char) read());
    }
    return text.toString();
  }

  private int read() throws IOException, InvalidPackException {
    int b = peeked == NOT_PEEKED ? in.read() : peeked;
    peeked = NOT_PEEKED;
    if (b < 0) {
      throw new InvalidPackException(VerificationCode.DELTA_FORMAT);
    }
    return b;
  }

  private long number(long max) throws IOException, InvalidPackException {
    int last = read();
    long number = last & 0x7f;
    for (int shift = 7; last > 0x7f; shift += 7) {
      last = read();
      if (shift > 28) {
        throw new InvalidPackException(VerificationCode.DELTA_FORMAT);
      }
      number |= (long) (last & 0x7f) << shift;
    }
    if (number > max) {
      throw new InvalidPackException(VerificationCode.DELTA_FORMAT);
    }
    return number;
  }
}
