package rahnamo.text;

import java.util.Optional;
import rahnamo.text.UzbekExceptions.Piece;

/** Writes a Cyrillic Uzbek word in Latin. */
final class UzbekLatinWriter {

  private static final String CYRILLIC = "абвгджзийклмнопрстуфхыэқҳ";
  private static final String LATIN = "abvgdjziyklmnoprstufxieqh";
  private static final String VOWELS = "аеёиоуыэюяў";

  private final StringBuilder out;
  private final CasedWord word;

  private UzbekLatinWriter(StringBuilder out, CasedWord word) {
    this.out = out;
    this.word = word;
  }

  /** Whether a run of letters is all Cyrillic; words that mix scripts are not touched. */
  static boolean canWrite(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < 0x0400 || c > 0x04FF) {
        return false;
      }
    }
    return true;
  }

  /** Appends one word. */
  static void append(StringBuilder out, String word) {
    new UzbekLatinWriter(out, new CasedWord(word)).write();
  }

  private void write() {
    Optional<Piece> start = UzbekExceptions.cyrillicStart(word.lower());
    start.ifPresent(piece -> word.append(out, piece.to(), 0));
    for (int i = start.map(piece -> piece.from().length()).orElse(0); i < word.length(); i++) {
      word.append(out, latin(i), i);
    }
  }

  /** The Latin letters, perhaps none, for the letter at this place. */
  private String latin(int i) {
    char before = word.at(i - 1);
    char next = word.at(i + 1);
    return switch (word.at(i)) {
      case 'е' -> i == 0 || isVowel(before) || before == 'ь' || before == 'ъ' ? "ye" : "e";
      case 'ё' -> "yo";
      case 'ю' -> "yu";
      case 'я' -> "ya";
      case 'ч' -> "ch";
      // spec (decree 339, annex, 5): щ is written sh.
      case 'ш', 'щ' -> "sh";
      case 'ў' -> "o" + Apostrophes.TURNED_COMMA;
      case 'ғ' -> "g" + Apostrophes.TURNED_COMMA;
      // spec (annex, 4): s at the end, at the beginning and after a consonant; ts after a vowel.
      case 'ц' -> isVowel(before) && next != 0 ? "ts" : "s";
      // spec (rule on sh): a tutuq parts s and h that are two sounds.
      case 'ҳ' -> before == 'с' ? Apostrophes.TUTUQ + "h" : "h";
      // spec (annex, 2): before о, у, и the sign is written y, elsewhere not at all.
      case 'ь' -> next == 'о' || next == 'у' || next == 'и' ? "y" : "";
      case 'ъ' -> isSilent(before, next) ? "" : String.valueOf(Apostrophes.TUTUQ);
      default -> plain(word.at(i));
    };
  }

  /** Whether ъ only parts a Russian consonant from a vowel (объект), or follows ў (мўъжиза). */
  private static boolean isSilent(char before, char next) {
    return before == 'ў' || (!isVowel(before) && next != 0 && "еёюя".indexOf(next) >= 0);
  }

  private static boolean isVowel(char c) {
    return VOWELS.indexOf(c) >= 0;
  }

  private static String plain(char c) {
    int letter = CYRILLIC.indexOf(c);
    return String.valueOf(letter < 0 ? c : LATIN.charAt(letter));
  }
}
