package rahnamo.pack.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The last record of a zip: how many files it has and where their directory is. */
final class ZipEnd {

  static final int LENGTH = 22;
  static final int SIGNATURE = 0x06054b50;

  private static final int LOCATOR_LENGTH = 20;
  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final int FULL_16 = 0xffff;
  private static final long FULL_32 = 0xffffffffL;

  private final int entries;
  private final long directoryStart;
  private final long directoryEnd;

  private ZipEnd(int entries, long directoryStart, long directoryEnd) {
    this.entries = entries;
    this.directoryStart = directoryStart;
    this.directoryEnd = directoryEnd;
  }

  /** Finds the record, which must be the very last bytes of the file. */
  static ZipEnd read(FileBytes file) throws IOException, InvalidPackException {
    if (file.length() > PackLimits.MAX_PACK_SIZE) {
      throw new InvalidPackException(VerificationCode.PACK_TOO_LARGE);
    }
    if (file.length() < LENGTH) {
      throw new InvalidPackException(ForeignFile.codeOf(file));
    }
    long start = file.length() - LENGTH;
    ByteBuffer record = ByteBuffer.wrap(file.read(start, LENGTH)).order(ByteOrder.LITTLE_ENDIAN);
    if (record.getInt(0) != SIGNATURE || record.getShort(20) != 0) {
      throw new InvalidPackException(ForeignFile.codeOf(file));
    }
    requireNotZip64(file, record);
    return checked(file, record);
  }

  private static void requireNotZip64(FileBytes file, ByteBuffer record)
      throws IOException, InvalidPackException {
    long locator = file.length() - LENGTH - LOCATOR_LENGTH;
    boolean hasLocator =
        locator >= 0
            && ByteBuffer.wrap(file.read(locator, 4)).order(ByteOrder.LITTLE_ENDIAN).getInt()
                == LOCATOR_SIGNATURE;
    boolean isFull =
        (record.getShort(10) & FULL_16) == FULL_16
            || (record.getInt(12) & FULL_32) == FULL_32
            || (record.getInt(16) & FULL_32) == FULL_32;
    if (hasLocator || isFull) {
      throw new InvalidPackException(VerificationCode.ZIP_ZIP64);
    }
  }

  private static ZipEnd checked(FileBytes file, ByteBuffer record)
      throws IOException, InvalidPackException {
    if (record.getInt(4) != 0 || record.getShort(8) != record.getShort(10)) {
      throw new InvalidPackException(VerificationCode.ZIP_MULTI_DISK);
    }
    int entries = record.getShort(10) & FULL_16;
    if (entries > PackLimits.MAX_ENTRIES) {
      throw new InvalidPackException(
          VerificationCode.ZIP_TOO_MANY_ENTRIES, String.valueOf(PackLimits.MAX_ENTRIES));
    }
    long start = record.getInt(16) & FULL_32;
    long end = start + (record.getInt(12) & FULL_32);
    long last = file.length() - LENGTH;
    if (end > last) {
      throw new InvalidPackException(VerificationCode.ZIP_DIRECTORY_BROKEN);
    }
    if (end < last) {
      throw new InvalidPackException(
          ForeignFile.startsLikeZip(file)
              ? VerificationCode.ZIP_GAP
              : VerificationCode.ZIP_PREFIX_JUNK);
    }
    return new ZipEnd(entries, start, end);
  }

  /** The bytes of the record of a zip. */
  static byte[] write(int entries, long directoryStart, long directoryEnd) {
    byte[] bytes = new byte[LENGTH];
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(SIGNATURE)
        .putInt(0)
        .putShort((short) entries)
        .putShort((short) entries)
        .putInt((int) (directoryEnd - directoryStart))
        .putInt((int) directoryStart);
    return bytes;
  }

  int entries() {
    return entries;
  }

  long directoryStart() {
    return directoryStart;
  }

  long directoryEnd() {
    return directoryEnd;
  }
}
