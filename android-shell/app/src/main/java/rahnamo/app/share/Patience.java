package rahnamo.app.share;

import java.util.concurrent.TimeUnit;

/** How long a server waits for others, in nanoseconds. Immutable. */
final class Patience {

  private static final long HEAD_SECONDS = 10;
  private static final long BLOCK_SECONDS = 30;

  private final long idle;
  private final long head;
  private final long block;

  /** All three in milliseconds. */
  Patience(long idle, long head, long block) {
    this.idle = TimeUnit.MILLISECONDS.toNanos(idle);
    this.head = TimeUnit.MILLISECONDS.toNanos(head);
    this.block = TimeUnit.MILLISECONDS.toNanos(block);
  }

  /** What slow phones in a crowded Wi-Fi need. */
  static Patience usual(long idleMillis) {
    return new Patience(
        idleMillis,
        TimeUnit.SECONDS.toMillis(HEAD_SECONDS),
        TimeUnit.SECONDS.toMillis(BLOCK_SECONDS));
  }

  /** Until somebody comes. */
  long idle() {
    return idle;
  }

  /** For a whole request, however slowly it comes. */
  long head() {
    return head;
  }

  /** Until a visitor has taken one block of an answer. */
  long block() {
    return block;
  }
}
