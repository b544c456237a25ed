package rahnamo.pack;

import java.io.IOException;

/**
 * One file of a pack, fetched when it is needed, by any thread.
 *
 * <p>The size is known before, so that only so many files are in memory at once.
 */
interface PackContent {

  /** How many bytes {@link #read} gives. */
  int size();

  /** All bytes; they belong to the caller. */
  byte[] read() throws IOException;

  /**
   * The file as it stands in an archive.
   *
   * @param name what it is called there
   * @throws IOException if it cannot be read, or has another size than it had
   */
  default CompressedFile compressed(String name) throws IOException {
    byte[] bytes = read();
    if (bytes.length != size()) {
      throw new IOException(name + " was changed while it was packed");
    }
    return CompressedFile.of(bytes);
  }

  /** Content that is in memory already. */
  static PackContent of(byte[] bytes) {
    return new PackContent() {
      @Override
      public int size() {
        return bytes.length;
      }

      @Override
      public byte[] read() {
        return bytes.clone();
      }
    };
  }
}
