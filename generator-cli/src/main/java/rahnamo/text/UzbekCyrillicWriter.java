package rahnamo.text;

import java.util.Optional;
import rahnamo.text.UzbekExceptions.Piece;

/** Writes a Latin Uzbek word, with U+02BB and U+02BC in it, in Cyrillic. */
final class UzbekCyrillicWriter {

  private static final String LATIN = "abdefghijklmnopqrstuvxyz";
  private static final String CYRILLIC = "абдефгҳижклмнопқрстувхйз";

  private final StringBuilder out;
  private final CasedWord word;

  private UzbekCyrillicWriter(StringBuilder out, CasedWord word) {
    this.out = out;
    this.word = word;
  }

  /** Appends one word. */
  static void append(StringBuilder out, String word) {
    new UzbekCyrillicWriter(out, new CasedWord(word)).write();
  }

  private void write() {
    Optional<Piece> start = UzbekExceptions.start(word.lower());
    int i = start.isPresent() ? writePiece(start.get(), 0) : writeLetter(0);
    while (i < word.length()) {
      Optional<Piece> piece = UzbekExceptions.inside(word.lower(), i);
      i = piece.isPresent() ? writePiece(piece.get(), i) : writeLetter(i);
    }
  }

  /** Writes a listed piece and returns the place after it. */
  private int writePiece(Piece piece, int start) {
    int end = start + piece.from().length();
    String cyrillic = piece.to();
    boolean losesSoftSign = end < word.length() && cyrillic.endsWith("ь");
    String written = losesSoftSign ? cyrillic.substring(0, cyrillic.length() - 1) : cyrillic;
    word.append(out, written, start);
    return end;
  }

  /** Writes the letter at this place and returns the place after it. */
  private int writeLetter(int i) {
    char next = word.at(i + 1);
    return switch (word.at(i)) {
      case 's' -> next == 'h' ? write("ш", i, 2) : writePlain(i);
      case 'c' -> write("ч", i, 2);
      case 't' -> i == 0 && next == 's' ? write("ц", i, 2) : writePlain(i);
      case 'o' -> next == Apostrophes.TURNED_COMMA ? write("ў", i, 2) : writePlain(i);
      case 'g' -> next == Apostrophes.TURNED_COMMA ? write("ғ", i, 2) : writePlain(i);
      case 'e' -> write(i == 0 || isAfterVowel(i) ? "э" : "е", i, 1);
      case 'y' -> writeY(i, next);
      case Apostrophes.TUTUQ, Apostrophes.TURNED_COMMA -> writeTutuq(i, next);
      default -> writePlain(i);
    };
  }

  private int writePlain(int i) {
    int letter = LATIN.indexOf(word.at(i));
    return write(String.valueOf(letter < 0 ? word.at(i) : CYRILLIC.charAt(letter)), i, 1);
  }

  /** Y and a vowel are one Cyrillic letter, but yoʻ is two: yoʻl, йўл. */
  private int writeY(int i, char next) {
    return switch (next) {
      case 'a' -> write("я", i, 2);
      case 'u' -> write("ю", i, 2);
      case 'o' -> word.at(i + 2) == Apostrophes.TURNED_COMMA ? writePlain(i) : write("ё", i, 2);
      // After a consonant ye comes from Russian only: premyer, премьер.
      case 'e' -> write(i == 0 || isAfterVowel(i) || isAfterTutuq(i) ? "е" : "ье", i, 2);
      default -> writePlain(i);
    };
  }

  /** The tutuq is ъ, but in sʼh it only tells that this is not the letter sh: asʼhob, асҳоб. */
  private int writeTutuq(int i, char next) {
    return next == 'h' && word.at(i - 1) == 's' ? i + 1 : write("ъ", i, 1);
  }

  private boolean isAfterTutuq(int i) {
    return word.at(i - 1) == Apostrophes.TUTUQ;
  }

  private boolean isAfterVowel(int i) {
    char before = word.at(i - 1);
    return before == Apostrophes.TURNED_COMMA
        ? word.at(i - 2) == 'o'
        : "aeiou".indexOf(before) >= 0;
  }

  /** Writes what stands for so many Latin characters and returns the place after them. */
  private int write(String cyrillic, int start, int length) {
    word.append(out, cyrillic, start);
    return start + length;
  }
}
