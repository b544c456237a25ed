package rahnamo.app.share;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/**
 * One connection of a visitor, and until when its next step must be done. Java gives up on a socket
 * only when nothing at all comes, and never when nothing is taken, so a visitor that sends a byte
 * now and then, or reads none, would hold its place for ever. Safe for several threads.
 */
final class Visit {

  private final Socket socket;
  private final Patience patience;
  private long deadline;
  private boolean isWaiting = true;

  Visit(Socket socket, Patience patience) {
    this.socket = socket;
    this.patience = patience;
  }

  Socket socket() {
    return socket;
  }

  InetAddress visitor() {
    return socket.getInetAddress();
  }

  /** From now on the request is awaited. */
  synchronized void begin(long now) {
    isWaiting = false;
    deadline = now + patience.head();
  }

  /** Another block is about to be sent. */
  synchronized void advance(long now) {
    deadline = now + patience.block();
  }

  /** Whether the visitor was given up; one that still waits for its turn never is. */
  synchronized boolean isOverdue(long now) {
    return !isWaiting && now - deadline > 0;
  }

  /** Frees whoever reads from it or writes to it. */
  void end() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no more use either way.
    }
  }
}
