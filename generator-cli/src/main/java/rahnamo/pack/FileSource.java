package rahnamo.pack;

import java.io.IOException;

/** Where the bytes of a file come from, each time the same, for any thread. */
interface FileSource {
  byte[] read() throws IOException;
}
