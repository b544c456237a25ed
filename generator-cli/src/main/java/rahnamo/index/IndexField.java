package rahnamo.index;

/** A field of an indexed document, in the order of the index. */
enum IndexField {
  TITLE(0, "title", 8),
  TEXT(1, "text", 1);

  private final int number;
  private final String label;
  private final int boost;

  IndexField(int number, String label, int boost) {
    this.number = number;
    this.label = label;
    this.boost = boost;
  }

  /** Its place among the fields, from 0. */
  int number() {
    return number;
  }

  /** Its name in the index. */
  String label() {
    return label;
  }

  /** How much more a word counts here than in {@link #TEXT}. */
  int boost() {
    return boost;
  }
}
