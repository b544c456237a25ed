package rahnamo.app;

import java.io.IOException;
import java.io.InputStream;

/** Brings a stream to a place in it. */
final class SkippedStream {

  private SkippedStream() {}

  /** The same stream after so many bytes; closed if it is shorter. */
  static InputStream from(InputStream in, long offset) throws IOException {
    long left = offset;
    while (left > 0) {
      long skipped = in.skip(left);
      if (skipped == 0 && in.read() >= 0) {
        skipped = 1;
      }
      if (skipped <= 0) {
        in.close();
        throw new IOException("shorter than it was");
      }
      left -= skipped;
    }
    return in;
  }
}
