package rahnamo.index;

/**
 * How often a document has a term, in bytes: most have it once, in the text, and take one number;
 * all others take three.
 */
final class Occurrence {

  private final VarInts.Reader in;
  private int at;
  private int inTitle;
  private int inText;

  /** Reads occurrences; the first step counts from 0. */
  Occurrence(VarInts.Reader in) {
    this.in = in;
  }

  /** How many bytes one takes; for the parameters see {@link #write}. */
  static int size(int step, int inTitle, int inText) {
    return isPlain(inTitle, inText)
        ? VarInts.size(VarInts.unsigned(2 * step))
        : VarInts.size(VarInts.unsigned(2 * step + 1))
            + VarInts.size(inTitle)
            + VarInts.size(inText);
  }

  /**
   * Writes one.
   *
   * @param at where in the bytes
   * @param step the number of the term or document, without that of the one before
   * @param inTitle how often the title has the term
   * @param inText how often the text has it
   * @return where the next may be written
   */
  static int write(byte[] bytes, int at, int step, int inTitle, int inText) {
    if (isPlain(inTitle, inText)) {
      return VarInts.write(bytes, at, VarInts.unsigned(2 * step));
    }
    int next = VarInts.write(bytes, at, VarInts.unsigned(2 * step + 1));
    next = VarInts.write(bytes, next, inTitle);
    return VarInts.write(bytes, next, inText);
  }

  private static boolean isPlain(int inTitle, int inText) {
    return inTitle == 0 && inText == 1;
  }

  /** Moves to the next one, if there is one. */
  boolean next() {
    if (in.isAtEnd()) {
      return false;
    }
    int step = VarInts.signed(in.next());
    boolean isPlain = (step & 1) == 0;
    at += step >> 1;
    inTitle = isPlain ? 0 : in.next();
    inText = isPlain ? 1 : in.next();
    return true;
  }

  /** The number of the term or document. */
  int number() {
    return at;
  }

  int frequency(IndexField field) {
    return switch (field) {
      case TITLE -> inTitle;
      case TEXT -> inText;
    };
  }
}
