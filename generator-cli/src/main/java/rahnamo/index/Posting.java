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
record Posting(int document, int inTitle, int inText) {

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
        String counted = mark < 0 ? part : part.substring(0, mark);
        int colon = counted.indexOf(':');
        document += Integer.parseInt(colon < 0 ? counted : counted.substring(0, colon), RADIX);
        postings.add(
            new Posting(
                document,
                mark < 0 ? 0 : frequency(part.substring(mark + 1)),
                colon < 0 ? 1 : frequency(counted.substring(colon + 1))));
      }
    } catch (NumberFormatException e) {
      throw new IOException("a row of a shard is broken", e);
    }
    return postings;
  }

  private static int frequency(String figure) {
    return figure.isEmpty() ? 1 : Integer.parseInt(figure, RADIX);
  }
}
