package rahnamo.text.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import rahnamo.text.Language;
import rahnamo.text.WordLists;

/**
 * The rules of one language, as its file in {@code rahnamo/text/analysis} lists them, folded.
 *
 * <p>Each line is a key and its values; docs/SEARCH.md says what the keys mean. Immutable.
 */
public final class AnalysisTable {

  private static final AnalysisTable RUSSIAN = read("ru");
  private static final AnalysisTable TAJIK = read("tg");
  private static final AnalysisTable UZBEK = read("uz");

  private final Map<String, String> letters;
  private final Folding folding;
  private final Map<String, List<String>> lines;

  private AnalysisTable(List<String> source) {
    letters = pairs(linesOf(source, "fold"));
    folding = new Folding(letters);
    lines = new LinkedHashMap<>();
    for (String line : source) {
      String key = line.substring(0, line.indexOf(' '));
      lines
          .computeIfAbsent(key, k -> new ArrayList<>())
          .add(line.substring(key.length() + 1).strip());
    }
  }

  /** The rules of a language; both scripts of Uzbek share theirs. */
  static AnalysisTable of(Language language) {
    return switch (language) {
      case TG -> TAJIK;
      case RU -> RUSSIAN;
      case UZ, UZ_CYRL -> UZBEK;
    };
  }

  /** What the browser's analyzer is made from, as JSON. The same bytes each time. */
  public static String json(Language language) {
    AnalysisTable table = of(language);
    return table.json(table == RUSSIAN ? "" : ",\"russian\":" + RUSSIAN.stemmerJson());
  }

  private static AnalysisTable read(String name) {
    return new AnalysisTable(WordLists.read("analysis/" + name + ".txt").toList());
  }

  Folding folding() {
    return folding;
  }

  /** The folded words of all lines with a key. */
  List<String> words(String key) {
    return rows(key).stream().flatMap(List::stream).toList();
  }

  /** The folded words of each line with a key. */
  List<List<String>> rows(String key) {
    return lines.getOrDefault(key, List.of()).stream().map(this::foldedWords).toList();
  }

  /** The letters of a line with this key, folded; empty if there is none. */
  String letters(String key) {
    return words(key).stream()
        .flatMapToInt(String::chars)
        .distinct()
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /** Letters and what may be meant by them. */
  Map<String, String> keyboard() {
    return pairs(lines.getOrDefault("keyboard", List.of()));
  }

  List<Ending> endings() {
    List<Ending> all = new ArrayList<>();
    for (String line : lines.getOrDefault("endings", List.of())) {
      String[] parts = line.split(" +", 5);
      for (String text : foldedWords(parts[4])) {
        int slot = Integer.parseInt(parts[0]);
        int next = Integer.parseInt(parts[1]);
        all.add(new Ending(slot, next, parts[2], Integer.parseInt(parts[3]), text));
      }
    }
    return all;
  }

  /** The endings of the Russian stemmer, by the name of their list; they are folded already. */
  Map<String, List<String>> stemmerLists() {
    Map<String, List<String>> lists = new TreeMap<>();
    lines.forEach(
        (key, values) -> {
          if (!key.equals("fold") && !key.equals("stop")) {
            lists.put(key, splitAll(values));
          }
        });
    return lists;
  }

  boolean isRussian() {
    return this == RUSSIAN;
  }

  static AnalysisTable russian() {
    return RUSSIAN;
  }

  private List<String> foldedWords(String line) {
    return Arrays.stream(line.split(" +")).map(folding::apply).toList();
  }

  private static List<String> splitAll(List<String> values) {
    return values.stream().flatMap(value -> Arrays.stream(value.split(" +"))).toList();
  }

  private static List<String> linesOf(List<String> source, String key) {
    return source.stream()
        .filter(line -> line.startsWith(key + " "))
        .map(line -> line.substring(key.length() + 1))
        .toList();
  }

  private static Map<String, String> pairs(List<String> values) {
    Map<String, String> pairs = new TreeMap<>();
    for (String pair : splitAll(values)) {
      int sign = pair.indexOf('=');
      pairs.put(pair.substring(0, sign), pair.substring(sign + 1));
    }
    return pairs;
  }

  private String json(String more) {
    var json = new StringBuilder("{\"stop\":").append(quoted(String.join(" ", words("stop"))));
    if (isRussian()) {
      json.append(',').append(stemmerJson().substring(1));
      return json.toString();
    }
    json.append(",\"fold\":").append(object(letters));
    json.append(",\"keyboard\":").append(object(keyboard()));
    json.append(",\"vowels\":").append(quoted(letters("vowels")));
    json.append(",\"last\":").append(quoted(letters("last")));
    json.append(",\"prefixes\":").append(array(words("prefix")));
    json.append(",\"stems\":")
        .append(array(rows("stems").stream().map(AnalysisTable::line).toList()));
    json.append(",\"endings\":[").append(endingsJson()).append(']');
    return json.append(more).append('}').toString();
  }

  private String endingsJson() {
    return lines.getOrDefault("endings", List.of()).stream()
        .map(line -> line.split(" +", 5))
        .map(
            part -> {
              String numbers = "[" + part[0] + "," + part[1] + ",\"" + part[2] + "\"," + part[3];
              return numbers + "," + quoted(line(foldedWords(part[4]))) + "]";
            })
        .collect(Collectors.joining(","));
  }

  private String stemmerJson() {
    var json = new StringBuilder("{\"fold\":").append(object(letters));
    stemmerLists()
        .forEach((key, list) -> json.append(",\"" + key + "\":").append(quoted(line(list))));
    return json.append('}').toString();
  }

  private static String line(List<String> words) {
    return String.join(" ", words);
  }

  private static String object(Map<String, String> map) {
    return map.entrySet().stream()
        .map(entry -> quoted(entry.getKey()) + ":" + quoted(entry.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String array(List<String> items) {
    return items.stream().map(AnalysisTable::quoted).collect(Collectors.joining(",", "[", "]"));
  }

  /** The tables hold letters and apostrophes only, so nothing needs an escape. */
  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
