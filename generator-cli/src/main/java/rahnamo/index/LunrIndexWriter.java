package rahnamo.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes an index as lunr.js 2.3.9 serialises its own, byte for byte, so that any program that
 * loads such an index can load ours.
 */
final class LunrIndexWriter {

  private static final String VERSION = "2.3.9";
  private static final double LARGEST_ARRAY_INDEX = 4294967294.0;

  private final InvertedIndex index;
  private final List<String> ids;

  /** In the order in which lunr.js came upon each term, by its number in the dictionary. */
  private final int[] firstSights;

  /** The documents as JavaScript lists the keys of an object. */
  private final int[] keyOrder;

  /**
   * An index to write.
   *
   * @param ids the names of the documents by their number
   */
  LunrIndexWriter(InvertedIndex index, List<String> ids) {
    this.index = index;
    this.ids = ids;
    this.firstSights = firstSights(index);
    this.keyOrder = keyOrder(ids);
  }

  void write(OutputStream out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("version", VERSION);
      json.writeArrayFieldStart("fields");
      for (IndexField field : IndexField.values()) {
        json.writeString(field.label());
      }
      json.writeEndArray();
      writeVectors(json);
      writeTerms(json);
      json.writeArrayFieldStart("pipeline");
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static int[] firstSights(InvertedIndex index) {
    int[] sights = new int[index.size()];
    Arrays.fill(sights, -1);
    int next = 0;
    for (DocumentTerms document : index.documents()) {
      for (DocumentTerms.Cursor cursor = document.cursor(); cursor.next(); ) {
        if (sights[cursor.term()] < 0) {
          sights[cursor.term()] = next++;
        }
      }
    }
    return sights;
  }

  /** Keys that are array indices come first, by their value; all others in the order of adding. */
  private static int[] keyOrder(List<String> ids) {
    var order = new ArrayList<Integer>();
    for (int number = 0; number < ids.size(); number++) {
      order.add(number);
    }
    order.sort(Comparator.comparingDouble(number -> arrayIndex(ids.get(number))));
    int[] ranks = new int[ids.size()];
    for (int rank = 0; rank < ranks.length; rank++) {
      ranks[order.get(rank)] = rank;
    }
    return ranks;
  }

  private static double arrayIndex(String id) {
    if (!id.matches("0|[1-9][0-9]{0,9}") || Long.parseLong(id) > LARGEST_ARRAY_INDEX) {
      return Double.POSITIVE_INFINITY;
    }
    return Long.parseLong(id);
  }

  private void writeVectors(JsonGenerator json) throws IOException {
    double[] rarity = rarityByNumber();
    json.writeArrayFieldStart("fieldVectors");
    for (int number = 0; number < ids.size(); number++) {
      for (IndexField field : IndexField.values()) {
        json.writeStartArray();
        json.writeString(field.label() + "/" + ids.get(number));
        writeVector(json, index.documents().get(number), field, rarity);
        json.writeEndArray();
      }
    }
    json.writeEndArray();
  }

  private double[] rarityByNumber() {
    double[] rarity = new double[index.size()];
    for (int rank = 0; rank < index.size(); rank++) {
      rarity[index.number(rank)] = Bm25.inverseFrequency(ids.size(), index.documentFrequency(rank));
    }
    return rarity;
  }

  private void writeVector(
      JsonGenerator json, DocumentTerms document, IndexField field, double[] rarity)
      throws IOException {
    double average = index.averageLength(field);
    var entries = new ArrayList<long[]>();
    for (DocumentTerms.Cursor cursor = document.cursor(); cursor.next(); ) {
      int frequency = cursor.frequency(field);
      if (frequency > 0) {
        long weight =
            Bm25.thousandths(
                rarity[cursor.term()], frequency, document.length(field), average, field.boost());
        entries.add(new long[] {firstSights[cursor.term()], weight});
      }
    }
    entries.sort(Comparator.comparingLong(entry -> entry[0]));
    json.writeStartArray();
    for (long[] entry : entries) {
      json.writeNumber(entry[0]);
      json.writeNumber(decimal(entry[1]));
    }
    json.writeEndArray();
  }

  /** Thousandths as JavaScript prints the number. */
  private static String decimal(long thousandths) {
    String sign = thousandths < 0 ? "-" : "";
    long value = Math.abs(thousandths);
    String rest = String.valueOf(1000 + value % 1000).substring(1).replaceAll("0+$", "");
    return sign + value / 1000 + (rest.isEmpty() ? "" : "." + rest);
  }

  private void writeTerms(JsonGenerator json) throws IOException {
    PositionsByDocument positions = new PositionsByDocument(index);
    json.writeArrayFieldStart("invertedIndex");
    for (int rank = 0; rank < index.size(); rank++) {
      json.writeStartArray();
      json.writeString(index.term(rank));
      json.writeStartObject();
      json.writeNumberField("_index", firstSights[index.number(rank)]);
      for (IndexField field : IndexField.values()) {
        writePostings(json, rank, field, positions);
      }
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void writePostings(
      JsonGenerator json, int rank, IndexField field, PositionsByDocument positions)
      throws IOException {
    json.writeObjectFieldStart(field.label());
    var having = new ArrayList<Integer>();
    for (Occurrence posting = index.postings(rank); posting.next(); ) {
      if (posting.frequency(field) > 0) {
        having.add(posting.number());
      }
    }
    having.sort(Comparator.comparingInt(document -> keyOrder[document]));
    for (int document : having) {
      json.writeObjectFieldStart(ids.get(document));
      positions.write(json, document, index.number(rank), field);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** Where terms stand, looked up again in the documents because few indexes want it. */
  private static final class PositionsByDocument {

    private final InvertedIndex index;
    private final Map<Long, int[][]> known = new HashMap<>();

    PositionsByDocument(InvertedIndex index) {
      this.index = index;
      for (int number = 0; number < index.documents().size(); number++) {
        if (index.documents().get(number).hasPositions()) {
          collect(number);
        }
      }
    }

    private void collect(int number) {
      for (DocumentTerms.Cursor cursor = index.documents().get(number).cursor(); cursor.next(); ) {
        int[][] ofFields = new int[DocumentTerms.FIELDS][];
        boolean hasAny = false;
        for (IndexField field : IndexField.values()) {
          ofFields[field.number()] = cursor.positions(field);
          hasAny |= ofFields[field.number()].length > 0;
        }
        if (hasAny) {
          known.put(key(number, cursor.term()), ofFields);
        }
      }
    }

    private static long key(int document, int term) {
      return (long) document << 32 | term;
    }

    void write(JsonGenerator json, int document, int term, IndexField field) throws IOException {
      int[][] ofFields = known.get(key(document, term));
      if (ofFields == null) {
        return;
      }
      int[] positions = ofFields[field.number()];
      json.writeArrayFieldStart("position");
      for (int i = 0; i < positions.length; i += 2) {
        json.writeStartArray();
        json.writeNumber(positions[i]);
        json.writeNumber(positions[i + 1]);
        json.writeEndArray();
      }
      json.writeEndArray();
    }
  }
}
