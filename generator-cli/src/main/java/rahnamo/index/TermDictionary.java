package rahnamo.index;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of all terms of an index, given in the order of arrival, and for each form of a word
 * the number of its stem. Safe for use by many threads.
 *
 * <p>A large site has a million terms. They lie in a few arrays, because as many objects would take
 * four times the memory and the garbage collector would visit each of them again and again.
 */
final class TermDictionary {

  private static final int STRIPES = 64;

  private final UnaryOperator<String> stemmer;
  private final AtomicInteger next = new AtomicInteger();
  private final Stripe[] stripes = new Stripe[STRIPES];

  /**
   * An empty dictionary.
   *
   * @param stemmer gives the stem of a form, which may be the form; called once for most forms
   */
  TermDictionary(UnaryOperator<String> stemmer) {
    this.stemmer = stemmer;
    Arrays.setAll(stripes, i -> new Stripe(next));
  }

  /** Numbers of a form of a word and of its stem; the same if it is its own stem. */
  record Numbers(int form, int stem) {}

  /** The numbers of a form and its stem, new ones for what has none. */
  Numbers numbers(String form) {
    Stripe stripe = stripe(form);
    Numbers known = stripe.find(form);
    if (known != null) {
      return known;
    }
    String stem = stemmer.apply(form);
    if (stem.equals(form)) {
      int number = stripe.add(form, Stripe.ITSELF);
      return new Numbers(number, number);
    }
    int ofStem = stripe(stem).add(stem, Stripe.NONE);
    return new Numbers(stripe.add(form, ofStem), ofStem);
  }

  /** The number of a term that was numbered before. */
  int number(String term) {
    return stripe(term).add(term, Stripe.NONE);
  }

  /** All terms in the order of UTF-16 units. */
  String[] sortedTerms() {
    String[] terms = new String[next.get()];
    int at = 0;
    for (Stripe stripe : stripes) {
      at = stripe.copyTo(terms, at);
    }
    Arrays.sort(terms);
    return terms;
  }

  private Stripe stripe(String term) {
    int hash = term.hashCode();
    return stripes[(hash ^ (hash >>> 16)) & (STRIPES - 1)];
  }

  /** Terms whose hashes fall together: an open hash table and the letters of all terms in a row. */
  private static final class Stripe {

    /** The stem of a term that was met as a stem only. */
    static final int NONE = -1;

    /** The stem of a form that is its own. */
    static final int ITSELF = -2;

    private static final int WIDTH = 4;
    private static final int HASH = 0;
    private static final int END = 1;
    private static final int NUMBER = 2;
    private static final int STEM = 3;

    private final AtomicInteger next;

    /** The place of a term in the arrays below plus 1, or 0. */
    private int[] slots = new int[16];

    private int size;

    /** Side by side what a lookup reads together: of each term hash, end of letters and numbers. */
    private int[] entries = new int[8 * WIDTH];

    private char[] letters = new char[64];

    Stripe(AtomicInteger next) {
      this.next = next;
    }

    /** The numbers of a form and its stem, if both are known. */
    synchronized @Nullable Numbers find(String form) {
      int place = slots[slot(form)] - 1;
      int stem = place < 0 ? NONE : get(place, STEM);
      if (stem == NONE) {
        return null;
      }
      int number = get(place, NUMBER);
      return new Numbers(number, stem == ITSELF ? number : stem);
    }

    /**
     * Adds a term if it is new.
     *
     * @param stem the number of its stem, {@link #ITSELF} or {@link #NONE}
     * @return its number
     */
    synchronized int add(String term, int stem) {
      int slot = slot(term);
      int place = slots[slot] - 1;
      if (place < 0) {
        place = append(term);
        slots[slot] = size;
        if (2 * size > slots.length) {
          grow();
        }
      }
      if (stem != NONE) {
        entries[place * WIDTH + STEM] = stem;
      }
      return get(place, NUMBER);
    }

    private int append(String term) {
      int start = start(size);
      int end = start + term.length();
      if (end > letters.length) {
        letters = Arrays.copyOf(letters, Math.max(end, letters.length + letters.length / 2));
      }
      term.getChars(0, term.length(), letters, start);
      int entry = size * WIDTH;
      if (entry == entries.length) {
        entries = Arrays.copyOf(entries, 2 * entry);
      }
      entries[entry + HASH] = term.hashCode();
      entries[entry + END] = end;
      entries[entry + NUMBER] = next.getAndIncrement();
      entries[entry + STEM] = NONE;
      return size++;
    }

    private int get(int place, int column) {
      return entries[place * WIDTH + column];
    }

    private void grow() {
      slots = new int[2 * slots.length];
      for (int place = 0; place < size; place++) {
        int slot = firstSlot(get(place, HASH));
        while (slots[slot] != 0) {
          slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = place + 1;
      }
    }

    /** The slot of a term, an empty one if it is new. */
    private int slot(String term) {
      int hash = term.hashCode();
      int slot = firstSlot(hash);
      while (slots[slot] != 0 && !isAt(slots[slot] - 1, hash, term)) {
        slot = (slot + 1) & (slots.length - 1);
      }
      return slot;
    }

    private int firstSlot(int hash) {
      return ((hash * 0x9e3779b9) >>> 8) & (slots.length - 1);
    }

    private boolean isAt(int place, int hash, String term) {
      int start = start(place);
      if (get(place, HASH) != hash || get(place, END) - start != term.length()) {
        return false;
      }
      for (int i = 0; i < term.length(); i++) {
        if (letters[start + i] != term.charAt(i)) {
          return false;
        }
      }
      return true;
    }

    private int start(int place) {
      return place == 0 ? 0 : get(place - 1, END);
    }

    int copyTo(String[] terms, int at) {
      for (int place = 0; place < size; place++) {
        terms[at + place] = new String(letters, start(place), get(place, END) - start(place));
      }
      return at + size;
    }
  }
}
