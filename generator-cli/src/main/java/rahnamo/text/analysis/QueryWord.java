package rahnamo.text.analysis;

import java.util.List;

/**
 * A word of a query, with everything it may mean.
 *
 * @param start where it begins, in UTF-16 units of the query in NFC
 * @param length how long it is there
 * @param form its folded form
 * @param stem its stem
 * @param stop whether it says little, so that it only counts if the whole query is such words
 * @param whole whether it joins words that also come alone (a phone number, 115-ФЗ); it is found
 *     exactly or not at all
 * @param spellings what it is if it was typed without the letters that a keyboard lacks: to try
 *     first if the index has neither form nor stem
 * @param alternatives other readings of it: to try, list by list, if nothing closer is found; a
 *     term that ends in {@code *} stands for all that begin so
 */
public record QueryWord(
    int start,
    int length,
    String form,
    String stem,
    boolean stop,
    boolean whole,
    List<String> spellings,
    List<List<String>> alternatives) {

  public QueryWord {
    spellings = List.copyOf(spellings);
    alternatives = List.copyOf(alternatives);
  }
}
