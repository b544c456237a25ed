package rahnamo.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rahnamo.text.analysis.QueryWord;

/**
 * Says which terms of an index the words of a query stand for, each with its boost: the word and
 * its stem; if the index has neither, other readings of it; at last what a typing error leaves.
 */
final class QueryTerms {

  private static final int FORM = 20;
  private static final int STEM = 4;
  private static final int OTHER = 2;
  private static final int BEGINNING = 2;
  private static final int NEAR = 1;
  private static final int MOST_EXPANSIONS = 32;

  private final OpenIndex index;
  private final Misspelling misspelling;

  /**
   * A term to look for.
   *
   * @param boost how much it counts
   */
  record Term(String term, int boost) {}

  QueryTerms(OpenIndex index) {
    this.index = index;
    this.misspelling = new Misspelling(index);
  }

  /**
   * The terms of a word.
   *
   * @param isTyped whether the reader may still be typing it
   */
  List<Term> of(QueryWord word, boolean isTyped) throws IOException {
    List<Term> terms = exact(word);
    if (word.whole()) {
      return terms;
    }
    if (isTyped) {
      Set<String> known = new HashSet<>(terms.stream().map(Term::term).toList());
      List<String> begun = new ArrayList<>(index.beginning(word.form()));
      begun.removeIf(known::contains);
      terms.addAll(weighted(begun, BEGINNING));
    }
    if (terms.isEmpty()) {
      terms = alternatives(word);
    }
    return terms.isEmpty() ? weighted(misspelling.corrections(word), NEAR) : terms;
  }

  private List<Term> exact(QueryWord word) throws IOException {
    var terms = new ArrayList<Term>();
    if (!index.row(word.form()).isEmpty()) {
      terms.add(new Term(word.form(), FORM));
    }
    if (!word.stem().equals(word.form()) && !index.row(word.stem()).isEmpty()) {
      terms.add(new Term(word.stem(), STEM));
    }
    return terms;
  }

  /** The first list of which the index has a term. */
  private List<Term> alternatives(QueryWord word) throws IOException {
    for (List<String> list : word.alternatives()) {
      var terms = new ArrayList<String>();
      for (String term : list) {
        if (term.endsWith("*")) {
          terms.addAll(index.beginning(term.substring(0, term.length() - 1)));
        } else if (!index.row(term).isEmpty()) {
          terms.add(term);
        }
      }
      if (!terms.isEmpty()) {
        return weighted(terms, OTHER);
      }
    }
    return List.of();
  }

  /** The shortest terms, because they are the nearest to what was typed. */
  private static List<Term> weighted(List<String> terms, int boost) {
    return terms.stream()
        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .limit(MOST_EXPANSIONS)
        .map(term -> new Term(term, boost))
        .toList();
  }
}
