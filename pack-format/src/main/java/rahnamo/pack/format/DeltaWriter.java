package rahnamo.pack.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes the file {@code delta/changes} of a delta pack: for each new or changed file, which pieces
 * to copy from a file of the base and which bytes to insert. The stream is the caller's to close.
 *
 * <p>Numbers are unsigned LEB128. A record is the length of the name, the name, the length of the
 * source's name (0: no source), that name, the size of the result, then operations until the result
 * is full. An operation is {@code length * 2} and that many bytes to insert, or {@code length * 2 +
 * 1} and the distance from the end of the last copy of the record, in zigzag.
 */
public final class DeltaWriter {

  /** The first bytes of the file. */
  static final String MAGIC = "RHNDELTA1\n";

  private final OutputStream out;
  private long left;
  private long expected;

  /** Begins the file. */
  public DeltaWriter(OutputStream out) throws IOException {
    this.out = out;
    out.write(MAGIC.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Begins a record. The first is {@code SHA256SUMS}, then {@code SHA256SUMS.sig} if there is one,
   * then the changed files in the order of their names.
   *
   * @param source the file of the base to copy from, or an empty text
   */
  public void file(String name, String source, long size) throws IOException {
    requireFull();
    name(name);
    name(source);
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

  private void name(String name) throws IOException {
    byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
    number(bytes.length);
    out.write(bytes);
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
