package rahnamo.pack.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes the file {@code delta/changes} of a delta pack: for each new or changed file, which pieces
 * to copy from a file of the base and which bytes to insert. The stream is the caller's to close.
 *
 * <p>Numbers are unsigned LEB128. A record begins with its source: 0 if nothing is copied, 1 for
 * the file of the same name, else the length of the source's name plus 1, and that name. Then come
 * the size of the result and operations until the result is full. An operation is {@code length *
 * 2} and that many bytes to insert, or {@code length * 2 + 1} and the distance from the end of the
 * last copy of the record, in zigzag. Which file a record makes, the first record says.
 */
public final class DeltaWriter {

  /** The first bytes of the file. */
  static final String MAGIC = "RHNDELTA1\n";

  static final int NO_SOURCE = 0;
  static final int SAME_NAME = 1;

  /** Stands in the first record for the digest of each file that has a record. */
  public static final Digest MADE = DeltaReader.MADE;

  private final OutputStream out;
  private long left;
  private long expected;

  /** Begins the file. */
  public DeltaWriter(OutputStream out) throws IOException {
    this.out = out;
    out.write(MAGIC.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Begins a record. The first makes {@code SHA256SUMS} with {@link #MADE} instead of the digests
   * of files that have a record; then comes {@code SHA256SUMS.sig} if there is one, then these
   * files in the order of their names.
   *
   * @param source the file of the base to copy from, or an empty text
   */
  public void file(String name, String source, long size) throws IOException {
    requireFull();
    if (source.isEmpty() || source.equals(name)) {
      number(source.isEmpty() ? NO_SOURCE : SAME_NAME);
    } else {
      byte[] bytes = source.getBytes(StandardCharsets.US_ASCII);
      number(bytes.length + SAME_NAME);
      out.write(bytes);
    }
    number(size);
    left = size;
    expected = 0;
  }

  /** Copies a piece of the source. */
  public void copy(long offset, int length) throws IOException {
    take(length);
    number(length * 2L + 1);
    long distance = offset - expected;
    number((distance << 1) ^ (distance >> 63));
    expected = offset + length;
  }

  /** Inserts bytes. */
  public void insert(byte[] bytes, int offset, int length) throws IOException {
    take(length);
    number(length * 2L);
    out.write(bytes, offset, length);
  }

  /** Ends the file. */
  public void finish() throws IOException {
    requireFull();
    out.flush();
  }

  private void take(int length) {
    if (length <= 0 || length > left) {
      throw new IllegalArgumentException("an operation of " + length + " bytes, " + left + " left");
    }
    left -= length;
  }

  private void requireFull() {
    if (left > 0) {
      throw new IllegalStateException(left + " bytes are missing");
    }
  }

  private void number(long number) throws IOException {
    long rest = number;
    while (rest > 0x7f) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
