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
 * it for a while. No visitor can keep the others away: each has few places, and loses them when it
 * sends or takes too slowly.
 */
public final class LocalServer implements Closeable {

  /** So many phones may load at once; a few more wait, the others are turned away. */
  private static final int THREADS = 12;

  private static final int WAITING = 24;

  /** A browser opens six connections at once. */
  private static final int PER_VISITOR = 8;

  private static final int LOOK_AROUND = 500;

  /** Hears once that the server has stopped, from another thread. */
  public interface Listener {
    void stopped();
  }

  private final ServedFiles files;
  private final ServerSocket listening;
  private final Patience patience;
  private final Listener listener;
  private final ThreadPoolExecutor workers;
  private final Set<Visit> visits = Collections.synchronizedSet(new HashSet<Visit>());
  private final AtomicLong lastUse = new AtomicLong(System.nanoTime());
  private final AtomicBoolean isStopped = new AtomicBoolean();

  private LocalServer(
      ServedFiles files, ServerSocket listening, Patience patience, Listener listener) {
    this.files = files;
    this.listening = listening;
    this.patience = patience;
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
    return start(files, address, Patience.usual(idleMillis), listener);
  }

  static LocalServer start(
      ServedFiles files, InetAddress address, Patience patience, Listener listener)
      throws IOException {
    ServerSocket listening = new ServerSocket();
    listening.bind(new InetSocketAddress(address, 0));
    listening.setSoTimeout(LOOK_AROUND);
    final LocalServer server = new LocalServer(files, listening, patience, listener);
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
      while (!isStopped.get() && System.nanoTime() - lastUse.get() < patience.idle()) {
        try {
          take(new Visit(listening.accept(), patience));
        } catch (SocketTimeoutException e) {
          // Time to look whether anybody still comes.
        }
        dropOverdue();
      }
    } catch (IOException e) {
      // Closed, or the network is gone: either way nobody can come any more.
    } finally {
      close();
    }
  }

  private void take(final Visit visit) {
    if (visitsOf(visit.visitor()) >= PER_VISITOR) {
      visit.end();
      return;
    }
    visits.add(visit);
    try {
      workers.execute(
          new Runnable() {
            @Override
            public void run() {
              answer(visit);
            }
          });
    } catch (RejectedExecutionException e) {
      drop(visit);
    }
  }

  private int visitsOf(InetAddress visitor) {
    int count = 0;
    synchronized (visits) {
      for (Visit visit : visits) {
        count += visit.visitor().equals(visitor) ? 1 : 0;
      }
    }
    return count;
  }

  /** Its worker is then free: it meets the closed socket. */
  private void dropOverdue() {
    long now = System.nanoTime();
    synchronized (visits) {
      for (Visit visit : visits) {
        if (visit.isOverdue(now)) {
          visit.end();
        }
      }
    }
  }

  private void answer(Visit visit) {
    try {
      visit.begin(System.nanoTime());
      Socket socket = visit.socket();
      RequestHead head = RequestHead.read(new BufferedInputStream(socket.getInputStream()));
      lastUse.set(System.nanoTime());
      new Response(files, authority(), lastUse, visit).send(head, socket.getOutputStream());
    } catch (IOException e) {
      // The other phone left or talks something else; there is nobody to tell.
    } finally {
      drop(visit);
    }
  }

  private void drop(Visit visit) {
    visits.remove(visit);
    visit.end();
  }

  /** Stops at once; broken downloads can be continued another time. */
  @Override
  public void close() {
    if (isStopped.getAndSet(true)) {
      return;
    }
    try {
      listening.close();
    } catch (IOException e) {
      // Nobody listens any more either way.
    }
    workers.shutdownNow();
    synchronized (visits) {
      for (Visit visit : visits) {
        visit.end();
      }
    }
    listener.stopped();
  }
}
