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
 * its stem; if the index has neither, what a keyboard or a typing error makes of it, and other
 * readings.
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
      terms.addAll(begun(word, terms));
    }
    if (terms.isEmpty()) {
      return others(word);
    }
    boolean isStemOnly = terms.size() == 1 && !terms.get(0).term().equals(word.form());
    if (isStemOnly) { // an inflected form, or a typing error that looks like one
      terms.addAll(weighted(misspelling.closest(word.form()), NEAR));
    }
    return terms;
  }

  /** Other terms that a word begins. */
  private List<Term> begun(QueryWord word, List<Term> exact) throws IOException {
    Set<String> known = new HashSet<>(exact.stream().map(Term::term).toList());
    List<String> begun = new ArrayList<>(index.beginning(word.form()));
    begun.removeIf(known::contains);
    return weighted(begun, BEGINNING);
  }

  /** The first that the index has: other spellings, misspellings, other readings. */
  private List<Term> others(QueryWord word) throws IOException {
    List<Term> terms = weighted(present(word.spellings()), OTHER);
    if (terms.isEmpty()) {
      terms = weighted(misspelling.corrections(word.form()), NEAR);
    }
    for (int i = 0; i < word.alternatives().size() && terms.isEmpty(); i++) {
      terms = weighted(present(word.alternatives().get(i)), OTHER);
    }
    return terms.isEmpty() ? weighted(misspelling.corrections(word.stem()), NEAR) : terms;
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

  /** The terms of a list that the index has; one that ends in {@code *} stands for many. */
  private List<String> present(List<String> list) throws IOException {
    var terms = new ArrayList<String>();
    for (String term : list) {
      if (term.endsWith("*")) {
        terms.addAll(index.beginning(term.substring(0, term.length() - 1)));
      } else if (!index.row(term).isEmpty()) {
        terms.add(term);
      }
    }
    return terms;
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
