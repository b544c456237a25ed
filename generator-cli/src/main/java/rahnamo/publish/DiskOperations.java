package rahnamo.publish;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The operations on the real disk. */
final class DiskOperations implements FileOperations {

  /** The JDK copies each piece into memory of its own; this keeps that memory small. */
  private static final int CHUNK = 1 << 16;

  @Override
  public void createFolder(Path folder) throws IOException {
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
    }
  }

  @Override
  public void write(Path file, byte[] bytes, int length) throws IOException {
    try (FileChannel channel = FileChannel.open(file, CREATE_NEW, WRITE)) {
      writeAll(channel, bytes, length);
    }
  }

  @Override
  public void writeDurably(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, CREATE_NEW, WRITE)) {
      writeAll(channel, bytes, bytes.length);
      channel.force(true);
    }
  }

  @Override
  public Fingerprint copy(Path source, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(source);
        FileChannel channel = FileChannel.open(file, CREATE_NEW, WRITE)) {
      return Fingerprint.ofCopy(in, (chunk, length) -> writeAll(channel, chunk, length));
    }
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    Files.move(from, to, ATOMIC_MOVE);
  }

  @Override
  public void delete(Path path) throws IOException {
    Files.delete(path);
  }

  @Override
  public void makeDurable(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows and some network file systems cannot do this to a folder. Kills are survived all
      // the same; only the order of changes at a power loss is then up to the file system.
    }
  }

  private static void writeAll(FileChannel channel, byte[] bytes, int length) throws IOException {
    for (int start = 0; start < length; ) {
      start += channel.write(ByteBuffer.wrap(bytes, start, Math.min(CHUNK, length - start)));
    }
  }
}
