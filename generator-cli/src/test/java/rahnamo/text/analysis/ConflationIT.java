package rahnamo.text.analysis;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rahnamo.text.Language;

/**
 * How many inflected forms find their base form, and how many bring a wrong word, on word pairs in
 * the folder named by the property {@code rahnamo.pairs}.
 */
@Tag("slow")
class ConflationIT {

  @ParameterizedTest
  @CsvSource({"tg, 92, 10", "uz, 90, 10", "ru, 94, 5"})
  void formsFindTheirBaseFormAndLittleElse(String tag, int least, int most) throws IOException {
    Path pairs = Path.of(System.getProperty("rahnamo.pairs", "")).resolve(tag + ".tsv");
    assumeTrue(Files.exists(pairs), () -> "there is no " + pairs);
    Analyzer analyzer = Analyzer.of(Language.of(tag).orElseThrow());
    List<String[]> lines = Files.readAllLines(pairs).stream().map(l -> l.split("\t")).toList();
    Map<String, Set<String>> index = new HashMap<>();
    lines.forEach(line -> addTo(index, analyzer, line[0]));

    int found = 0;
    int wrong = 0;
    for (String[] line : lines) {
      Set<String> results = new HashSet<>();
      analyzer.query(line[1]).forEach(word -> results.addAll(results(index, word)));
      boolean isFound = results.remove(line[0]);
      found += isFound ? 1 : 0;
      wrong += results.isEmpty() ? 0 : 1;
    }

    double share = 100.0 * found / lines.size();
    double wrongShare = 100.0 * wrong / lines.size();
    assertTrue(share >= least && wrongShare <= most, () -> tag + ": " + share + "/" + wrongShare);
  }

  private static void addTo(Map<String, Set<String>> index, Analyzer analyzer, String base) {
    for (Word word : analyzer.words(base)) {
      for (String term : List.of(word.form(), word.stem())) {
        index.computeIfAbsent(term, t -> new HashSet<>()).add(base);
      }
    }
  }

  /** Form and stem; if the index has neither, the first alternatives that it has. */
  private static Set<String> results(Map<String, Set<String>> index, QueryWord word) {
    List<List<String>> tiers = new ArrayList<>();
    tiers.add(List.of(word.form(), word.stem()));
    tiers.addAll(word.alternatives());
    for (List<String> terms : tiers) {
      Set<String> results = new HashSet<>();
      terms.forEach(term -> results.addAll(index.getOrDefault(term, Set.of())));
      if (!results.isEmpty()) {
        return results;
      }
    }
    return Set.of();
  }
}
