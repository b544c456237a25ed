package rahnamo.pack;

import java.io.IOException;

/**
 * The bytes of one file of a pack, fetched when they are needed, by any thread.
 *
 * <p>The size is known before, so that only so many files are in memory at once.
 */
public interface PackContent {

  /** How many bytes {@link #read} gives. */
  int size();

  /** All bytes; they belong to the caller. */
  byte[] read() throws IOException;

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
