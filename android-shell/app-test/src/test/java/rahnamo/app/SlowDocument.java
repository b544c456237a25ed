package rahnamo.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A document of another app that comes in pieces, each when a test gives it. */
final class SlowDocument {

  /** As much as the app writes at once. */
  private static final int PIECE = 1 << 16;

  private final byte[] content;
  private final Semaphore pieces = new Semaphore(0);
  private final AtomicInteger openings = new AtomicInteger();

  SlowDocument(byte[] content) {
    this.content = content;
  }

  int length() {
    return content.length;
  }

  void give(int count) {
    pieces.release(count);
  }

  void giveRest() {
    pieces.release(content.length);
  }

  /** How often an app began to read it. */
  int openings() {
    return openings.get();
  }

  InputStream open() {
    openings.incrementAndGet();
    return new InputStream() {
      private int at;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] buffer, int offset, int count) throws IOException {
        if (at == content.length) {
          return -1;
        }
        if (at % PIECE == 0) {
          awaitPiece();
        }
        int some = Math.min(Math.min(count, PIECE - at % PIECE), content.length - at);
        System.arraycopy(content, at, buffer, offset, some);
        at += some;
        return some;
      }
    };
  }

  private void awaitPiece() throws IOException {
    try {
      pieces.acquire();
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
  }
}
