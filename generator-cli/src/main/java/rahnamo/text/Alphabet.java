package rahnamo.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The alphabet of a language: its letters in order, and the order of words that follows from it.
 *
 * <p>Sources: Tajik, 35 letters, «Қоидаҳои имлои забони тоҷикӣ», government decree no. 268 of 30
 * June 2021; Russian, 33 letters; Uzbek, law «On introducing the Uzbek alphabet based on the Latin
 * script» as amended on 6 May 1995, whose last letters are Oʻ, Gʻ, Sh, Ch; Uzbek Cyrillic, 35
 * letters, with Ў Қ Ғ Ҳ at the end. The law also counts ng as a letter, but no word begins with it
 * and it cannot be told from n + g inside a word (kungi), so here it is two letters.
 *
 * <p>The order: spaces and dashes, then numbers by value, then the letters of the alphabet, then
 * other scripts. Letters of the same script that the alphabet lacks (Ы in a Tajik title) stand
 * where readers know them from another alphabet. Case, quotes, apostrophes and accents decide only
 * between words that are equal otherwise. Ё is a letter after Е.
 */
public final class Alphabet {

  // The lists hold the official letters and, in parentheses, foreign letters in their places.
  private static final String TAJIK =
      "А Б В Г Ғ Д Е Ё Ж З И Ӣ Й К Қ Л М Н О П Р С Т У (Ў) Ӯ Ф Х Ҳ (Ц) Ч Ҷ Ш (Щ) Ъ (Ы Ь) Э Ю Я";
  private static final String RUSSIAN =
      "А Б В Г (Ғ) Д Е Ё Ж З И (Ӣ) Й К (Қ) Л М Н О П Р С Т У (Ў Ӯ) Ф Х (Ҳ) Ц Ч (Ҷ) Ш Щ Ъ Ы Ь Э Ю Я";
  private static final String UZBEK =
      "A B (C) D E F G H I J K L M N O P Q R S T U V (W) X Y Z Oʻ Gʻ Sh Ch";
  private static final String UZBEK_CYRILLIC =
      "А Б В Г Д Е Ё Ж З И (Ӣ) Й К Л М Н О П Р С Т У (Ӯ) Ф Х Ц Ч (Ҷ) Ш (Щ) Ъ (Ы) Ь Э Ю Я Ў Қ Ғ Ҳ";

  /** Ends the part of a sort key that is compared first; below every weight. */
  private static final char END = '\u0000';

  /** Stands for any run of spaces, dashes and punctuation between two words. */
  private static final char GAP = '\u0001';

  // A number is its length, then its digits, so that 9 comes before 10.
  private static final int DIGIT = 0x0010;
  private static final int NUMBER_LENGTH = 0x0020;
  private static final int LONGEST_NUMBER = 0x0080;

  private static final char FIRST_LETTER = '\u0100';

  /** Precedes letters that are in no list; they are ordered by code unit. */
  private static final char OTHER_LETTER = '\u0300';

  private static final char SOFT_HYPHEN = '\u00AD';

  /** Heading of titles that begin with a number. */
  private static final String DIGITS = "0–9";

  /** Heading of titles without any letter or digit. */
  private static final String SIGNS = "#";

  // After the constants above, which the constructor uses.
  private static final Map<Language, Alphabet> ALPHABETS = alphabets();

  /** Two characters that are one letter. */
  private record Digraph(char first, char second, char weight) {}

  private final List<String> letters;
  private final Map<Character, String> headings = new HashMap<>();
  private final Map<Character, Character> weights = new HashMap<>();
  private final List<Digraph> digraphs = new ArrayList<>();

  private Alphabet(String own, String foreign) {
    List<String> official = new ArrayList<>();
    char weight = FIRST_LETTER;
    boolean isForeign = false;
    for (String item : own.split(" ", -1)) {
      isForeign |= item.startsWith("(");
      String letter = withoutParentheses(item);
      add(letter, weight++);
      if (!isForeign) {
        official.add(letter);
      }
      isForeign &= !item.endsWith(")");
    }
    for (String item : foreign.split(" ", -1)) {
      String letter = withoutParentheses(item);
      // The digraphs of another alphabet mean nothing in this one.
      if (letter.length() == 1) {
        add(letter, weight++);
      }
    }
    letters = List.copyOf(official);
  }

  private static Map<Language, Alphabet> alphabets() {
    Map<Language, Alphabet> alphabets = new EnumMap<>(Language.class);
    for (Language language : Language.all()) {
      alphabets.put(
          language,
          switch (language) {
            case TG -> new Alphabet(TAJIK, UZBEK);
            case RU -> new Alphabet(RUSSIAN, UZBEK);
            case UZ -> new Alphabet(UZBEK, RUSSIAN);
            case UZ_CYRL -> new Alphabet(UZBEK_CYRILLIC, UZBEK);
          });
    }
    return alphabets;
  }

  private static String withoutParentheses(String item) {
    return item.replace("(", "").replace(")", "");
  }

  private void add(String letter, char weight) {
    headings.put(weight, letter);
    String lower = letter.toLowerCase(Locale.ROOT);
    if (lower.length() == 1) {
      weights.put(lower.charAt(0), weight);
    } else {
      digraphs.add(new Digraph(lower.charAt(0), lower.charAt(1), weight));
    }
  }

  /** The alphabet of a language. */
  public static Alphabet of(Language language) {
    return Objects.requireNonNull(ALPHABETS.get(language));
  }

  /** The letters of the official alphabet in its order, written as headings: {@code Sh}. */
  public List<String> letters() {
    return letters;
  }

  /**
   * The order of words and titles in this alphabet. It is total: two texts are equal only if they
   * are the same text. The headings of {@link #indexLetter} are put in order by it too. Each
   * comparison builds two keys; to sort many titles, build their {@link #sortKey} once.
   */
  public Comparator<String> comparator() {
    return Comparator.comparing(this::sortKey);
  }

  /**
   * A string whose natural order is the order of this alphabet. Keys of different alphabets cannot
   * be compared, and a key may change with the version of the program.
   */
  public String sortKey(String text) {
    return weigh(text).append(END).append(text).toString();
  }

  /**
   * The heading under which a title stands in an A–Z index: a letter (of another script too, as
   * {@code S} for {@code SIM} in Russian), {@code 0–9} for a number, {@code #} for neither.
   */
  public String indexLetter(String title) {
    StringBuilder weighed = weigh(title);
    if (weighed.isEmpty()) {
      return SIGNS;
    }
    char first = weighed.charAt(0);
    if (first < FIRST_LETTER) {
      return DIGITS;
    }
    if (first == OTHER_LETTER) {
      return String.valueOf(weighed.charAt(1)).toUpperCase(Locale.ROOT);
    }
    return headings.getOrDefault(first, SIGNS);
  }

  /** The weights of a text's letters, numbers and gaps, in reading order. */
  private StringBuilder weigh(String text) {
    String lower = TextNormalizer.nfc(text).toLowerCase(Locale.ROOT);
    StringBuilder key = new StringBuilder(lower.length() * 2 + 2);
    boolean atGap = false;
    int i = 0;
    while (i < lower.length()) {
      char c = lower.charAt(i);
      if (isIgnored(c)) {
        i++;
      } else if (!Character.isLetterOrDigit(c)) {
        atGap = true;
        i++;
      } else {
        if (atGap && !key.isEmpty()) {
          key.append(GAP);
        }
        atGap = false;
        i = Character.isDigit(c) ? weighNumber(lower, i, key) : weighLetter(lower, i, key);
      }
    }
    return key;
  }

  private static boolean isIgnored(char c) {
    return Apostrophes.isMark(c)
        || c == SOFT_HYPHEN
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static int weighNumber(String text, int start, StringBuilder key) {
    int end = start;
    int firstSignificant = -1;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      if (firstSignificant < 0 && Character.digit(text.charAt(end), 10) > 0) {
        firstSignificant = end;
      }
      end++;
    }
    int from = firstSignificant < 0 ? end - 1 : firstSignificant;
    key.append((char) (NUMBER_LENGTH + Math.min(end - from, LONGEST_NUMBER)));
    for (int i = from; i < end; i++) {
      key.append((char) (DIGIT + Character.digit(text.charAt(i), 10)));
    }
    return end;
  }

  private int weighLetter(String text, int i, StringBuilder key) {
    char c = text.charAt(i);
    for (Digraph digraph : digraphs) {
      if (c == digraph.first && i + 1 < text.length() && isSecond(text.charAt(i + 1), digraph)) {
        key.append(digraph.weight);
        return i + 2;
      }
    }
    Character weight = weights.get(c);
    if (weight == null) {
      weight = weights.get(withoutAccents(c));
    }
    if (weight == null) {
      key.append(OTHER_LETTER).append(c);
    } else {
      key.append(weight.charValue());
    }
    return i + 1;
  }

  private static boolean isSecond(char c, Digraph digraph) {
    return digraph.second == Apostrophes.TURNED_COMMA ? Apostrophes.isMark(c) : c == digraph.second;
  }

  private static char withoutAccents(char c) {
    return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
  }
}
