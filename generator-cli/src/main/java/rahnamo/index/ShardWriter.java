package rahnamo.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import rahnamo.text.Language;
import rahnamo.text.analysis.AnalysisTable;

/**
 * Cuts an index by term into small scripts, of which a query loads only those with its own terms.
 * The format is described in docs/SEARCH.md.
 */
final class ShardWriter {

  static final String DIRECTORY = "index.js";

  /** So many documents share a script of titles. */
  static final int CHUNK = 16;

  private static final int RADIX = 36;

  private final Language language;
  private final InvertedIndex index;
  private final List<IndexedDocument> documents;
  private final ShardSizes sizes;
  private final IndexSink sink;

  ShardWriter(
      Language language,
      InvertedIndex index,
      List<IndexedDocument> documents,
      ShardSizes sizes,
      IndexSink sink) {
    this.language = language;
    this.index = index;
    this.documents = documents;
    this.sizes = sizes;
    this.sink = sink;
  }

  /** What the directory says of a shard. */
  private record Shard(String firstTerm, String name) {}

  void write() throws IOException {
    List<Shard> shards = writeShards();
    List<String> chunks = writeChunks();
    sink.accept(DIRECTORY, directory(shards, chunks).bytes());
  }

  private List<Shard> writeShards() throws IOException {
    var shards = new ArrayList<Shard>();
    boolean isSingle = isSingle();
    var rows = new StringBuilder();
    int first = 0;
    int size = 0;
    for (int rank = 0; rank < index.size(); rank++) {
      String row = row(rank);
      int length = row.getBytes(UTF_8).length;
      if (!isSingle && size > 0 && sizes.endsBefore(index.term(rank), size, length)) {
        shards.add(writeShard(index.term(first), rows));
        rows.setLength(0);
        first = rank;
        size = 0;
      }
      rows.append(row);
      size += length;
    }
    if (size > 0) {
      shards.add(writeShard(index.term(first), rows));
    }
    return shards;
  }

  private boolean isSingle() {
    int size = 0;
    for (int rank = 0; rank < index.size() && size < sizes.single(); rank++) {
      size += row(rank).getBytes(UTF_8).length;
    }
    return size < sizes.single();
  }

  /**
   * A term and its postings: for each document the difference of its number from the one before,
   * then {@code :} and how often the text has it unless that is once, and {@code !} with how often
   * the title has it if it does; figures are in base 36, once is not written.
   */
  private String row(int rank) {
    var row = new StringBuilder(index.term(rank)).append(' ');
    int previous = -1;
    for (int posting = index.start(rank); posting < index.start(rank + 1); posting++) {
      int document = index.document(posting);
      if (previous >= 0) {
        row.append(',');
      }
      row.append(figure(document - Math.max(previous, 0)));
      previous = document;
      int inText = index.frequency(posting, IndexField.TEXT);
      int inTitle = index.frequency(posting, IndexField.TITLE);
      if (inText != 1) {
        row.append(':').append(figure(inText));
      }
      if (inTitle > 0) {
        row.append('!').append(inTitle == 1 ? "" : figure(inTitle));
      }
    }
    return row.append('\n').toString();
  }

  private static String figure(int value) {
    return Integer.toString(value, RADIX);
  }

  private Shard writeShard(String firstTerm, CharSequence rows) throws IOException {
    IndexScript script =
        IndexScript.of(
            "shard",
            language,
            json -> {
              json.writeStringField("first", firstTerm);
              json.writeStringField("rows", rows.toString());
            });
    sink.accept("s" + script.name() + ".js", script.bytes());
    return new Shard(firstTerm, script.name());
  }

  private List<String> writeChunks() throws IOException {
    var names = new ArrayList<String>();
    for (int first = 0; first < documents.size(); first += CHUNK) {
      names.add(writeChunk(first));
    }
    return names;
  }

  private String writeChunk(int first) throws IOException {
    int end = Math.min(first + CHUNK, documents.size());
    IndexScript script =
        IndexScript.of(
            "documents",
            language,
            json -> {
              json.writeNumberField("first", first);
              json.writeArrayFieldStart("rows");
              for (IndexedDocument document : documents.subList(first, end)) {
                document.write(json);
              }
              json.writeEndArray();
            });
    sink.accept("d" + script.name() + ".js", script.bytes());
    return script.name();
  }

  private IndexScript directory(List<Shard> shards, List<String> chunks) throws IOException {
    return IndexScript.of(
        "index",
        language,
        json -> {
          json.writeNumberField("format", 1);
          json.writeNumberField("documents", documents.size());
          json.writeNumberField("chunk", CHUNK);
          json.writeStringField("letters", letters());
          json.writeArrayFieldStart("fields");
          for (IndexField field : IndexField.values()) {
            json.writeStartObject();
            json.writeStringField("name", field.label());
            json.writeNumberField("boost", field.boost());
            json.writeNumberField("total", index.totalLength(field));
            json.writeStringField("lengths", lengths(field));
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeArrayFieldStart("shards");
          for (Shard shard : shards) {
            json.writeString(shard.firstTerm() + " " + shard.name());
          }
          json.writeEndArray();
          json.writeStringField("chunks", String.join(" ", chunks));
          json.writeFieldName("analysis");
          json.writeRawValue(AnalysisTable.json(language));
        });
  }

  /** The first letters of all terms, for the search of misspelled ones. */
  private String letters() {
    var letters = new TreeSet<String>();
    for (int rank = 0; rank < index.size(); rank++) {
      String term = index.term(rank);
      letters.add(term.substring(0, term.offsetByCodePoints(0, 1)));
    }
    return String.join(" ", letters);
  }

  private String lengths(IndexField field) {
    var lengths = new StringBuilder();
    for (DocumentTerms document : index.documents()) {
      lengths.append(lengths.length() == 0 ? "" : ",").append(figure(document.length(field)));
    }
    return lengths.toString();
  }
}
