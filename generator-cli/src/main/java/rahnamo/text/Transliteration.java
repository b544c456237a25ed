package rahnamo.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * ASCII names for headings and tags, made from Tajik, Russian or Uzbek text in either script.
 *
 * <p>One table serves all languages, because a slug is made without knowing in which language a
 * word is: {@code Хлопок} gives {@code khlopok}, {@code Ҳуқуқ} gives {@code huquq}, {@code Oʻzbek}
 * and {@code Ўзбек} give {@code ozbek}. A slug is for addresses, it cannot be read back.
 */
public final class Transliteration {

  /** The slug of a text without any letter or digit that can be written in ASCII. */
  private static final String FALLBACK = "section";

  private Transliteration() {}

  /**
   * A slug of {@code [a-z0-9]} words joined by single hyphens, never empty. Different texts may
   * have the same slug; whoever needs unique names must number them.
   */
  public static String slug(String text) {
    String plain = TextNormalizer.nfc(text).toLowerCase(Locale.ROOT);
    StringBuilder slug = new StringBuilder(plain.length() + 8);
    for (int i = 0; i < plain.length(); ) {
      int c = plain.codePointAt(i);
      append(slug, c);
      i += Character.charCount(c);
    }
    int end = slug.length();
    if (end > 0 && slug.charAt(end - 1) == '-') {
      slug.setLength(end - 1);
    }
    return slug.isEmpty() ? FALLBACK : slug.toString();
  }

  private static void append(StringBuilder slug, int c) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      slug.append((char) c);
    } else if (Character.isDigit(c)) {
      slug.append(Character.digit(c, 10));
    } else if (!isSilent(c)) {
      String letters = letters(c);
      if (!letters.isEmpty()) {
        slug.append(letters);
      } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
        slug.append('-');
      }
    }
  }

  /** Signs inside a word that are left out without breaking it: ъ, ь, apostrophes, accents. */
  private static boolean isSilent(int c) {
    return c == 'ъ'
        || c == 'ь'
        || c == '\u00AD'
        || (c <= Character.MAX_VALUE && Apostrophes.isMark((char) c))
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static String letters(int c) {
    return switch (c) {
      case 'а' -> "a";
      case 'б' -> "b";
      case 'в' -> "v";
      case 'г', 'ғ' -> "g";
      case 'д' -> "d";
      case 'е', 'э' -> "e";
      case 'ё' -> "yo";
      case 'ж' -> "zh";
      case 'з' -> "z";
      case 'и', 'ӣ' -> "i";
      case 'й', 'ы' -> "y";
      case 'к' -> "k";
      case 'қ' -> "q";
      case 'л' -> "l";
      case 'м' -> "m";
      case 'н' -> "n";
      case 'о', 'ў' -> "o";
      case 'п' -> "p";
      case 'р' -> "r";
      case 'с' -> "s";
      case 'т' -> "t";
      case 'у', 'ӯ' -> "u";
      case 'ф' -> "f";
      case 'х' -> "kh";
      case 'ҳ' -> "h";
      case 'ц' -> "ts";
      case 'ч' -> "ch";
      case 'ҷ' -> "j";
      case 'ш' -> "sh";
      case 'щ' -> "shch";
      case 'ю' -> "yu";
      case 'я' -> "ya";
      case 'ß' -> "ss";
      case 'ı' -> "i";
      default -> latinBase(c);
    };
  }

  /** The ASCII letter under the accents of a Latin letter, or nothing. */
  private static String latinBase(int c) {
    if (!Character.isLetter(c)) {
      return "";
    }
    char base = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD).charAt(0);
    return base >= 'a' && base <= 'z' ? String.valueOf(base) : "";
  }
}
