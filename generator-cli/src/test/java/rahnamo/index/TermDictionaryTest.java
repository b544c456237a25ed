package rahnamo.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import rahnamo.index.TermDictionary.Numbers;

class TermDictionaryTest {

  private static final int THREADS = 4;

  @Test
  void eachTermHasOneNumberWhoeverAsksForIt() throws Exception {
    List<String> forms = forms();
    var dictionary = new TermDictionary(TermDictionaryTest::stem);
    Map<String, Integer> numbers = new ConcurrentHashMap<>();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    var results = new ArrayList<Future<Void>>();
    for (int seed = 0; seed < THREADS; seed++) {
      results.add(threads.submit(asking(dictionary, forms, seed, numbers)));
    }
    threads.shutdown();
    for (Future<Void> result : results) {
      result.get();
    }

    Set<String> terms = new TreeSet<>(forms);
    forms.forEach(form -> terms.add(stem(form)));
    assertEquals(terms, numbers.keySet());
    assertArrayEquals(terms.toArray(), dictionary.sortedTerms());
    Set<Integer> given = new HashSet<>(numbers.values());
    assertEquals(terms.size(), given.size());
    assertEquals(terms.size() - 1, Collections.max(given));
    numbers.forEach((term, number) -> assertEquals(number, dictionary.number(term)));
  }

  private static Callable<Void> asking(
      TermDictionary dictionary, List<String> forms, int seed, Map<String, Integer> seen) {
    var mine = new ArrayList<>(forms);
    Collections.shuffle(mine, new Random(seed));
    return () -> {
      for (String form : mine) {
        Numbers numbers = dictionary.numbers(form);
        see(seen, form, numbers.form());
        see(seen, stem(form), numbers.stem());
      }
      return null;
    };
  }

  private static void see(Map<String, Integer> seen, String term, int number) {
    Integer other = seen.putIfAbsent(term, number);
    assertEquals(other == null ? number : other, number, term);
  }

  /** Many forms, stems among them, in two scripts, and some whose hashes are the same. */
  private static List<String> forms() {
    var forms = new ArrayList<String>();
    for (int i = 0; i < 20_000; i++) {
      forms.add("ш" + Integer.toString(i, 36));
      forms.add(Integer.toString(i, 36) + "ҳо");
      forms.add(Integer.toBinaryString(i).replace("0", "Aa").replace("1", "BB"));
    }
    return forms;
  }

  private static String stem(String form) {
    return form.endsWith("ҳо") ? form.substring(0, form.length() - 2) : form;
  }
}
