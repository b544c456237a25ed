package rahnamo.parse;

import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  private static final Pattern VALID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final List<Heading> inherited;
  private final Diagnostics diagnostics;
  private final Set<String> used = new HashSet<>();
  private int next;

  HeadingIds(Document document, List<Heading> source, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    boolean isSameOutline = !source.isEmpty() && levels(document).equals(levels(source));
    this.inherited = isSameOutline ? source : List.of();
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
      } else if (node instanceof com.vladsch.flexmark.util.ast.Block) {
        collectLevels(node, levels);
      }
    }
  }

  /** The id of the next heading. */
  String next(Optional<String> explicit, String title, SourceSpan span) {
    int index = next++;
    if (explicit.isPresent()) {
      return claim(explicit.get(), span);
    }
    String wanted =
        index < inherited.size() ? inherited.get(index).id() : Transliteration.slug(title);
    String id = VALID.matcher(wanted).matches() ? wanted : "s-" + wanted;
    return unused(id);
  }

  /** Takes an id that the author wrote, which must be valid and new. */
  String claim(String id, SourceSpan span) {
    if (!VALID.matcher(id).matches()) {
      diagnostics.report(DiagnosticCode.INVALID_ID, span, id);
    } else if (!used.add(id)) {
      diagnostics.report(DiagnosticCode.DUPLICATE_ID, span, id);
    }
    return id;
  }

  /** All ids given so far. */
  Set<String> all() {
    return Set.copyOf(used);
  }

  private String unused(String id) {
    String candidate = id;
    for (int n = 2; !used.add(candidate); n++) {
      candidate = id + "-" + n;
    }
    return candidate;
  }
}
