package rahnamo.text.analysis;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import rahnamo.text.Language;

/**
 * The words of texts and queries of one language.
 *
 * <p>May be shared between threads. An analyzer remembers the stems of a bounded number of words it
 * has seen, so make one for a job, not one for a text.
 */
public final class Analyzer {

  private static final int MOST_REMEMBERED = 50_000;
  private static final int MOST_SPELLINGS = 16;
  private static final int LOCAL_NUMBER = 7;
  private static final int SHORTEST_WHOLE_NUMBER = 9;
  private static final int SHORTEST_PREFIX = 3;

  private final AnalysisTable table;
  private final Folding folding;
  private final Stemmer stemmer;
  private final Set<String> stops;
  private final Map<String, String> keyboard;
  private final Map<String, String> remembered = new ConcurrentHashMap<>();

  private Analyzer(AnalysisTable table) {
    this.table = table;
    folding = table.folding();
    stemmer = new Stemmer(table);
    stops = Set.copyOf(new LinkedHashSet<>(table.words("stop")));
    keyboard = table.keyboard();
  }

  /** A new analyzer; both scripts of Uzbek have the same terms. */
  public static Analyzer of(Language language) {
    return new Analyzer(AnalysisTable.of(language));
  }

  /**
   * The words of a text in NFC, in the order of their start, joined ones before their parts: {@code
   * 115-ФЗ} gives 115фз, 115 and фз.
   */
  public List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    forms(text, (start, length, form) -> words.add(word(start, length, form)));
    return words;
  }

  /** Takes the words of a text one by one. */
  public interface FormSink {

    /**
     * Takes a word.
     *
     * @param start where it begins, in UTF-16 units of the text
     * @param length how long it is there
     * @param form its folded form
     */
    void take(int start, int length, String form);
  }

  /** Hands over what {@link #words} returns, without stems, for those who keep them. */
  public void forms(String text, FormSink sink) {
    each(text, (start, length, form, spelled) -> sink.take(start, length, form));
  }

  /** What a form shares with the other inflected forms of its word; nothing is remembered. */
  public String stem(String form) {
    if (!Characters.isNumber(form)) {
      return stemmer.stem(form);
    }
    boolean hasArea = form.length() >= SHORTEST_WHOLE_NUMBER;
    return hasArea ? form.substring(form.length() - LOCAL_NUMBER) : form;
  }

  /** The words of a query, whatever a reader typed. */
  public List<QueryWord> query(String text) {
    List<QueryWord> words = new ArrayList<>();
    each(
        Normalizer.normalize(text, Normalizer.Form.NFC),
        (start, length, form, spelled) -> words.add(queryWord(word(start, length, form), spelled)));
    return words;
  }

  private QueryWord queryWord(Word word, String spelled) {
    boolean isWhole = spelled.isEmpty();
    boolean hasOthers = !isWhole && !Characters.isNumber(word.form());
    Set<String> known = new LinkedHashSet<>(List.of(word.form(), word.stem()));
    return new QueryWord(
        word.start(),
        word.length(),
        word.form(),
        word.stem(),
        stops.contains(word.form()),
        isWhole,
        hasOthers ? otherSpellings(spelled, known) : List.of(),
        hasOthers ? alternatives(word, spelled, known) : List.of());
  }

  /** Takes a word and how it was spelled, which is empty for joined words. */
  private interface Receiver {
    void take(int start, int length, String form, String spelled);
  }

  private void each(String text, Receiver receiver) {
    List<Token> tokens = Token.of(text, folding);
    int numbersTo = -1;
    int hyphensTo = -1;
    for (int i = 0; i < tokens.size(); i++) {
      if (i > numbersTo) {
        numbersTo = takeChain(text, tokens, i, true, receiver, numbersTo);
      }
      if (i > hyphensTo) {
        hyphensTo = takeChain(text, tokens, i, false, receiver, hyphensTo);
      }
      Token token = tokens.get(i);
      receiver.take(token.start(), token.length(), known(token.form()), token.spelled());
    }
  }

  /** Hands over the chain that begins here, if there is one; returns where the latest one ends. */
  private int takeChain(
      String text, List<Token> tokens, int i, boolean numbers, Receiver receiver, int latest) {
    var chain = Chain.at(text, tokens, i, numbers);
    chain.ifPresent(c -> receiver.take(c.start(), c.length(), known(c.form()), ""));
    return chain.map(Chain::last).orElse(latest);
  }

  /** Numbers of Russian, Tajik and Uzbek lines are known without the code of the country. */
  private static String known(String form) {
    int length = form.length();
    if ((length != 11 && length != 12) || !Characters.isNumber(form)) {
      return form;
    }
    if (length == 11 && (form.startsWith("7") || form.startsWith("8"))) {
      return form.substring(1);
    }
    boolean hasCountry = length == 12 && (form.startsWith("992") || form.startsWith("998"));
    return hasCountry ? form.substring(3) : form;
  }

  private Word word(int start, int length, String form) {
    return new Word(start, length, form, rememberedStem(form));
  }

  private String rememberedStem(String form) {
    String known = remembered.get(form);
    if (known != null) {
      return known;
    }
    String stem = stem(form);
    if (remembered.size() < MOST_REMEMBERED) {
      remembered.put(form, stem);
    }
    return stem;
  }

  private List<List<String>> alternatives(Word word, String spelled, Set<String> known) {
    List<List<String>> lists = new ArrayList<>();
    List<String> stems = stemmer.stems(word.form());
    for (int i = stems.size() - 1; i >= 0; i--) {
      if (known.add(stems.get(i))) {
        lists.add(List.of(stems.get(i)));
      }
    }
    if (!table.isRussian() && Characters.isCyrillic(spelled)) {
      lists.addAll(russianPrefix(spelled));
    }
    return lists;
  }

  private List<String> otherSpellings(String spelled, Set<String> known) {
    List<String> terms = new ArrayList<>();
    if (!Characters.isCyrillic(spelled)) {
      return terms;
    }
    for (String other : spellings(spelled)) {
      String form = folding.apply(other);
      for (String term : List.of(form, rememberedStem(form))) {
        if (!term.isEmpty() && known.add(term)) {
          terms.add(term);
        }
      }
    }
    return terms;
  }

  /** Other spellings of a word typed without the letters that a keyboard lacks. */
  private List<String> spellings(String spelled) {
    List<String> all = List.of("");
    for (int i = 0; i < spelled.length(); i++) {
      String letter = spelled.substring(i, i + 1);
      String other = keyboard.getOrDefault(letter, "");
      List<String> grown = new ArrayList<>();
      all.forEach(start -> grown.add(start + letter));
      if (!other.isEmpty()) {
        all.stream()
            .limit(MOST_SPELLINGS - grown.size())
            .forEach(start -> grown.add(start + other));
      }
      all = grown;
    }
    return all.subList(1, all.size());
  }

  private List<List<String>> russianPrefix(String spelled) {
    String form = AnalysisTable.russian().folding().apply(spelled);
    String stem = folding.apply(stemmer.russianStem(form));
    return stem.length() < SHORTEST_PREFIX ? List.of() : List.of(List.of(stem + "*"));
  }
}
