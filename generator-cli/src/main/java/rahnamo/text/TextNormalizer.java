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
    if (language != Language.UZ) {
      return composed;
    }
    char[] chars = composed.toCharArray();
    return needsApostrophes(chars) ? withApostrophes(chars, new BitSet()) : composed;
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
    if (language != Language.UZ) {
      return composed;
    }
    char[] chars = composed.toCharArray();
    return needsApostrophes(chars) ? withApostrophes(chars, MarkdownCode.find(composed)) : composed;
  }

  /**
   * Whether the characters from an offset on are clean already, as they are in most texts: then
   * {@link #normalizeMarkdown} would return them as they are. Never if one is U+0000.
   */
  public static boolean isClean(char[] text, int from, Language language) {
    boolean hasApostrophes = language == Language.UZ;
    for (int i = from; i < text.length; i++) {
      char c = text[i];
      if ((c >= 'a' && c <= 'z') || (c >= 0x0400 && c < 0x0483) || c == ' ') {
        continue; // nearly all characters
      }
      if (c == 0 || !isSurelyNfc(c) || (hasApostrophes && isWrongMark(text, i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSurelyNfc(char[] text) {
    for (char c : text) {
      if (!isSurelyNfc(c)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a character is from a block where nothing can be composed or reordered. */
  private static boolean isSurelyNfc(char c) {
    return c < 0x0300
        || (c >= 0x0400 && c < 0x0483)
        || (c >= 0x048A && c < 0x0530)
        || (c >= 0x2010 && c < 0x2028);
  }

  /** Whether some mark after a letter is not the right one; most texts are done here. */
  private static boolean needsApostrophes(char[] text) {
    for (int i = 0; i < text.length; i++) {
      if (isWrongMark(text, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWrongMark(char[] text, int i) {
    return Apostrophes.isMark(text[i])
        && isAfterLetter(text, i)
        && replacement(text, i, false) != text[i];
  }

  private static String withApostrophes(char[] text, BitSet code) {
    char[] chars = text.clone();
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
  private static char replacement(char[] text, int i, boolean isQuoteOpen) {
    if (isBeforeLetter(text, i)) {
      return isTurnedCommaPlace(text, i) ? Apostrophes.TURNED_COMMA : Apostrophes.TUTUQ;
    }
    // After an open quote 'tog'' ends in gʻ and a quote; without one '' is a double quote.
    boolean closesQuote = isQuoteOpen ? !isBeforeMark(text, i) : isDoubled(text, i);
    return isTurnedCommaPlace(text, i) && !closesQuote ? Apostrophes.TURNED_COMMA : text[i];
  }

  private static boolean isApostropheLetter(char c) {
    return c == Apostrophes.TURNED_COMMA || c == Apostrophes.TUTUQ;
  }

  private static boolean isTurnedCommaPlace(char[] text, int i) {
    return Apostrophes.takesTurnedComma(text[i - 1]);
  }

  /** Whether the mark at this place stands before a word, as an opening quote does. */
  private static boolean opensQuote(char[] text, int i) {
    return isBeforeLetter(text, i) && (i == 0 || !isPartOfWord(text[i - 1]));
  }

  private static boolean isPartOfWord(char c) {
    return Character.isLetterOrDigit(c) || Apostrophes.isMark(c);
  }

  private static boolean isDoubled(char[] text, int i) {
    return i + 1 < text.length && text[i + 1] == text[i];
  }

  private static boolean isAfterLetter(char[] text, int i) {
    return i > 0 && isLatinLetter(text[i - 1]);
  }

  private static boolean isBeforeLetter(char[] text, int i) {
    return i + 1 < text.length && isLatinLetter(text[i + 1]);
  }

  private static boolean isBeforeMark(char[] text, int i) {
    return i + 1 < text.length && Apostrophes.isMark(text[i + 1]);
  }

  private static boolean isLatinLetter(char c) {
    // Up to Latin Extended-B; the modifier letters, which are marks here, come after it.
    return c < 0x0250 && Character.isLetter(c);
  }
}
