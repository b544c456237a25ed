package rahnamo.pack.format;

/** Hears how far a long work has come, and may stop it. */
public interface Progress {

  /** Hears nothing and stops nothing. */
  Progress IGNORED =
      new Progress() {
        @Override
        public boolean advanced(long done, long total) {
          return true;
        }
      };

  /**
   * Called after each step.
   *
   * @param done bytes that are done
   * @param total bytes that are to be done, or -1 if nobody knows
   * @return false to stop
   */
  boolean advanced(long done, long total);
}
