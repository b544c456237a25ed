package rahnamo.pack.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Tells what a file is that does not end like a pack, so that people hear more than "not a pack".
 */
final class ForeignFile {

  private static final int HEAD = 512;
  private static final int MAX_COMMENT = 0xffff;

  private ForeignFile() {}

  static boolean startsLikeZip(FileBytes file) throws IOException {
    return file.length() >= 4 && littleEndian(file.read(0, 4)).getInt() == ZipEntry.LOCAL_SIGNATURE;
  }

  /** Why the file is no pack, given that the end of a zip is not its very end. */
  static VerificationCode codeOf(FileBytes file) throws IOException {
    if (file.length() == 0) {
      return VerificationCode.PACK_EMPTY;
    }
    if (startsLikeHtml(file)) {
      return VerificationCode.PACK_IS_HTML;
    }
    int count = (int) Math.min(file.length(), ZipEnd.LENGTH + MAX_COMMENT);
    ByteBuffer tail = littleEndian(file.read(file.length() - count, count));
    for (int at = count - ZipEnd.LENGTH; at >= 0; at--) {
      if (tail.getInt(at) == ZipEnd.SIGNATURE) {
        boolean isComment = (tail.getShort(at + 20) & 0xffff) == count - at - ZipEnd.LENGTH;
        return isComment ? VerificationCode.ZIP_COMMENT : VerificationCode.ZIP_SUFFIX_JUNK;
      }
    }
    return startsWithPartOfZip(file)
        ? VerificationCode.PACK_TRUNCATED
        : VerificationCode.PACK_NOT_ZIP;
  }

  private static boolean startsLikeHtml(FileBytes file) throws IOException {
    byte[] head = file.read(0, (int) Math.min(HEAD, file.length()));
    String text = new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").trim();
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.startsWith("<!doctype html") || lower.startsWith("<html");
  }

  /** A pack may be cut even within its first four bytes. */
  private static boolean startsWithPartOfZip(FileBytes file) throws IOException {
    byte[] head = file.read(0, (int) Math.min(4, file.length()));
    for (int i = 0; i < head.length; i++) {
      if (head[i] != (byte) (ZipEntry.LOCAL_SIGNATURE >> (8 * i))) {
        return false;
      }
    }
    return true;
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
