package rahnamo.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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
      List<Range> passageMarks) {

    private void write(JsonGenerator json) throws IOException {
      json.writeStartObject();
      json.writeStringField("id", id);
      json.writeStringField("title", title);
      json.writeStringField("section", section);
      json.writeNumberField("score", score);
      json.writeStringField("passage", passage);
      write(json, "titleMarks", titleMarks);
      write(json, "marks", passageMarks);
      json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, List<Range> ranges)
        throws IOException {
      json.writeArrayFieldStart(name);
      for (Range range : ranges) {
        json.writeArray(new int[] {range.start(), range.end()}, 0, 2);
      }
      json.writeEndArray();
    }
  }

  /**
   * A part of a text.
   *
   * @param start its first UTF-16 unit
   * @param end the one behind its last
   */
  public record Range(int start, int end) {}

  /** The answer as one line of JSON, for other programs. */
  public String toJson(String query) {
    var text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("query", query);
      json.writeNumberField("total", total);
      json.writeBooleanField("incomplete", isIncomplete);
      json.writeArrayFieldStart("hits");
      for (Hit hit : hits) {
        hit.write(json);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // there is no disk behind a string
    }
    return text.toString();
  }
}
