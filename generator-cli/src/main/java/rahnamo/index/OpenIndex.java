package rahnamo.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A written index that is being asked; reads shards when they are needed. For one thread. A part
 * that is missing or broken is left out, and {@link #isIncomplete} says so.
 */
final class OpenIndex {

  private static final int RADIX = 36;

  private final IndexSource source;
  private final String language;
  private final int documents;
  private final int chunkSize;
  private final List<String> letters;
  private final List<String> chunks;
  private final List<Field> fields = new ArrayList<>();
  private final int[] textLengths;
  private final NavigableMap<String, String> shards = new TreeMap<>();
  private final Map<String, NavigableMap<String, String>> loaded = new HashMap<>();
  private final Map<Integer, IndexedDocument> titles = new HashMap<>();
  private final Set<String> missing = new HashSet<>();

  /** What scores need to know of a field. */
  private record Field(int boost, double average) {}

  private OpenIndex(IndexSource source, JsonTree directory) throws IOException {
    this.source = source;
    this.language = directory.get("language").string();
    this.documents = directory.get("documents").integer();
    this.chunkSize = directory.get("chunk").integer();
    this.letters = words(directory.get("letters"));
    this.chunks = words(directory.get("chunks"));
    for (JsonTree field : directory.get("fields").items()) {
      double average = (double) field.get("total").whole() / documents;
      fields.add(new Field(field.get("boost").integer(), average));
    }
    this.textLengths = lengths(directory.get("lengths"));
    for (JsonTree shard : directory.get("shards").items()) {
      String[] parts = shard.string().split(" ", 2);
      shards.put(parts[0], "s" + parts[1] + ".js");
    }
  }

  /** Opens an index; empty if the source has none. */
  static Optional<OpenIndex> open(IndexSource source) throws IOException {
    Optional<byte[]> directory = source.read(ShardWriter.DIRECTORY);
    return directory.isEmpty()
        ? Optional.empty()
        : Optional.of(new OpenIndex(source, parse("index", directory.get())));
  }

  private static List<String> words(JsonTree text) throws IOException {
    return text.string().isEmpty() ? List.of() : List.of(text.string().split(" ", -1));
  }

  private static int[] lengths(JsonTree text) throws IOException {
    if (text.string().isEmpty()) {
      return new int[0];
    }
    String[] figures = text.string().split(",", -1);
    int[] lengths = new int[figures.length];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = Integer.parseInt(figures[i], RADIX);
    }
    return lengths;
  }

  /** The object that a script of the index hands to a function. */
  private static JsonTree parse(String function, byte[] script) throws IOException {
    String text = new String(script, UTF_8);
    String start = "rahnamo." + function + "(";
    int end = text.lastIndexOf(')');
    if (!text.startsWith(start) || end < start.length()) {
      throw new IOException("this is no script of an index");
    }
    return JsonTree.parse(text.substring(start.length(), end));
  }

  /** The folder name of the language whose rules the index follows. */
  String language() {
    return language;
  }

  /** How many documents there are. */
  int documents() {
    return documents;
  }

  /** In how many shards the terms are. */
  int shards() {
    return shards.size();
  }

  /** The first letters of all terms. */
  List<String> letters() {
    return letters;
  }

  /** Forgets what was missing: it may be there for the next question. */
  void beginQuestion() {
    missing.clear();
  }

  /** Whether a part that this question needed could not be read. */
  boolean isIncomplete() {
    return !missing.isEmpty();
  }

  /** The row of a term, empty if no document has it. */
  String row(String term) throws IOException {
    Map.Entry<String, String> shard = shards.floorEntry(term);
    return shard == null ? "" : rows(shard.getValue()).getOrDefault(term, "");
  }

  /** All terms with a beginning, in order. */
  List<String> beginning(String prefix) throws IOException {
    var found = new ArrayList<String>();
    String first = Optional.ofNullable(shards.floorKey(prefix)).orElse("");
    for (String shard : shards.subMap(first, true, prefix + '\uffff', true).values()) {
      found.addAll(rows(shard).subMap(prefix, true, prefix + '\uffff', true).keySet());
    }
    return found;
  }

  private NavigableMap<String, String> rows(String file) throws IOException {
    NavigableMap<String, String> known = loaded.get(file);
    if (known != null) {
      return known;
    }
    var rows = new TreeMap<String, String>();
    Optional<JsonTree> shard = read("shard", file);
    if (shard.isPresent()) {
      loaded.put(file, rows);
      for (String line : shard.get().string().split("\n", -1)) {
        int space = line.indexOf(' ');
        if (space > 0) {
          rows.put(line.substring(0, space), line.substring(space + 1));
        }
      }
    }
    return rows;
  }

  /** The rows in a script; empty if it is missing or broken, which {@link #isIncomplete} tells. */
  private Optional<JsonTree> read(String function, String file) {
    if (missing.contains(file)) {
      return Optional.empty();
    }
    try {
      Optional<byte[]> bytes = source.read(file);
      if (bytes.isPresent()) {
        return Optional.of(parse(function, bytes.get()).get("rows"));
      }
    } catch (IOException e) {
      // what is there still serves
    }
    missing.add(file);
    return Optional.empty();
  }

  /** The weight of a posting in a field, in thousandths. */
  long thousandths(IndexField field, Posting posting, double inverseFrequency) {
    Field known = fields.get(field.number());
    return Bm25.thousandths(
        inverseFrequency,
        posting.frequency(field),
        field == IndexField.TITLE ? posting.titleLength() : textLengths[posting.document()],
        known.average(),
        known.boost());
  }

  /** What is shown of a document; empty if it cannot be read. */
  Optional<IndexedDocument> document(int number) throws IOException {
    int chunk = number / chunkSize;
    if (!titles.containsKey(number)) {
      Optional<JsonTree> rows = read("documents", "d" + chunks.get(chunk) + ".js");
      int next = chunk * chunkSize;
      for (JsonTree row : rows.isPresent() ? rows.get().items() : List.<JsonTree>of()) {
        titles.put(next++, IndexedDocument.of(row));
      }
    }
    return Optional.ofNullable(titles.get(number));
  }

  /** The text of a document, empty if it has none or it cannot be read. */
  String text(IndexedDocument document) {
    if (document.text().isEmpty()) {
      return "";
    }
    try {
      Optional<byte[]> bytes = source.read("t" + document.text() + ".js");
      return bytes.isEmpty() ? "" : parse("text", bytes.get()).get("text").string();
    } catch (IOException e) {
      return ""; // a hit without its passage is still a hit
    }
  }
}
