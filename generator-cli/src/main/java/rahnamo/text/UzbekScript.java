package rahnamo.text;

import java.util.BitSet;

/**
 * The same Uzbek text in the other script.
 *
 * <p>The letters correspond as laid down in «Oʻzbek tilining asosiy imlo qoidalari» (Cabinet of
 * Ministers, decree no. 339 of 24 August 1995, annex). Latin says less than Cyrillic (sirk stands
 * for цирк, albom for альбом), so borrowed words come from a list, {@code uz-exceptions.tsv}, and
 * names that are Latin in any script (WhatsApp, SIM) from {@code uz-kept-words.txt}. A word that is
 * in neither follows the rules, which may give a wrong letter in a borrowed word.
 *
 * <p>Left as they are: addresses, e-mails, file names, {@code @names}, {@code #tags}, Roman
 * numerals, codes with digits (4G), single capitals (toifa B), words with letters that Uzbek lacks,
 * and everything in the target script already. The text is plain prose, without markup. Sharing
 * between threads is safe.
 */
public final class UzbekScript {

  private UzbekScript() {}

  /** Latin Uzbek in Cyrillic; any spelling of the apostrophes is understood. */
  public static String toCyrillic(String latin) {
    String text = TextNormalizer.normalize(latin, Language.UZ);
    BitSet addresses = KeptText.addresses(text);
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int end = wordEnd(text, i);
      if (end == i) {
        out.append(text.charAt(i++));
      } else {
        if (addresses.get(i)) {
          out.append(text, i, end);
        } else {
          appendCyrillic(out, text, i, end);
        }
        i = end;
      }
    }
    return out.toString();
  }

  private static void appendCyrillic(StringBuilder out, String text, int start, int end) {
    int kept = KeptText.keptLength(text, start, end);
    out.append(text, start, start + kept);
    if (kept < end - start) {
      UzbekCyrillicWriter.append(out, text.substring(start + kept, end));
    }
  }

  /** Cyrillic Uzbek in Latin, with U+02BB and U+02BC; Latin words in the text stay. */
  public static String toLatin(String cyrillic) {
    String text = TextNormalizer.nfc(cyrillic);
    BitSet addresses = KeptText.addresses(text);
    StringBuilder out = new StringBuilder(text.length() + text.length() / 8);
    int i = 0;
    while (i < text.length()) {
      int end = wordEnd(text, i);
      if (end == i) {
        out.append(text.charAt(i++));
      } else {
        if (addresses.get(i) || !UzbekLatinWriter.canWrite(text, i, end)) {
          out.append(text, i, end);
        } else {
          UzbekLatinWriter.append(out, text.substring(i, end));
        }
        i = end;
      }
    }
    return out.toString();
  }

  /** The end of the run of letters that begins here; an apostrophe letter cannot begin it. */
  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isLetter(text.charAt(end), end > start)) {
      end++;
    }
    return end;
  }

  private static boolean isLetter(char c, boolean isInside) {
    if (c < 0x0080) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    if (c == Apostrophes.TURNED_COMMA || c == Apostrophes.TUTUQ) {
      return isInside;
    }
    return Character.isLetter(c);
  }
}
