package rahnamo.index;

import java.util.Arrays;
import java.util.List;

/**
 * For each term, in the order of UTF-16 units, the documents that have it. Immutable.
 *
 * <p>The postings of all terms lie in one array of bytes, coded like the terms of a document.
 */
final class InvertedIndex {

  private final List<DocumentTerms> documents;
  private final String[] terms;

  /** The number in the dictionary of each term. */
  private final int[] numbers;

  /** The bytes of a term end where those of the next begin. */
  private final int[] starts;

  private final byte[] postings;

  /** Turns documents, in the order of their numbers, inside out. */
  InvertedIndex(List<DocumentTerms> documents, TermDictionary dictionary) {
    this.documents = List.copyOf(documents);
    this.terms = dictionary.sortedTerms();
    this.numbers = Arrays.stream(terms).mapToInt(dictionary::number).toArray();
    int[] ranks = ranks(numbers);
    this.starts = starts(ranks);
    this.postings = new byte[starts[terms.length]];
    fill(ranks);
  }

  private static int[] ranks(int[] numbers) {
    int[] ranks = new int[numbers.length];
    for (int rank = 0; rank < numbers.length; rank++) {
      ranks[numbers[rank]] = rank;
    }
    return ranks;
  }

  /** Takes the terms of all documents in turn. */
  private interface Visitor {

    /**
     * Takes a term of a document.
     *
     * @param step the number of the document without that of the one before that has the term
     */
    void visit(int rank, int step, int inTitle, int inText);
  }

  private void visit(int[] ranks, Visitor visitor) {
    int[] previous = new int[ranks.length];
    for (int number = 0; number < documents.size(); number++) {
      for (DocumentTerms.Cursor cursor = documents.get(number).cursor(); cursor.next(); ) {
        int rank = ranks[cursor.term()];
        visitor.visit(
            rank,
            number - previous[rank],
            cursor.frequency(IndexField.TITLE),
            cursor.frequency(IndexField.TEXT));
        previous[rank] = number;
      }
    }
  }

  private int[] starts(int[] ranks) {
    int[] starts = new int[ranks.length + 1];
    visit(
        ranks,
        (rank, step, inTitle, inText) ->
            starts[rank + 1] += Occurrence.size(step, inTitle, inText));
    for (int rank = 0; rank < ranks.length; rank++) {
      starts[rank + 1] += starts[rank];
    }
    return starts;
  }

  private void fill(int[] ranks) {
    int[] next = Arrays.copyOf(starts, ranks.length);
    visit(
        ranks,
        (rank, step, inTitle, inText) ->
            next[rank] = Occurrence.write(postings, next[rank], step, inTitle, inText));
  }

  List<DocumentTerms> documents() {
    return documents;
  }

  /** How many terms there are. */
  int size() {
    return terms.length;
  }

  String term(int rank) {
    return terms[rank];
  }

  /** The number of a term in the dictionary. */
  int number(int rank) {
    return numbers[rank];
  }

  /** The documents that have a term, in the order of their numbers. */
  Occurrence postings(int rank) {
    return new Occurrence(new VarInts.Reader(postings, starts[rank], starts[rank + 1]));
  }

  /** In how many fields of documents a term stands. */
  int documentFrequency(int rank) {
    int count = 0;
    for (Occurrence posting = postings(rank); posting.next(); ) {
      for (IndexField field : IndexField.values()) {
        count += posting.frequency(field) > 0 ? 1 : 0;
      }
    }
    return count;
  }

  /** How many terms a field has in an average document. */
  double averageLength(IndexField field) {
    return (double) totalLength(field) / documents.size();
  }

  long totalLength(IndexField field) {
    return documents.stream().mapToLong(document -> document.length(field)).sum();
  }
}
