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
  private final ShortNames names = new ShortNames();

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

  /**
   * What the directory says of a shard.
   *
   * @param beginning so much of its first term as tells it from the last one of the shard before
   */
  private record Shard(String beginning, String name) {}

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
      CharSequence row = row(rank);
      int length = length(rank, row);
      if (!isSingle && size > 0 && sizes.endsBefore(index.term(rank), size, length)) {
        shards.add(writeShard(first, rows));
        rows.setLength(0);
        first = rank;
        size = 0;
      }
      rows.append(row);
      size += length;
    }
    if (size > 0) {
      shards.add(writeShard(first, rows));
    }
    return shards;
  }

  private boolean isSingle() {
    int size = 0;
    for (int rank = 0; rank < index.size() && size < sizes.single(); rank++) {
      size += length(rank, row(rank));
    }
    return size < sizes.single();
  }

  /** How many bytes a row takes: all of it is ASCII but the term. */
  private int length(int rank, CharSequence row) {
    String term = index.term(rank);
    return row.length() - term.length() + term.getBytes(UTF_8).length;
  }

  /**
   * A term and its postings: for each document the difference of its number from the one before,
   * then {@code :} and how often the text has it unless that is once; if the title has it, {@code
   * !} and the length of the title, {@code :} and how often unless that is once; all in base 36.
   */
  private CharSequence row(int rank) {
    var row = new StringBuilder(index.term(rank));
    char separator = ' ';
    int previous = 0;
    for (Occurrence posting = index.postings(rank); posting.next(); separator = ',') {
      int document = posting.number();
      int inText = posting.frequency(IndexField.TEXT);
      int inTitle = posting.frequency(IndexField.TITLE);
      row.append(separator).append(figure(document - previous));
      previous = document;
      if (inText != 1) {
        row.append(':').append(figure(inText));
      }
      if (inTitle > 0) {
        int length = index.documents().get(document).length(IndexField.TITLE);
        row.append('!').append(figure(length));
      }
      if (inTitle > 1) {
        row.append(':').append(figure(inTitle));
      }
    }
    return row.append('\n');
  }

  private static String figure(int value) {
    return Integer.toString(value, RADIX);
  }

  private Shard writeShard(int first, CharSequence rows) throws IOException {
    IndexScript script =
        IndexScript.of(
            "shard",
            language,
            json -> {
              json.writeStringField("first", index.term(first));
              json.writeStringField("rows", rows.toString());
            });
    String name = names.of(script);
    sink.accept("s" + name + ".js", script.bytes());
    return new Shard(beginning(first), name);
  }

  private String beginning(int rank) {
    String term = index.term(rank);
    String before = rank == 0 ? "" : index.term(rank - 1);
    int length = 1;
    while (before.startsWith(term.substring(0, length))) {
      length++;
    }
    return term.substring(0, length);
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
    String name = names.of(script);
    sink.accept("d" + name + ".js", script.bytes());
    return name;
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
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeStringField("lengths", textLengths());
          json.writeArrayFieldStart("shards");
          for (Shard shard : shards) {
            json.writeString(shard.beginning() + " " + shard.name());
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

  /** Titles are short, so their lengths stand with their postings. */
  private String textLengths() {
    var lengths = new StringBuilder();
    for (DocumentTerms document : index.documents()) {
      int length = document.length(IndexField.TEXT);
      lengths.append(lengths.length() == 0 ? "" : ",").append(figure(length));
    }
    return lengths.toString();
  }
}
