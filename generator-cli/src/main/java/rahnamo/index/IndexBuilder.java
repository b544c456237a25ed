package rahnamo.index;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import rahnamo.text.Language;
import rahnamo.text.analysis.Analyzer;

/**
 * The index of one language in the making. Documents may be added by many threads in any order; the
 * result depends on their numbers only. Of a document only its terms and title stay in memory.
 */
public final class IndexBuilder {

  private final Language language;
  private final Analyzer analyzer;
  private final boolean hasPositions;
  private final ShardSizes sizes;
  private final IndexSink sink;
  private final TermDictionary dictionary;
  private final AtomicReferenceArray<IndexedDocument> documents;
  private final AtomicReferenceArray<DocumentTerms> terms;

  /**
   * An empty index.
   *
   * @param size how many documents there are at most
   * @param hasPositions whether the index for lunr.js says where in a field a term stands
   * @param sink takes the files; called by all threads that add
   */
  public IndexBuilder(Language language, int size, boolean hasPositions, IndexSink sink) {
    this(language, size, hasPositions, ShardSizes.DEFAULT, sink);
  }

  IndexBuilder(
      Language language, int size, boolean hasPositions, ShardSizes sizes, IndexSink sink) {
    this.language = language;
    this.analyzer = Analyzer.of(language);
    this.dictionary = new TermDictionary(analyzer::stem);
    this.hasPositions = hasPositions;
    this.sizes = sizes;
    this.sink = sink;
    this.documents = new AtomicReferenceArray<>(size);
    this.terms = new AtomicReferenceArray<>(size);
  }

  /**
   * Adds a document.
   *
   * @param number its place among the documents, from 0; numbers never given are left out
   */
  public void add(int number, SearchDocument document) throws IOException {
    terms.set(number, count(document));
    String text = document.text().isEmpty() ? "" : writeText(document);
    documents.set(
        number, new IndexedDocument(document.id(), document.title(), document.section(), text));
  }

  private DocumentTerms count(SearchDocument document) {
    var counter = new TermCounter(hasPositions);
    for (IndexField field : IndexField.values()) {
      analyzer.forms(
          document.field(field),
          (start, length, form) -> {
            TermDictionary.Numbers numbers = dictionary.numbers(form);
            counter.add(numbers.form(), field, start, length);
            if (numbers.stem() != numbers.form()) {
              counter.add(numbers.stem(), field, start, length);
            }
          });
    }
    return counter.terms();
  }

  private String writeText(SearchDocument document) throws IOException {
    IndexScript script =
        IndexScript.of(
            "text",
            language,
            json -> {
              json.writeStringField("id", document.id());
              json.writeStringField("text", document.text());
            });
    sink.accept("t" + script.name() + ".js", script.bytes());
    return script.name();
  }

  /**
   * Writes the files that need all documents.
   *
   * @param withWhole whether to write the index as one file for lunr.js too
   */
  public void finish(boolean withWhole) throws IOException {
    var present = new ArrayList<IndexedDocument>();
    var presentTerms = new ArrayList<DocumentTerms>();
    for (int number = 0; number < documents.length(); number++) {
      if (documents.get(number) != null) {
        present.add(documents.get(number));
        presentTerms.add(terms.get(number));
      }
    }
    var index = new InvertedIndex(presentTerms, dictionary);
    new ShardWriter(language, index, present, sizes, sink).write();
    if (withWhole) {
      var bytes = new ByteArrayOutputStream();
      List<String> ids = present.stream().map(IndexedDocument::id).toList();
      new LunrIndexWriter(index, ids).write(bytes);
      sink.accept("index.json", bytes.toByteArray());
    }
  }
}
