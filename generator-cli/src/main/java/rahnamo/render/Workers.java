package rahnamo.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs tasks on a number of threads; their results must not depend on the order they end in. */
public final class Workers {

  private final int threads;

  public Workers(int threads) {
    this.threads = threads;
  }

  /** One piece of work. */
  public interface Task {
    void run() throws IOException;
  }

  /** Runs all tasks and waits for them; the first failure ends the rest. */
  public void run(List<Task> tasks) throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      var next = new AtomicInteger();
      Callable<Void> worker = () -> work(tasks, next);
      var workers = new ArrayList<Callable<Void>>();
      for (int i = 0; i < threads; i++) {
        workers.add(worker);
      }
      for (Future<Void> result : pool.invokeAll(workers)) {
        result.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw rethrown(Objects.requireNonNullElse(e.getCause(), e));
    } finally {
      pool.shutdownNow();
    }
  }

  private static Void work(List<Task> tasks, AtomicInteger next) throws IOException {
    try {
      for (int i = next.getAndIncrement(); i < tasks.size(); i = next.getAndIncrement()) {
        tasks.get(i).run();
      }
      return null;
    } catch (IOException | RuntimeException | Error e) {
      next.set(Integer.MAX_VALUE / 2);
      throw e;
    }
  }

  private static IOException rethrown(Throwable cause) {
    if (cause instanceof IOException io) {
      return io;
    }
    if (cause instanceof UncheckedIOException io) {
      return new IOException(io.getCause());
    }
    if (cause instanceof RuntimeException bug) {
      throw bug;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    throw new IllegalStateException(cause);
  }
}
