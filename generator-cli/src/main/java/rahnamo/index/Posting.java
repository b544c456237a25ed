package rahnamo.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A document that has a term, and how often.
 *
 * @param document its number
 * @param inTitle how often its title has the term
 * @param inText how often its text has it
 */
record Posting(int document, int inTitle, int inText, int titleLength) {

  private static final int RADIX = 36;

  int frequency(IndexField field) {
    return switch (field) {
      case TITLE -> inTitle;
      case TEXT -> inText;
    };
  }

  /** Reads the postings of a row; {@link ShardWriter} says how they are written. */
  static List<Posting> parse(String row) throws IOException {
    var postings = new ArrayList<Posting>();
    int document = 0;
    try {
      for (String part : row.split(",", -1)) {
        int mark = part.indexOf('!');
        String text = mark < 0 ? part : part.substring(0, mark);
        String title = mark < 0 ? "0:0" : part.substring(mark + 1);
        document += first(text);
        postings.add(new Posting(document, frequency(title), frequency(text), first(title)));
      }
    } catch (NumberFormatException e) {
      throw new IOException("a row of a shard is broken", e);
    }
    return postings;
  }

  private static int first(String figures) {
    int colon = figures.indexOf(':');
    return Integer.parseInt(colon < 0 ? figures : figures.substring(0, colon), RADIX);
  }

  /** What stands behind the colon; without one it is 1. */
  private static int frequency(String figures) {
    int colon = figures.indexOf(':');
    return colon < 0 ? 1 : Integer.parseInt(figures.substring(colon + 1), RADIX);
  }
}
