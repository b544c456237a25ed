package rahnamo.text;

import java.text.Normalizer;
import java.util.BitSet;

/**
 * Clean text: Unicode NFC and, for Latin Uzbek, the right apostrophe letters.
 *
 * <p>Text that is clean already is returned as it is, after one look at each character.
 *
 * <p>In Uzbek any apostrophe-like mark after o or g becomes U+02BB (oʻ, gʻ): it is never a tutuq
 * there, as the orthography of 1995 leaves the tutuq out after oʻ (moʻjiza) and no word has one
 * after g. Between two other letters it becomes the tutuq U+02BC (sanʼat). A mark at the end of a
 * word is left alone while a single quote is open on the same line: {@code 'foto'} stays a quote,
 * {@code bog' yo'li} becomes bogʻ yoʻli.
 */
public final class TextNormalizer {

  private TextNormalizer() {}

  /** The text in Unicode normal form C. The length may change, the number of lines does not. */
  public static String nfc(String text) {
    if (isSurelyNfc(text.toCharArray()) || Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
      return text;
    }
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** A plain text, without markup, code or addresses, made clean for its language. */
  public static String normalize(String text, Language language) {
    String composed = nfc(text);
    if (language != Language.UZ || !needsApostrophes(composed)) {
      return composed;
    }
    return withApostrophes(composed, new BitSet());
  }

  /**
   * A Markdown source made clean for its language, leaving alone front matter, code, HTML tags and
   * comments, link destinations, bare addresses, reference definitions and {@code {attributes}}.
   *
   * <p>Apostrophes are replaced one character for one, so lines and columns are those of the source
   * in NFC. A caller that reports places should run {@link #nfc} on the file first and keep that as
   * "the source".
   *
   * <p>A single backtick directly after a letter and before one, or after o or g, is an apostrophe
   * (o`zbek) unless a code span that began earlier ends there. Indented code blocks are not
   * recognised: they cannot be told from nested list items without parsing.
   */
  public static String normalizeMarkdown(String source, Language language) {
    String composed = nfc(source);
    if (language != Language.UZ || !needsApostrophes(composed)) {
      return composed;
    }
    return withApostrophes(composed, MarkdownCode.find(composed));
  }

  /** Whether all characters are from blocks where nothing can be composed or reordered. */
  private static boolean isSurelyNfc(char[] text) {
    for (char c : text) {
      if (c < 0x0300 || (c >= 0x0400 && c < 0x0483)) {
        continue; // nearly all characters
      }
      boolean isSafe = (c >= 0x048A && c < 0x0530) || (c >= 0x2010 && c < 0x2028);
      if (!isSafe) {
        return false;
      }
    }
    return true;
  }

  /** Whether some mark after a letter is not the right one; most texts are done here. */
  private static boolean needsApostrophes(String text) {
    char[] chars = text.toCharArray();
    for (int i = 1; i < chars.length; i++) {
      char c = chars[i];
      if (c >= 'a' && c <= 'z') {
        continue; // nearly all characters
      }
      if (Apostrophes.isMark(c) && isAfterLetter(text, i) && replacement(text, i, false) != c) {
        return true;
      }
    }
    return false;
  }

  private static String withApostrophes(String text, BitSet code) {
    char[] chars = text.toCharArray();
    boolean isQuoteOpen = false;
    for (int i = 0; i < chars.length; i++) {
      if (chars[i] == '\n') {
        isQuoteOpen = false;
      } else if (Apostrophes.isMark(chars[i]) && !code.get(i)) {
        if (isAfterLetter(text, i)) {
          chars[i] = replacement(text, i, isQuoteOpen);
        }
        isQuoteOpen = opensQuote(text, i) || (isQuoteOpen && isApostropheLetter(chars[i]));
      }
    }
    return new String(chars);
  }

  /** What the mark at this place, which comes after a letter, should be. */
  private static char replacement(String text, int i, boolean isQuoteOpen) {
    if (isBeforeLetter(text, i)) {
      return isTurnedCommaPlace(text, i) ? Apostrophes.TURNED_COMMA : Apostrophes.TUTUQ;
    }
    // After an open quote 'tog'' ends in gʻ and a quote; without one '' is a double quote.
    boolean closesQuote = isQuoteOpen ? !isBeforeMark(text, i) : isDoubled(text, i);
    return isTurnedCommaPlace(text, i) && !closesQuote ? Apostrophes.TURNED_COMMA : text.charAt(i);
  }

  private static boolean isApostropheLetter(char c) {
    return c == Apostrophes.TURNED_COMMA || c == Apostrophes.TUTUQ;
  }

  private static boolean isTurnedCommaPlace(String text, int i) {
    return Apostrophes.takesTurnedComma(text.charAt(i - 1));
  }

  /** Whether the mark at this place stands before a word, as an opening quote does. */
  private static boolean opensQuote(String text, int i) {
    return isBeforeLetter(text, i) && (i == 0 || !isPartOfWord(text.charAt(i - 1)));
  }

  private static boolean isPartOfWord(char c) {
    return Character.isLetterOrDigit(c) || Apostrophes.isMark(c);
  }

  private static boolean isDoubled(String text, int i) {
    return i + 1 < text.length() && text.charAt(i + 1) == text.charAt(i);
  }

  private static boolean isAfterLetter(String text, int i) {
    return i > 0 && isLatinLetter(text.charAt(i - 1));
  }

  private static boolean isBeforeLetter(String text, int i) {
    return i + 1 < text.length() && isLatinLetter(text.charAt(i + 1));
  }

  private static boolean isBeforeMark(String text, int i) {
    return i + 1 < text.length() && Apostrophes.isMark(text.charAt(i + 1));
  }

  private static boolean isLatinLetter(char c) {
    // Up to Latin Extended-B; the modifier letters, which are marks here, come after it.
    return c < 0x0250 && Character.isLetter(c);
  }
}
