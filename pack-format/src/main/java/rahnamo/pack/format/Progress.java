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
   * @param done how much is done, never less than before
   * @param total how much there is to do, or -1 if nobody knows
   * @return false to stop
   */
  boolean advanced(long done, long total);
}
