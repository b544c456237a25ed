package rahnamo.pack.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A file of a zip as the profile of packs allows it: everything that its headers may say.
 * Immutable.
 */
final class ZipEntry {

  static final int LOCAL_SIGNATURE = 0x04034b50;
  static final int DIRECTORY_SIGNATURE = 0x02014b50;
  static final int LOCAL_LENGTH = 30;
  static final int DIRECTORY_LENGTH = 46;
  static final int DEFLATED = 8;
  static final int STORED = 0;

  /** Version 2.0 of the zip format, on a system without file modes. */
  static final int MADE_BY = 20;

  /** The first day that a zip can name, at midnight. */
  static final int FIRST_DAY = 0x00210000;

  private static final int STORED_VERSION = 10;
  private static final int DEFLATED_VERSION = 20;

  private final String name;
  private final boolean isDeflated;
  private final int crc;
  private final long compressedSize;
  private final int size;
  private final long offset;

  ZipEntry(String name, boolean isDeflated, int crc, long compressedSize, int size, long offset) {
    this.name = name;
    this.isDeflated = isDeflated;
    this.crc = crc;
    this.compressedSize = compressedSize;
    this.size = size;
    this.offset = offset;
  }

  /** The same bytes under another name, standing elsewhere. */
  ZipEntry at(String otherName, long otherOffset) {
    return new ZipEntry(otherName, isDeflated, crc, compressedSize, size, otherOffset);
  }

  static int versionNeeded(boolean isDeflated) {
    return isDeflated ? DEFLATED_VERSION : STORED_VERSION;
  }

  String name() {
    return name;
  }

  boolean isDeflated() {
    return isDeflated;
  }

  int crc() {
    return crc;
  }

  /** How many bytes it takes in the zip. */
  long compressedSize() {
    return compressedSize;
  }

  /** How many bytes it has unpacked. */
  int size() {
    return size;
  }

  /** Where its local header begins. */
  long offset() {
    return offset;
  }

  /** Where its bytes begin. */
  long dataStart() {
    return offset + LOCAL_LENGTH + name.length();
  }

  /** Where its bytes end and the next header begins. */
  long end() {
    return dataStart() + compressedSize;
  }

  /** The header before its bytes. */
  byte[] localHeader() {
    byte[] bytes = new byte[LOCAL_LENGTH + name.length()];
    ByteBuffer header = buffer(bytes).putInt(LOCAL_SIGNATURE);
    putCommon(header);
    header.put(nameBytes());
    return bytes;
  }

  /** The header in the directory. */
  byte[] directoryHeader() {
    byte[] bytes = new byte[DIRECTORY_LENGTH + name.length()];
    ByteBuffer header = buffer(bytes).putInt(DIRECTORY_SIGNATURE).putShort((short) MADE_BY);
    putCommon(header);
    // No comment, one disk, no attributes.
    header.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
    header.putInt((int) offset).put(nameBytes());
    return bytes;
  }

  private void putCommon(ByteBuffer header) {
    header
        .putShort((short) versionNeeded(isDeflated))
        .putShort((short) 0)
        .putShort((short) (isDeflated ? DEFLATED : STORED))
        .putInt(FIRST_DAY)
        .putInt(crc)
        .putInt((int) compressedSize)
        .putInt(size)
        .putShort((short) name.length())
        .putShort((short) 0);
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private byte[] nameBytes() {
    return name.getBytes(StandardCharsets.US_ASCII);
  }
}
