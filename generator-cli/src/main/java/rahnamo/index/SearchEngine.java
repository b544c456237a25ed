package rahnamo.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import rahnamo.text.Language;
import rahnamo.text.analysis.Analyzer;
import rahnamo.text.analysis.QueryWord;

/**
 * Answers queries from a written index, as the engine of the theme ({@code search/engine.js}) does
 * in a browser: a test holds both together. For one thread.
 */
public final class SearchEngine {

  private static final int MOST_WORDS = 24;

  private final OpenIndex index;
  private final Analyzer analyzer;
  private final QueryTerms queryTerms;

  private SearchEngine(OpenIndex index, Language language) {
    this.index = index;
    this.analyzer = Analyzer.of(language);
    this.queryTerms = new QueryTerms(index);
  }

  /**
   * Opens an index.
   *
   * @return empty if the source has none, or one of another language
   * @throws IOException if the index is broken
   */
  public static Optional<SearchEngine> open(IndexSource source, Language language)
      throws IOException {
    return OpenIndex.open(source)
        .filter(index -> index.language().equals(language.folder()))
        .map(index -> new SearchEngine(index, language));
  }

  /**
   * Answers a query, whatever its text; nothing is found by a text without words.
   *
   * @param isTyped whether the last word may still grow
   * @param limit how many documents to tell at most
   */
  public SearchResult search(String text, boolean isTyped, int limit) throws IOException {
    index.beginQuestion();
    List<QueryWord> words = words(text);
    if (words.isEmpty() || index.documents() == 0) {
      return new SearchResult(0, false, List.of());
    }
    var matches = new HashMap<Integer, Integer>();
    Map<String, Asked> terms = terms(words, isTyped, matches);
    List<Found> found = rank(score(terms), matches, words);
    var hits = new ArrayList<SearchResult.Hit>();
    for (Found document : found.subList(0, Math.min(limit, found.size()))) {
      Optional<IndexedDocument> shown = index.document(document.number());
      if (shown.isPresent()) {
        hits.add(hit(shown.get(), document.score(), terms.keySet()));
      }
    }
    return new SearchResult(found.size(), index.isIncomplete(), List.copyOf(hits));
  }

  /** Words that say little count only if there are no others. */
  private List<QueryWord> words(String text) {
    List<QueryWord> all = analyzer.query(text);
    List<QueryWord> telling = all.stream().filter(word -> !word.stop()).toList();
    return (telling.isEmpty() ? all : telling).stream().limit(MOST_WORDS).toList();
  }

  /** A term that is looked for: how much it counts, and where it is. */
  private record Asked(int boost, List<Posting> postings) {

    Asked plus(Asked again) {
      return new Asked(boost + again.boost, postings);
    }
  }

  /**
   * The terms of all words, in order.
   *
   * @param matches takes how many words each document has
   */
  private Map<String, Asked> terms(
      List<QueryWord> words, boolean isTyped, Map<Integer, Integer> matches) throws IOException {
    var terms = new TreeMap<String, Asked>();
    for (int i = 0; i < words.size(); i++) {
      var seen = new HashSet<Integer>();
      for (QueryTerms.Term term : queryTerms.of(words.get(i), isTyped && i == words.size() - 1)) {
        List<Posting> postings = Posting.parse(index.row(term.term()));
        terms.merge(term.term(), new Asked(term.boost(), postings), Asked::plus);
        postings.forEach(posting -> seen.add(posting.document()));
      }
      if (!words.get(i).whole()) {
        seen.forEach(document -> matches.merge(document, 1, Integer::sum));
      }
    }
    return terms;
  }

  /** The score of each document: the products of boosts and weights over the query's length. */
  private Map<Integer, Double> score(Map<String, Asked> terms) {
    var products = new HashMap<Integer, Long>();
    long square = 0;
    for (Asked term : terms.values()) {
      long boost = term.boost();
      square += boost * boost;
      double rarity = Bm25.inverseFrequency(index.documents(), documentFrequency(term.postings()));
      for (Posting posting : term.postings()) {
        for (IndexField field : IndexField.values()) {
          if (posting.frequency(field) > 0) {
            long weight = index.thousandths(field, posting, rarity);
            products.merge(posting.document(), boost * weight, Long::sum);
          }
        }
      }
    }
    double length = Math.sqrt((double) square);
    var scores = new HashMap<Integer, Double>();
    products.forEach((document, product) -> scores.put(document, product / 1000.0 / length));
    return scores;
  }

  private static int documentFrequency(List<Posting> postings) {
    int count = 0;
    for (Posting posting : postings) {
      count += (posting.inTitle() > 0 ? 1 : 0) + (posting.inText() > 0 ? 1 : 0);
    }
    return count;
  }

  private record Found(int number, double score, double rank) {}

  /**
   * A document with few of the words comes behind one with many, though its words be the very ones
   * that were typed: so the share of the words counts three times.
   */
  private static List<Found> rank(
      Map<Integer, Double> scores, Map<Integer, Integer> matches, List<QueryWord> words) {
    long asked = Math.max(1, words.stream().filter(word -> !word.whole()).count());
    var found = new ArrayList<Found>();
    scores.forEach(
        (number, score) -> {
          double share = (double) matches.getOrDefault(number, 1) / asked;
          found.add(new Found(number, score, score * share * share * share));
        });
    found.sort(Comparator.comparingDouble(Found::rank).reversed().thenComparingInt(Found::number));
    return found;
  }

  private SearchResult.Hit hit(IndexedDocument document, double score, Set<String> terms) {
    Passage passage = Passage.of(analyzer, index.text(document), terms);
    return new SearchResult.Hit(
        document.id(),
        document.title(),
        Passage.marks(analyzer, document.title(), terms),
        document.section(),
        score,
        passage.text(),
        passage.marks());
  }
}
