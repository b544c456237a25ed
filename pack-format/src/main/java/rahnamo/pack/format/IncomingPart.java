package rahnamo.pack.format;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;

/**
 * The private copy of a pack that is being fetched. What was fetched before an interruption stays,
 * and the next attempt goes on from there.
 */
final class IncomingPart {

  static final String EXTENSION = ".part";

  private static final int BLOCK = 1 << 16;
  private static final int KEY_DIGITS = 16;
  private static final byte[] START_OF_ZIP = {'P', 'K', 3, 4};

  private final StoreFolder folder;
  private final PackSource source;
  private final String name;

  IncomingPart(StoreFolder folder, PackSource source) {
    this.folder = folder;
    this.source = source;
    this.name =
        Digest.of(source.key().getBytes(StandardCharsets.UTF_8)).hex().substring(0, KEY_DIGITS)
            + EXTENSION;
  }

  String name() {
    return name;
  }

  File file() {
    return folder.file(name);
  }

  /** How much has been fetched. */
  long length() {
    return file().length();
  }

  /**
   * Fetches what is missing. A file that does not start like a zip is not fetched to its end: a
   * film, shared by mistake, is refused without being copied.
   *
   * @throws InvalidPackException if that is not possible, with the reason
   */
  void fetch(Progress progress, StoreFolder.Spare spare) throws InvalidPackException {
    long length = source.length();
    if (length > PackLimits.MAX_PACK_SIZE) {
      throw new InvalidPackException(VerificationCode.PACK_TOO_LARGE);
    }
    if (length >= 0 && length() > length) {
      folder.tryDelete(name);
    }
    folder.requireRoom(Math.max(0, length - length()), spare);
    try (RandomAccessFile out = new RandomAccessFile(file(), "rw")) {
      out.seek(out.length());
      fetch(out, length, progress, spare);
      out.getFD().sync();
    } catch (FileNotFoundException e) {
      throw new InvalidPackException(VerificationCode.INSTALL_NOT_WRITABLE);
    } catch (IOException e) {
      throw folder.refusal(e, 0);
    }
  }

  private void fetch(RandomAccessFile out, long total, Progress progress, StoreFolder.Spare spare)
      throws IOException, InvalidPackException {
    try (SourceReader in = new SourceReader(source, out.getFilePointer())) {
      byte[] block = new byte[BLOCK];
      for (int count = in.read(block); count > 0; count = in.read(block)) {
        boolean isForeign = out.getFilePointer() == 0 && !startsLikeZip(block, count);
        write(out, block, count, in, spare);
        report(progress, out.getFilePointer(), total);
        if (isForeign) {
          return;
        }
      }
      if (out.getFilePointer() < source.length()) {
        throw new InvalidPackException(VerificationCode.INSTALL_INTERRUPTED);
      }
    }
  }

  private static boolean startsLikeZip(byte[] block, int count) {
    for (int i = 0; i < START_OF_ZIP.length; i++) {
      if (i >= count || block[i] != START_OF_ZIP[i]) {
        return false;
      }
    }
    return true;
  }

  private void write(
      RandomAccessFile out, byte[] block, int count, SourceReader rest, StoreFolder.Spare spare)
      throws IOException, InvalidPackException {
    long start = out.getFilePointer();
    if (start + count > PackLimits.MAX_PACK_SIZE) {
      throw new InvalidPackException(VerificationCode.PACK_TOO_LARGE);
    }
    try {
      out.write(block, 0, count);
    } catch (IOException e) {
      if (!folder.isFull(e)) {
        throw e;
      }
      if (!spare.drop()) {
        throw folder.refusal(e, count + rest.countRest());
      }
      out.seek(start);
      out.write(block, 0, count);
    }
  }

  private static void report(Progress progress, long done, long total) throws InvalidPackException {
    if (!progress.advanced(done, total)) {
      throw new InvalidPackException(VerificationCode.INSTALL_CANCELLED);
    }
  }
}
