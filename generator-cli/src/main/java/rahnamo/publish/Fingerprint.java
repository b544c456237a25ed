package rahnamo.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The size and CRC-32C of a file: enough to notice that somebody edited it, not a defence against
 * forgery.
 */
record Fingerprint(long size, int crc32c) {

  private static final int CHUNK = 1 << 16;

  static Fingerprint of(byte[] bytes, int length) {
    var crc = new CRC32C();
    crc.update(bytes, 0, length);
    return new Fingerprint(length, (int) crc.getValue());
  }

  static Fingerprint of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return ofCopy(in, (chunk, length) -> {});
    }
  }

  /** Hands all bytes to the sink and gives their fingerprint. */
  static Fingerprint ofCopy(InputStream in, ChunkSink sink) throws IOException {
    var crc = new CRC32C();
    var chunk = new byte[CHUNK];
    long size = 0;
    for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
      crc.update(chunk, 0, length);
      sink.accept(chunk, length);
      size += length;
    }
    return new Fingerprint(size, (int) crc.getValue());
  }

  /** Whether the path is a file, not a link, with this content. */
  boolean isHeldBy(Path file) throws IOException {
    return couldBeHeldBy(file) && of(file).equals(this);
  }

  /** Whether the path is a file, not a link, of this size. */
  boolean couldBeHeldBy(Path file) throws IOException {
    Optional<BasicFileAttributes> found = OutputLayout.attributes(file);
    return found.isPresent() && found.get().isRegularFile() && found.get().size() == size;
  }

  // The methods that Java makes for records cost a start some milliseconds.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fingerprint that && size == that.size && crc32c == that.crc32c;
  }

  @Override
  public int hashCode() {
    return crc32c;
  }

  /** Takes the bytes of a file piece by piece. */
  interface ChunkSink {
    void accept(byte[] chunk, int length) throws IOException;
  }
}
