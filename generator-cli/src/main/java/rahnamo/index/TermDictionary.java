package rahnamo.index;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The numbers of all terms of an index, given in the order of arrival. Safe for use by many
 * threads.
 */
final class TermDictionary {

  private final ConcurrentHashMap<String, Integer> numbers = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();

  /** The number of a term, a new one if it has none. */
  int number(String term) {
    Integer known = numbers.get(term);
    return known != null ? known : numbers.computeIfAbsent(term, t -> next.getAndIncrement());
  }

  /** All terms by number. */
  String[] terms() {
    String[] terms = new String[next.get()];
    numbers.forEach((term, number) -> terms[number] = term);
    return terms;
  }
}
