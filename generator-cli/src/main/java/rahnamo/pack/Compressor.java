package rahnamo.pack;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Compresses files on several threads and hands them on in their own order.
 *
 * <p>Files that are read but not handed on have at most {@link #WINDOW} bytes together, or are a
 * single one. For one thread.
 */
final class Compressor implements AutoCloseable {

  /** Three of the largest files that a pack may hold. */
  static final int WINDOW = 48 << 20;

  private final ExecutorService pool;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private long pendingBytes;

  Compressor(int jobs) {
    this.pool = Executors.newFixedThreadPool(jobs);
  }

  /** Takes the files one by one, in their order. */
  interface Sink {
    void accept(String name, CompressedFile file) throws IOException;
  }

  private record Pending(String name, int size, Future<CompressedFile> file) {}

  void compress(Iterable<Map.Entry<String, PackContent>> files, Sink sink) throws IOException {
    Iterator<Map.Entry<String, PackContent>> rest = files.iterator();
    while (rest.hasNext()) {
      Map.Entry<String, PackContent> next = rest.next();
      while (!pending.isEmpty() && pendingBytes + next.getValue().size() > WINDOW) {
        handOn(sink);
      }
      begin(next.getKey(), next.getValue());
    }
    while (!pending.isEmpty()) {
      handOn(sink);
    }
  }

  private void begin(String name, PackContent content) {
    pendingBytes += content.size();
    pending.add(new Pending(name, content.size(), pool.submit(() -> content.compressed(name))));
  }

  private void handOn(Sink sink) throws IOException {
    Pending first = pending.remove();
    sink.accept(first.name(), result(first.file()));
    pendingBytes -= first.size();
  }

  private static CompressedFile result(Future<CompressedFile> file) throws IOException {
    try {
      return file.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      if (cause instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException(cause);
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
