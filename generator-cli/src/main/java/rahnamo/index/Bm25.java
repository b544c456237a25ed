package rahnamo.index;

/**
 * The weight of a term in a document, computed as lunr.js 2.3.9 does, operation by operation, so
 * that the bytes are the same.
 */
final class Bm25 {

  static final double K1 = 1.2;
  static final double B = 0.75;

  private Bm25() {}

  /**
   * How rare a term is.
   *
   * @param documents how many documents there are
   * @param frequency in how many fields of documents it stands
   */
  static double inverseFrequency(int documents, int frequency) {
    double x = (documents - frequency + 0.5) / (frequency + 0.5);
    return StrictMath.log(1 + Math.abs(x));
  }

  /**
   * A weight in thousandths, rounded.
   *
   * @param frequency how often the field has the term
   * @param length how many terms the field has
   * @param average how many it has in an average document
   */
  static long thousandths(
      double inverseFrequency, int frequency, int length, double average, int boost) {
    double score =
        inverseFrequency
            * ((K1 + 1) * frequency)
            / (K1 * (1 - B + B * (length / average)) + frequency);
    score *= boost;
    return (long) Math.floor(score * 1000 + 0.5);
  }
}
