package rahnamo.pack.format;

import java.io.IOException;
import java.io.InputStream;

/** Where a pack that is to be installed comes from: a file, an address, another phone. */
public interface PackSource {

  /**
   * Names this source and no other, so that what was fetched of it can be told from the beginning
   * of another pack. The same pack at the same place should have the same key after a restart.
   */
  String key();

  /** How many bytes it has, or -1 if nobody knows. */
  long length();

  /** Its bytes from one place to the end; the caller closes the stream. */
  InputStream open(long offset) throws IOException;
}
