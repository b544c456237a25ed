package rahnamo.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A search for words in which a letter of the other script hides among look-alikes: {@code сaйт}
 * with a Latin a looks right but is not found by search and is spelled out by screen readers.
 *
 * <p>A word ends at anything but a letter, an accent or an Uzbek apostrophe, so compounds such as
 * {@code SIM-карта}, {@code ruID-и} and {@code 4G-модем} are made of clean words.
 */
public final class MixedScript {

  // Pairs that look alike in print, Latin first. Small m and t look like м and т in italics only.
  private static final String LATIN = "ABCEHKMOPTXYacekopxy";
  private static final String CYRILLIC = "АВСЕНКМОРТХУасекорху";

  // What a character is in a word, as bits: one of the scripts, another part of a word, or none.
  private static final int BREAK = 0;
  private static final int IS_LATIN = 1;
  private static final int IS_CYRILLIC = 2;
  private static final int IS_OTHER_PART = 4;
  private static final int BOTH = IS_LATIN | IS_CYRILLIC;

  /** The kinds of all characters up to the end of Cyrillic. */
  private static final byte[] KINDS = new byte[0x0530];

  static {
    for (int c = 0; c < KINDS.length; c++) {
      KINDS[c] = (byte) kindOf(c);
    }
  }

  private MixedScript() {}

  /**
   * A word that mixes Latin and Cyrillic letters.
   *
   * @param word the word as it is written
   * @param offset where it begins in the text, in UTF-16 units
   * @param suspects the letters of the rarer script in reading order; of two equal ones the script
   *     that can be replaced
   * @param suggestion the word in one script, if each suspect has a look-alike in it; an
   *     abbreviation of the other script gets a hyphen instead: {@code SMSка}, {@code SMS-ка}
   */
  public record Finding(String word, int offset, String suspects, Optional<String> suggestion) {}

  /** Whether a text has any mixed word; much faster than looking for all of them. */
  public static boolean occursIn(char[] text) {
    byte[] kinds = KINDS;
    int seen = 0;
    for (char c : text) {
      int kind = c < kinds.length ? kinds[c] : kindOf(c);
      seen = kind == BREAK ? 0 : (seen | kind);
      if ((seen & BOTH) == BOTH) {
        return true;
      }
    }
    return false;
  }

  /** All mixed words of a text, in reading order. */
  public static List<Finding> find(String text) {
    List<Finding> findings = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      int end = i;
      int latin = 0;
      int cyrillic = 0;
      while (end < text.length() && isPartOfWord(text.charAt(end))) {
        char c = text.charAt(end++);
        latin += isLatin(c) ? 1 : 0;
        cyrillic += isCyrillic(c) ? 1 : 0;
      }
      if (latin > 0 && cyrillic > 0) {
        findings.add(finding(text.substring(i, end), i, Integer.compare(latin, cyrillic)));
      }
      i = Math.max(end, i + 1);
    }
    return List.copyOf(findings);
  }

  /** The finding for a word with more Latin letters (a positive balance) or more Cyrillic ones. */
  private static Finding finding(String word, int offset, int balance) {
    Optional<String> asCyrillic = rewrite(word, LATIN, CYRILLIC);
    boolean isLatinWord = balance > 0 || (balance == 0 && asCyrillic.isEmpty());
    Optional<String> inOneScript = isLatinWord ? rewrite(word, CYRILLIC, LATIN) : asCyrillic;
    String suspects = letters(word, isLatinWord ? MixedScript::isCyrillic : MixedScript::isLatin);
    return new Finding(word, offset, suspects, hyphenate(word).or(() -> inOneScript));
  }

  /** The word with a hyphen after an abbreviation that cannot be of the other script: SMS-ка. */
  private static Optional<String> hyphenate(String word) {
    int end = 0;
    while (end < word.length() && Character.isUpperCase(word.charAt(end))) {
      end++;
    }
    String start = word.substring(0, end);
    boolean isLatinStart = isLatin(word.charAt(0));
    IntPredicate isOther = isLatinStart ? MixedScript::isCyrillic : MixedScript::isLatin;
    String lookAlikes = isLatinStart ? LATIN : CYRILLIC;
    boolean isAbbreviation =
        end > 1
            && start.chars().noneMatch(isOther)
            && start.chars().anyMatch(c -> lookAlikes.indexOf(c) < 0);
    return isAbbreviation && word.chars().skip(end).allMatch(isOther)
        ? Optional.of(start + "-" + word.substring(end))
        : Optional.empty();
  }

  private static String letters(String word, IntPredicate isWanted) {
    return word.chars()
        .filter(isWanted)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The word with look-alikes replaced, if no letter of the unwanted script remains. */
  private static Optional<String> rewrite(String word, String from, String to) {
    StringBuilder rewritten = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      int pair = from.indexOf(c);
      rewritten.append(pair >= 0 ? to.charAt(pair) : c);
    }
    String result = rewritten.toString();
    IntPredicate isUnwanted =
        isLatin(to.charAt(0)) ? MixedScript::isCyrillic : MixedScript::isLatin;
    return result.chars().anyMatch(isUnwanted) ? Optional.empty() : Optional.of(result);
  }

  private static int kindOf(int c) {
    if (isLatin(c)) {
      return IS_LATIN;
    }
    if (isCyrillic(c)) {
      return IS_CYRILLIC;
    }
    return isPartOfWord(c) ? IS_OTHER_PART : BREAK;
  }

  private static boolean isPartOfWord(int c) {
    return isLatin(c) || isCyrillic(c) || (c >= 0x02B0 && isOtherPartOfWord(c));
  }

  private static boolean isOtherPartOfWord(int c) {
    boolean isOutsideCyrillic = c < 0x0400 || c > 0x052F;
    return isOutsideCyrillic
        ? Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK
        : c >= 0x0483 && c <= 0x0487;
  }

  private static boolean isLatin(int c) {
    if (c < 0x0080) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    return c >= 0x00C0 && c < 0x0250 && c != 0x00D7 && c != 0x00F7;
  }

  private static boolean isCyrillic(int c) {
    return c >= 0x0400 && c < 0x0530 && (c < 0x0482 || c > 0x0489);
  }
}
