package rahnamo.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The borrowed words whose spelling in one Uzbek script does not follow from the other.
 *
 * <p>A line of {@code uz-exceptions.tsv} is a Latin piece, a tab and the Cyrillic piece, both in
 * lower case, at least three letters long. A plain piece is the beginning of a word; {@code piece|}
 * is a whole word; {@code *piece} stands anywhere but at the beginning; {@code ~piece} begins a
 * word too, but is only read, because the Latin spelling is another one. The longest piece wins, so
 * a native word that only looks borrowed is listed with its regular spelling (sirka, beside sirk).
 * A final ь is written only where no ending follows: сентябрь, сентябрда.
 */
final class UzbekExceptions {

  private static final int SHORTEST = 3;

  private static final Map<String, List<Piece>> STARTS = new HashMap<>();
  private static final Map<String, List<Piece>> INSIDES = new HashMap<>();
  private static final Map<String, List<Piece>> CYRILLIC_STARTS = new HashMap<>();

  static {
    WordLists.read("uz-exceptions.tsv").forEach(UzbekExceptions::add);
  }

  /** A piece of a word as it is read and as it is written. */
  record Piece(String from, String to, boolean isWholeWord) {}

  private UzbekExceptions() {}

  /** The listed beginning of a Latin word in lower case. */
  static Optional<Piece> start(String word) {
    return find(STARTS, word, 0);
  }

  /** The piece that stands at this place, but not at the beginning, of a Latin word. */
  static Optional<Piece> inside(String word, int at) {
    return find(INSIDES, word, at);
  }

  /** The listed beginning, without a final ь, of a Cyrillic word in lower case. */
  static Optional<Piece> cyrillicStart(String word) {
    return find(CYRILLIC_STARTS, word, 0);
  }

  private static Optional<Piece> find(Map<String, List<Piece>> pieces, String word, int at) {
    if (word.length() - at < SHORTEST) {
      return Optional.empty();
    }
    for (Piece piece : pieces.getOrDefault(word.substring(at, at + SHORTEST), List.of())) {
      if (word.startsWith(piece.from, at) && canEnd(piece, word, at + piece.from.length())) {
        return Optional.of(piece);
      }
    }
    return Optional.empty();
  }

  private static boolean canEnd(Piece piece, String word, int end) {
    if (end == word.length()) {
      return true;
    }
    char last = word.charAt(end - 1);
    char next = word.charAt(end);
    boolean isHalfLetter =
        next == Apostrophes.TURNED_COMMA || (next == 'h' && (last == 's' || last == 'c'));
    return !piece.isWholeWord && !isHalfLetter;
  }

  private static void add(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != 2) {
      throw new IllegalStateException("expected two columns in `" + line + "`");
    }
    String latin = columns[0];
    String cyrillic = columns[1];
    if (latin.startsWith("*")) {
      add(INSIDES, new Piece(latin.substring(1), cyrillic, false));
    } else if (latin.startsWith("~")) {
      add(STARTS, new Piece(latin.substring(1), cyrillic, false));
    } else {
      boolean isWholeWord = latin.endsWith("|");
      String start = isWholeWord ? latin.substring(0, latin.length() - 1) : latin;
      add(STARTS, new Piece(start, cyrillic, isWholeWord));
      add(CYRILLIC_STARTS, new Piece(withoutSoftEnd(cyrillic), start, isWholeWord));
    }
  }

  private static String withoutSoftEnd(String cyrillic) {
    return cyrillic.endsWith("ь") ? cyrillic.substring(0, cyrillic.length() - 1) : cyrillic;
  }

  private static void add(Map<String, List<Piece>> pieces, Piece piece) {
    List<Piece> sameKey =
        pieces.computeIfAbsent(piece.from.substring(0, SHORTEST), key -> new ArrayList<>());
    sameKey.add(piece);
    sameKey.sort(Comparator.comparing((Piece p) -> p.from.length()).reversed());
  }
}
