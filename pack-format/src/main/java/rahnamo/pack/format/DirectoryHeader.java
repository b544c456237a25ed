package rahnamo.pack.format;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** One record of a zip's directory as it stands there, and the rules that its fields must obey. */
final class DirectoryHeader {

  private static final int ZIP64_FIELD = 0x0001;
  private static final int ZIP64_VERSION = 45;
  private static final int AES_METHOD = 99;
  private static final int FLAGS_OF_ENCRYPTION = 0x2041;
  private static final int FLAG_OF_DATA_DESCRIPTOR = 0x0008;
  private static final int UNIX = 3;
  private static final int FILE_TYPE = 0xf000;
  private static final int SYMLINK = 0xa000;
  private static final long FULL = 0xffffffffL;

  private final ByteBuffer fields;
  private final byte[] name;
  private final boolean hasZip64Field;

  private DirectoryHeader(ByteBuffer fields, byte[] name, boolean hasZip64Field) {
    this.fields = fields;
    this.name = name;
    this.hasZip64Field = hasZip64Field;
  }

  /** Reads a record; of a name that is too long only so much that this is seen. */
  static DirectoryHeader read(DataInputStream in) throws IOException, InvalidPackException {
    byte[] bytes = new byte[ZipEntry.DIRECTORY_LENGTH];
    in.readFully(bytes);
    ByteBuffer fields = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (fields.getInt(0) != ZipEntry.DIRECTORY_SIGNATURE) {
      throw new InvalidPackException(VerificationCode.ZIP_DIRECTORY_BROKEN);
    }
    int nameLength = fields.getShort(28) & 0xffff;
    byte[] name = new byte[Math.min(nameLength, EntryName.MAX_LENGTH + 1)];
    in.readFully(name);
    skip(in, nameLength - name.length);
    boolean hasZip64Field = hasZip64Field(in, fields.getShort(30) & 0xffff);
    skip(in, fields.getShort(32) & 0xffff);
    return new DirectoryHeader(fields, name, hasZip64Field);
  }

  private static boolean hasZip64Field(DataInputStream in, int length) throws IOException {
    boolean isFound = false;
    int left = length;
    while (left >= 4) {
      int id = Short.reverseBytes(in.readShort()) & 0xffff;
      int size = Math.min(left - 4, Short.reverseBytes(in.readShort()) & 0xffff);
      skip(in, size);
      isFound |= id == ZIP64_FIELD;
      left -= 4 + size;
    }
    skip(in, left);
    return isFound;
  }

  private static void skip(DataInputStream in, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      in.readByte();
    }
  }

  /** The name, each byte as one character. */
  String name() {
    return new String(name, StandardCharsets.ISO_8859_1);
  }

  /** The name as the systems read it that know of UTF-8. */
  String unicodeName() {
    return new String(name, StandardCharsets.UTF_8);
  }

  /**
   * The entry that the record describes.
   *
   * @throws InvalidPackException if a field has a value outside of the profile
   */
  ZipEntry checked() throws InvalidPackException {
    checkFeatures();
    checkForm();
    checkSizes();
    return new ZipEntry(
        name(), method() == ZipEntry.DEFLATED, fields.getInt(16), u32(20), (int) u32(24), u32(42));
  }

  private void checkFeatures() throws InvalidPackException {
    int flags = u16(8);
    boolean isSymlink = fields.get(5) == UNIX && (fields.getInt(38) >>> 16 & FILE_TYPE) == SYMLINK;
    boolean isZip64 =
        hasZip64Field
            || u32(20) == FULL
            || u32(24) == FULL
            || u32(42) == FULL
            || u16(6) >= ZIP64_VERSION;
    refuseIf(isSymlink, VerificationCode.ENTRY_SYMLINK);
    refuseIf(
        (flags & FLAGS_OF_ENCRYPTION) != 0 || method() == AES_METHOD,
        VerificationCode.ENTRY_ENCRYPTED);
    refuseIf(isZip64, VerificationCode.ZIP_ZIP64);
    refuseIf(u16(34) != 0, VerificationCode.ZIP_MULTI_DISK);
    refuseIf((flags & FLAG_OF_DATA_DESCRIPTOR) != 0, VerificationCode.ENTRY_DATA_DESCRIPTOR);
    refuseIf(
        method() != ZipEntry.STORED && method() != ZipEntry.DEFLATED,
        VerificationCode.ENTRY_METHOD);
  }

  private void checkForm() throws InvalidPackException {
    boolean hasVersions =
        u16(4) == ZipEntry.MADE_BY
            && u16(6) == ZipEntry.versionNeeded(method() == ZipEntry.DEFLATED);
    refuseIf(u16(8) != 0, VerificationCode.ENTRY_FLAGS);
    refuseIf(u16(30) != 0, VerificationCode.ENTRY_EXTRA_FIELD);
    refuseIf(u16(32) != 0, VerificationCode.ENTRY_COMMENT);
    refuseIf(fields.getInt(12) != ZipEntry.FIRST_DAY, VerificationCode.ENTRY_TIMESTAMP);
    refuseIf(u16(36) != 0 || fields.getInt(38) != 0, VerificationCode.ENTRY_ATTRIBUTES);
    refuseIf(!hasVersions, VerificationCode.ENTRY_VERSION);
  }

  private void checkSizes() throws InvalidPackException {
    long compressed = u32(20);
    long size = u32(24);
    boolean isDeflated = method() == ZipEntry.DEFLATED;
    refuseIf(size > PackLimits.MAX_ENTRY_SIZE, VerificationCode.ENTRY_TOO_LARGE);
    refuseIf(isDeflated && size > PackLimits.MAX_RATIO * compressed, VerificationCode.ENTRY_RATIO);
    refuseIf(!isDeflated && size != compressed, VerificationCode.ENTRY_SIZE_DIFFERS);
  }

  private void refuseIf(boolean isBroken, VerificationCode code) throws InvalidPackException {
    if (isBroken) {
      throw new InvalidPackException(code, name());
    }
  }

  private int method() {
    return u16(10);
  }

  private int u16(int at) {
    return fields.getShort(at) & 0xffff;
  }

  private long u32(int at) {
    return fields.getInt(at) & FULL;
  }
}
