package rahnamo.apktools;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of one file of an app, which may be larger than memory and can be read repeatedly. */
public interface Content {

  /** Opens the bytes from their beginning. */
  InputStream open() throws IOException;

  /** Bytes that lie in memory. */
  static Content of(byte[] bytes) {
    return () -> new ByteArrayInputStream(bytes);
  }

  /** Bytes of a file on the disk. */
  static Content of(Path file) {
    return () -> Files.newInputStream(file);
  }

  /** All bytes at once, for small files. */
  default byte[] read() throws IOException {
    try (InputStream in = open()) {
      return in.readAllBytes();
    }
  }
}
