package rahnamo.index;

import java.util.Arrays;
import java.util.List;

/** For each term, in the order of UTF-16 units, the documents that have it. Immutable. */
final class InvertedIndex {

  private final List<DocumentTerms> documents;
  private final String[] terms;

  /** The number in the dictionary of each term. */
  private final int[] numbers;

  private final int[] starts;
  private final int[] postings;
  private final int[][] frequencies;

  /** Turns documents, in the order of their numbers, inside out. */
  InvertedIndex(List<DocumentTerms> documents, TermDictionary dictionary) {
    this.documents = List.copyOf(documents);
    String[] byNumber = dictionary.terms();
    this.numbers = sorted(byNumber);
    this.terms = new String[byNumber.length];
    Arrays.setAll(terms, rank -> byNumber[numbers[rank]]);
    int[] ranks = ranks(numbers);
    this.starts = starts(ranks);
    this.postings = new int[starts[terms.length]];
    this.frequencies = new int[DocumentTerms.FIELDS][postings.length];
    fill(ranks);
  }

  private static int[] sorted(String[] byNumber) {
    Integer[] order = new Integer[byNumber.length];
    Arrays.setAll(order, number -> number);
    Arrays.sort(order, (a, b) -> byNumber[a].compareTo(byNumber[b]));
    return Arrays.stream(order).mapToInt(number -> number).toArray();
  }

  private static int[] ranks(int[] numbers) {
    int[] ranks = new int[numbers.length];
    for (int rank = 0; rank < numbers.length; rank++) {
      ranks[numbers[rank]] = rank;
    }
    return ranks;
  }

  private int[] starts(int[] ranks) {
    int[] starts = new int[ranks.length + 1];
    for (DocumentTerms document : documents) {
      for (DocumentTerms.Cursor cursor = document.cursor(); cursor.next(); ) {
        starts[ranks[cursor.term()] + 1]++;
      }
    }
    for (int rank = 0; rank < ranks.length; rank++) {
      starts[rank + 1] += starts[rank];
    }
    return starts;
  }

  private void fill(int[] ranks) {
    int[] next = Arrays.copyOf(starts, ranks.length);
    for (int number = 0; number < documents.size(); number++) {
      for (DocumentTerms.Cursor cursor = documents.get(number).cursor(); cursor.next(); ) {
        int at = next[ranks[cursor.term()]]++;
        postings[at] = number;
        for (IndexField field : IndexField.values()) {
          frequencies[field.number()][at] = cursor.frequency(field);
        }
      }
    }
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

  /** The postings of a term are those from {@code start(rank)} to {@code start(rank + 1)}. */
  int start(int rank) {
    return starts[rank];
  }

  /** The document of a posting. */
  int document(int posting) {
    return postings[posting];
  }

  int frequency(int posting, IndexField field) {
    return frequencies[field.number()][posting];
  }

  /** In how many fields of documents a term stands. */
  int documentFrequency(int rank) {
    int count = 0;
    for (int[] ofField : frequencies) {
      for (int posting = starts[rank]; posting < starts[rank + 1]; posting++) {
        count += ofField[posting] > 0 ? 1 : 0;
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
