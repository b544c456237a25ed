package rahnamo.apktools;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** Writes an app, aligned and signed for every Android from 5 on. */
public final class ApkSigner {

  /** Where in the last record of a zip the place of the central directory stands. */
  private static final int DIRECTORY_FIELD = 16;

  private ApkSigner() {}

  /**
   * Writes the files as an app. The target appears when it is complete; an app that stood there is
   * kept until then.
   */
  public static void write(List<ApkFile> files, SigningKey key, Path target)
      throws IOException, GeneralSecurityException {
    List<ApkFile> all = new ArrayList<>(files);
    all.addAll(JarSignature.sign(files, key));
    Path unsigned = target.resolveSibling(target.getFileName() + ".unsigned");
    Path signed = target.resolveSibling(target.getFileName() + ".new");
    try {
      ApkZip.Layout layout;
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unsigned), 1 << 16)) {
        layout = ApkZip.write(all, out);
      }
      try (FileChannel zip = FileChannel.open(unsigned)) {
        insert(ApkSignature.block(zip, layout, key), zip, layout, signed);
      }
      Files.move(signed, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unsigned);
      Files.deleteIfExists(signed);
    }
  }

  private static void insert(byte[] block, FileChannel zip, ApkZip.Layout layout, Path target)
      throws IOException {
    try (FileChannel out =
        FileChannel.open(
            target,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      copy(zip, 0, layout.directoryStart(), out);
      writeAll(out, ByteBuffer.wrap(block));
      copy(zip, layout.directoryStart(), layout.length(), out);
      ByteBuffer place = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
      place.putInt((int) layout.directoryStart() + block.length).flip();
      out.position(layout.endStart() + block.length + DIRECTORY_FIELD);
      writeAll(out, place);
    }
  }

  private static void copy(FileChannel from, long start, long end, FileChannel to)
      throws IOException {
    long position = start;
    while (position < end) {
      position += from.transferTo(position, end - position, to);
    }
  }

  private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
