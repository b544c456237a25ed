package rahnamo.pack.format;

/** The progress of one stage, as a part of a longer work that is counted in thousandths. */
final class StageProgress implements Progress {

  static final int WHOLE = 1000;

  private final Progress whole;
  private final int start;
  private final int end;

  /** A stage that goes from one thousandth to another. */
  StageProgress(Progress whole, int start, int end) {
    this.whole = whole;
    this.start = start;
    this.end = end;
  }

  @Override
  public boolean advanced(long done, long total) {
    long share = total <= 0 ? 0 : (end - start) * Math.min(done, total) / total;
    return whole.advanced(start + share, WHOLE);
  }
}
