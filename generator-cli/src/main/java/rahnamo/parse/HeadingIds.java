package rahnamo.parse;

import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.text.Transliteration;

/**
 * Gives each heading its id: the author's own, else the one that the source article has at this
 * place, else one made from its words.
 */
final class HeadingIds {

  /** Longer ids are no use to anybody; the slug of a long heading is cut. */
  private static final int MAX_LENGTH = 100;

  /** The ids of the list of footnotes and of what belongs to it. */
  private static final Pattern FOOTNOTES =
      Pattern.compile("footnotes|fn-[0-9]+|fnref-[0-9]+(?:-[0-9]+)?");

  private final List<Heading> inherited;
  private final boolean hasFootnotes;
  private final Diagnostics diagnostics;
  private final Set<String> used = new HashSet<>();

  /** The number to try next for an id that is taken. */
  private final Map<String, Integer> numbers = new HashMap<>();

  private int next;

  HeadingIds(Document document, List<Heading> source, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    boolean isSameOutline = !source.isEmpty() && levels(document).equals(levels(source));
    this.inherited = isSameOutline ? source : List.of();
    this.hasFootnotes = !FootnoteExtension.FOOTNOTES.get(document).isEmpty();
  }

  private static List<Integer> levels(List<Heading> headings) {
    return headings.stream().map(Heading::level).toList();
  }

  private static List<Integer> levels(Node parent) {
    var levels = new ArrayList<Integer>();
    collectLevels(parent, levels);
    return levels;
  }

  private static void collectLevels(Node parent, List<Integer> levels) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof com.vladsch.flexmark.ast.Heading heading) {
        levels.add(heading.getLevel());
      } else if (node instanceof Block && !(node instanceof FootnoteBlock)) {
        collectLevels(node, levels);
      }
    }
  }

  /** The id of the next heading. */
  String next(Optional<String> explicit, String title, Supplier<SourceSpan> span) {
    int index = next++;
    if (explicit.isPresent()) {
      return claim(explicit.get(), span.get());
    }
    boolean isInherited = index < inherited.size();
    String wanted = isInherited ? inherited.get(index).id() : slug(title);
    boolean isUsable = isValid(wanted) && !isOfFootnotes(wanted);
    return unused(isUsable ? wanted : "s-" + wanted);
  }

  private static String slug(String title) {
    String start = title.length() <= MAX_LENGTH ? title : title.substring(0, MAX_LENGTH);
    String slug = Transliteration.slug(start);
    return slug.length() <= MAX_LENGTH
        ? slug
        : slug.substring(0, Math.max(1, slug.lastIndexOf('-', MAX_LENGTH)));
  }

  /** Whether an id is made of words of Latin letters and digits, with a hyphen between two. */
  private static boolean isValid(String id) {
    boolean isInWord = false;
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean isLetter = c >= 'a' && c <= 'z';
      boolean isFine = i == 0 ? isLetter : isLetter || (c >= '0' && c <= '9');
      if (!isFine && !(c == '-' && isInWord)) {
        return false;
      }
      isInWord = isFine;
    }
    return isInWord && id.length() <= 2 * MAX_LENGTH;
  }

  private boolean isOfFootnotes(String id) {
    return hasFootnotes && FOOTNOTES.matcher(id).matches();
  }

  /** Takes an id that the author wrote, which must be valid and new. */
  String claim(String id, SourceSpan span) {
    if (!isValid(id)) {
      diagnostics.report(DiagnosticCode.INVALID_ID, span, id);
    } else if (isOfFootnotes(id) || !used.add(id)) {
      diagnostics.report(DiagnosticCode.DUPLICATE_ID, span, id);
    }
    return id;
  }

  /** Notes that the page has a list of footnotes, which can be linked to. */
  void addFootnotes() {
    used.add("footnotes");
  }

  /** All ids given so far. */
  Set<String> all() {
    return Set.copyOf(used);
  }

  private String unused(String id) {
    String candidate = id;
    int number = numbers.getOrDefault(id, 2);
    while (!used.add(candidate)) {
      candidate = id + "-" + number++;
    }
    numbers.put(id, number);
    return candidate;
  }
}
