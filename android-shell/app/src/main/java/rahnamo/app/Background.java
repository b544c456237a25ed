package rahnamo.app;

/** Work that would make the screen stand still. */
final class Background {

  private Background() {}

  static void run(Runnable work) {
    new Thread(work, "work").start();
  }
}
