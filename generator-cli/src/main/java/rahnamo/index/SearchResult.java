package rahnamo.index;

import java.util.List;

/**
 * The answer to a query. Immutable.
 *
 * @param total how many documents were found
 * @param isIncomplete whether a part of the index was missing or broken, so that more might be
 *     found
 * @param hits the best of them, the best first
 */
public record SearchResult(int total, boolean isIncomplete, List<Hit> hits) {

  /**
   * A document that was found.
   *
   * @param id what it is called in the index
   * @param title its title
   * @param titleMarks where words of the query stand in the title
   * @param section what is shown beside the title; may be empty
   * @param score its score as lunr.js computes it
   * @param passage the part of its text that fits best; may be empty
   * @param passageMarks where words of the query stand in the passage
   */
  public record Hit(
      String id,
      String title,
      List<Range> titleMarks,
      String section,
      double score,
      String passage,
      List<Range> passageMarks) {}

  /**
   * A part of a text.
   *
   * @param start its first UTF-16 unit
   * @param end the one behind its last
   */
  public record Range(int start, int end) {}
}
