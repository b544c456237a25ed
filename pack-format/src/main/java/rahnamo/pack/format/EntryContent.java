package rahnamo.pack.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The unpacked bytes of an entry, from the first to the last, with everything checked that its
 * headers claim of them; what their digest must be, the caller knows. When one entry has been read
 * to its end, another can be begun. For one thread.
 */
final class EntryContent implements Closeable {

  private static final int BUFFER = 1 << 15;
  private static final ZipEntry NONE = new ZipEntry("", false, 0, 0, 0, 0);

  private final FileBytes file;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private ZipEntry entry = NONE;
  private byte[] input = {};
  private long next;
  private int left;

  /** The content of nothing as yet. */
  EntryContent(FileBytes file) {
    this.file = file;
  }

  /** Begins to read; the local header is checked at once. */
  EntryContent(FileBytes file, ZipEntry entry) throws IOException, InvalidPackException {
    this(file);
    begin(entry);
  }

  /** Begins to read an entry; its local header is checked at once. */
  void begin(ZipEntry begun) throws IOException, InvalidPackException {
    entry = begun;
    next = begun.dataStart();
    left = begun.size();
    crc.reset();
    inflater.reset();
    int wanted = begun.isDeflated() ? (int) Math.min(BUFFER, begun.compressedSize()) : 0;
    input = input.length < wanted ? new byte[wanted] : input;
    checkLocalHeader();
  }

  private void checkLocalHeader() throws IOException, InvalidPackException {
    byte[] expected = entry.localHeader();
    if (!Arrays.equals(file.read(entry.offset(), expected.length), expected)) {
      throw refused(VerificationCode.ZIP_LOCAL_HEADER_DIFFERS);
    }
  }

  /**
   * Reads as many bytes as fit and are left. The last ones come only if the whole entry is as its
   * headers say; so an empty entry needs one call too. The first call must ask for four bytes or
   * more.
   */
  int read(byte[] buffer, int offset, int count) throws IOException, InvalidPackException {
    int some = Math.min(count, left);
    int end = offset + some;
    for (int at = offset; at < end; ) {
      at += entry.isDeflated() ? inflate(buffer, at, end - at) : copy(buffer, at, end - at);
    }
    if (left == entry.size() && startsLikeZip(buffer, offset, some)) {
      throw refused(VerificationCode.ENTRY_NESTED_ARCHIVE);
    }
    crc.update(buffer, offset, some);
    left -= some;
    if (left == 0) {
      checkEnd();
    }
    return some;
  }

  private static boolean startsLikeZip(byte[] buffer, int offset, int count) {
    return count >= 4
        && ByteBuffer.wrap(buffer, offset, 4).order(ByteOrder.LITTLE_ENDIAN).getInt()
            == ZipEntry.LOCAL_SIGNATURE;
  }

  private int copy(byte[] buffer, int offset, int count) throws IOException {
    file.read(next, buffer, offset, count);
    next += count;
    return count;
  }

  private int inflate(byte[] buffer, int offset, int count)
      throws IOException, InvalidPackException {
    try {
      int some = inflater.inflate(buffer, offset, count);
      if (some == 0) {
        if (inflater.finished()) {
          throw refused(VerificationCode.ENTRY_SIZE_DIFFERS);
        }
        feed();
      }
      return some;
    } catch (DataFormatException e) {
      throw refused(VerificationCode.ENTRY_DATA_BROKEN);
    }
  }

  private void feed() throws IOException, InvalidPackException {
    int some = (int) Math.min(input.length, entry.end() - next);
    if (some == 0 || !inflater.needsInput()) {
      throw refused(VerificationCode.ENTRY_DATA_BROKEN);
    }
    file.read(next, input, 0, some);
    inflater.setInput(input, 0, some);
    next += some;
  }

  private void checkEnd() throws IOException, InvalidPackException {
    if (entry.isDeflated()) {
      checkEndOfDeflated();
    }
    if ((int) crc.getValue() != entry.crc()) {
      throw refused(VerificationCode.ENTRY_CRC_DIFFERS);
    }
  }

  /** After the last byte there may be an empty block, but neither more bytes nor something else. */
  private void checkEndOfDeflated() throws IOException, InvalidPackException {
    try {
      while (!inflater.finished()) {
        if (inflater.inflate(new byte[1]) > 0) {
          throw refused(VerificationCode.ENTRY_SIZE_DIFFERS);
        }
        if (!inflater.finished()) {
          feed();
        }
      }
    } catch (DataFormatException e) {
      throw refused(VerificationCode.ENTRY_DATA_BROKEN);
    }
    if (inflater.getRemaining() > 0 || next < entry.end()) {
      throw refused(VerificationCode.ENTRY_DATA_BROKEN);
    }
  }

  private InvalidPackException refused(VerificationCode code) {
    return new InvalidPackException(code, entry.name());
  }

  /** Frees memory that Java does not see. */
  @Override
  public void close() {
    inflater.end();
  }
}
