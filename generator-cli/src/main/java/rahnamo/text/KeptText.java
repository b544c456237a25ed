package rahnamo.text;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stays in its script when the rest of an Uzbek text is written in the other one: addresses,
 * names and codes.
 */
final class KeptText {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![a-zA-Z0-9+.-])[a-zA-Z][a-zA-Z0-9+.-]*+://\\S++"
              + "|(?<![\\w.])(?:(?:mailto|tel|sms):|www\\.)\\S++"
              + "|(?<![\\w.+-])[\\w.+-]++@[\\w.-]++"
              + "|(?<![\\w@#])[@#][\\p{L}\\p{N}_]++"
              + "|(?<![\\p{L}\\p{N}._-])(?:[\\p{L}\\p{N}_-]++\\.){1,8}"
              + "(?:ru|uz|tj|kg|kz|com|org|net|info|gov|edu|me|io|app|su|int|рф"
              + "|pdf|docx?|xlsx?|jpe?g|png|svg|mp3|ogg|m4a|mp4|zip|apk|html?|md|txt)"
              + "(?![\\p{L}\\p{N}_])(?:/\\S*+)?+");

  /** Roman numerals up to 39: centuries, chapters, categories. Larger ones look like МХХ. */
  private static final Pattern ROMAN = Pattern.compile("(?=..)X{0,3}(?:IX|IV|V?I{0,3})");

  /** Endings that may follow a kept name without a hyphen: Telegramda, SMSlarni. */
  private static final Pattern ENDINGS =
      Pattern.compile(
          "(?:lar|imiz|ingiz|im|ing|i|si|ni|ning|ga|ka|da|dan|dagi|gacha|cha|chi|li|lik|siz|mi|dir"
              + "|dek|day|ham){1,6}");

  /** The words of the list by their first two characters, longest first. */
  private static final Map<String, List<String>> WORDS =
      WordLists.read("uz-kept-words.txt")
          .sorted((a, b) -> b.length() - a.length())
          .collect(
              Collectors.groupingBy(w -> w.substring(0, 2), HashMap::new, Collectors.toList()));

  private KeptText() {}

  /** The places of web and mail addresses, file names, {@code @names} and {@code #tags}. */
  static BitSet addresses(String text) {
    BitSet addresses = new BitSet();
    if (mayHaveAddress(text)) {
      Matcher matcher = ADDRESS.matcher(text);
      while (matcher.find()) {
        addresses.set(matcher.start(), matcher.end());
      }
    }
    return addresses;
  }

  private static boolean mayHaveAddress(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '@' || c == '#') {
        return true;
      }
      if ((c == '.' || c == ':')
          && i + 1 < text.length()
          && !Character.isWhitespace(text.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }

  /** How many characters of a Latin word, from its beginning, stay Latin. */
  static int keptLength(String text, int start, int end) {
    int length = end - start;
    if (isForeign(text, start, end) || isCode(text, start, end)) {
      int listed = listedLength(text, start, end);
      return listed > 0 ? listed : length;
    }
    if (length == 1) {
      return isSymbol(text, start) ? 1 : 0;
    }
    return listedLength(text, start, end);
  }

  /** The length of the listed name that a word begins with, if only endings follow it. */
  private static int listedLength(String text, int start, int end) {
    if (end - start < 2) {
      return 0;
    }
    for (String word : WORDS.getOrDefault(text.substring(start, start + 2), List.of())) {
      int wordEnd = start + word.length();
      if (wordEnd <= end
          && text.startsWith(word, start)
          && (wordEnd == end || ENDINGS.matcher(text).region(wordEnd, end).matches())) {
        return word.length();
      }
    }
    return 0;
  }

  /** Whether a word has a letter that Latin Uzbek does not: w, c without h, é, or Cyrillic ones. */
  private static boolean isForeign(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == 'w' || c == 'W') {
        return true;
      }
      if (c == 'c' || c == 'C') {
        boolean isCh = i + 1 < end && (text.charAt(i + 1) == 'h' || text.charAt(i + 1) == 'H');
        if (!isCh) {
          return true;
        }
      }
      if (c >= 0x0080 && c != Apostrophes.TURNED_COMMA && c != Apostrophes.TUTUQ) {
        return true;
      }
    }
    return false;
  }

  /** Whether letters belong to a number (mp3, 4G; but not the ending in 112ga) or are one (XIX). */
  private static boolean isCode(String text, int start, int end) {
    if (end < text.length() && Character.isDigit(text.charAt(end))) {
      return true;
    }
    boolean isCapital = Character.isUpperCase(text.charAt(start));
    if (isCapital && start > 0 && Character.isDigit(text.charAt(start - 1))) {
      return true;
    }
    return isCapital && ROMAN.matcher(text).region(start, end).matches();
  }

  /** A capital that stands alone: toifa B, V bob. An initial has a full stop; U is a pronoun. */
  private static boolean isSymbol(String text, int i) {
    char c = text.charAt(i);
    boolean isInitial = i + 1 < text.length() && text.charAt(i + 1) == '.';
    if (isBeforeListed(text, i)) {
      return true;
    }
    return Character.isUpperCase(c) && !isInitial && "AEOU".indexOf(c) < 0;
  }

  /** The e of e-mail: a letter joined by a hyphen to a listed word. */
  private static boolean isBeforeListed(String text, int i) {
    int start = i + 2;
    if (start >= text.length() || text.charAt(i + 1) != '-') {
      return false;
    }
    int end = start;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return listedLength(text, start, end) > 0;
  }
}
