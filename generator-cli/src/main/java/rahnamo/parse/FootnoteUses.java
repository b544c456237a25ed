package rahnamo.parse;

import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** The footnotes that a body cites, numbered in the order of first citation. */
final class FootnoteUses {

  private final List<FootnoteBlock> blocks = new ArrayList<>();
  private final IdentityHashMap<FootnoteBlock, Use> uses = new IdentityHashMap<>();

  /**
   * What is known of a footnote.
   *
   * @param number its number, from 1
   * @param count how often it has been cited so far
   */
  record Use(int number, int count) {

    /** The id of the n-th citation. */
    String citationId(int citation) {
      return citation == 1 ? "fnref-" + number : "fnref-" + number + "-" + citation;
    }
  }

  /** Notes one more citation. */
  Use cite(FootnoteBlock block) {
    Use use = uses.get(block);
    if (use == null) {
      blocks.add(block);
      use = new Use(blocks.size(), 0);
    }
    Use next = new Use(use.number, use.count + 1);
    uses.put(block, next);
    return next;
  }

  /** How many footnotes are cited so far; it grows while footnotes that cite others are written. */
  int size() {
    return blocks.size();
  }

  /** The footnote with a number, from 1. */
  FootnoteBlock block(int number) {
    return blocks.get(number - 1);
  }

  /** What is known of a cited footnote. */
  Use of(FootnoteBlock block) {
    return uses.getOrDefault(block, new Use(0, 0));
  }
}
