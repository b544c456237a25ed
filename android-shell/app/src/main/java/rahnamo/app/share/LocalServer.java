package rahnamo.app.share;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A web server on one address of this phone that only reads, and stops by itself when nobody used
 * it for a while.
 */
public final class LocalServer implements Closeable {

  /** So many phones may load at once; a few more wait, the others are turned away. */
  private static final int THREADS = 12;

  private static final int WAITING = 24;
  private static final int HEAD_TIMEOUT = 10_000;
  private static final int LOOK_AROUND = 500;

  /** Hears once that the server has stopped, from another thread. */
  public interface Listener {
    void stopped();
  }

  private final ServedFiles files;
  private final ServerSocket listening;
  private final long idleNanos;
  private final Listener listener;
  private final ThreadPoolExecutor workers;
  private final Set<Socket> open = Collections.synchronizedSet(new HashSet<Socket>());
  private final AtomicLong lastUse = new AtomicLong(System.nanoTime());
  private final AtomicBoolean isStopped = new AtomicBoolean();

  private LocalServer(
      ServedFiles files, ServerSocket listening, long idleMillis, Listener listener) {
    this.files = files;
    this.listening = listening;
    this.idleNanos = TimeUnit.MILLISECONDS.toNanos(idleMillis);
    this.listener = listener;
    this.workers =
        new ThreadPoolExecutor(
            THREADS, THREADS, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<Runnable>(WAITING));
    workers.allowCoreThreadTimeOut(true);
  }

  /**
   * Starts serving at a free port.
   *
   * @param address an address of this phone in the local network; nothing is heard on any other
   * @param idleMillis how long nobody may come before it stops
   */
  public static LocalServer start(
      ServedFiles files, InetAddress address, long idleMillis, Listener listener)
      throws IOException {
    ServerSocket listening = new ServerSocket();
    listening.bind(new InetSocketAddress(address, 0));
    listening.setSoTimeout(LOOK_AROUND);
    final LocalServer server = new LocalServer(files, listening, idleMillis, listener);
    Thread thread =
        new Thread("share") {
          @Override
          public void run() {
            server.accept();
          }
        };
    thread.start();
    return server;
  }

  /** Where the other phone finds it. */
  public String address() {
    return "http://" + authority() + "/";
  }

  private String authority() {
    return listening.getInetAddress().getHostAddress() + ":" + listening.getLocalPort();
  }

  private void accept() {
    try {
      while (!isStopped.get() && System.nanoTime() - lastUse.get() < idleNanos) {
        try {
          take(listening.accept());
        } catch (SocketTimeoutException e) {
          // Time to look whether anybody still comes.
        }
      }
    } catch (IOException e) {
      // Closed, or the network is gone: either way nobody can come any more.
    } finally {
      close();
    }
  }

  private void take(final Socket socket) {
    open.add(socket);
    try {
      workers.execute(
          new Runnable() {
            @Override
            public void run() {
              answer(socket);
            }
          });
    } catch (RejectedExecutionException e) {
      drop(socket);
    }
  }

  private void answer(Socket socket) {
    try {
      socket.setSoTimeout(HEAD_TIMEOUT);
      RequestHead head = RequestHead.read(new BufferedInputStream(socket.getInputStream()));
      lastUse.set(System.nanoTime());
      new Response(files, authority(), lastUse).send(head, socket.getOutputStream());
    } catch (IOException e) {
      // The other phone left or talks something else; there is nobody to tell.
    } finally {
      drop(socket);
    }
  }

  private void drop(Socket socket) {
    open.remove(socket);
    closeQuietly(socket);
  }

  private static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      // It is of no more use either way.
    }
  }

  /** Stops at once; broken downloads can be continued another time. */
  @Override
  public void close() {
    if (isStopped.getAndSet(true)) {
      return;
    }
    closeQuietly(listening);
    workers.shutdownNow();
    synchronized (open) {
      for (Socket socket : open) {
        closeQuietly(socket);
      }
    }
    listener.stopped();
  }
}
