package rahnamo.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.diagnostic.SourceText;
import rahnamo.diagnostic.Term;

/**
 * Reads plain YAML: mappings, lists and scalars. Anchors, aliases, tags and further documents are
 * refused, and nesting is limited before the library sees the text, since it recurses.
 */
public final class YamlParser {

  /** Front matter longer than this many UTF-16 units is refused. */
  public static final int MAX_FRONT_MATTER = 16 * 1024;

  private static final int MAX_DEPTH = 20;
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setAllowDuplicateKeys(true) // reported here, with both places in the author's words
          .setMaxAliasesForCollections(0)
          .setCodePointLimit(4 * 1024 * 1024)
          .setUseMarks(true)
          .build();

  /** What a value may be without its author saying so. */
  private static final Set<Tag> PLAIN_TAGS =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP);

  private final SourceText source;
  private final int start;
  private final int firstLine;
  private final Diagnostics diagnostics;

  private YamlParser(SourceText source, int start, Diagnostics diagnostics) {
    this.source = source;
    this.start = start;
    this.firstLine = lineOf(source.content(), start);
    this.diagnostics = diagnostics;
  }

  /** The YAML between two offsets of a file, or nothing if it is broken (which is reported). */
  public static Optional<YamlValue> parse(
      SourceText source, int start, int end, Diagnostics diagnostics) {
    var parser = new YamlParser(source, start, diagnostics);
    return SimpleYaml.read(source, start, end, parser.firstLine).or(() -> parser.parse(end));
  }

  /** The YAML of a whole file. */
  public static Optional<YamlValue> parse(SourceText source, Diagnostics diagnostics) {
    return parse(source, 0, source.content().length(), diagnostics);
  }

  private static int lineOf(String text, int offset) {
    int line = 0;
    for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
      line++;
    }
    return line;
  }

  /** What the library makes of the text. */
  private Optional<YamlValue> parse(int end) {
    String yaml = source.content().substring(start, end);
    return isWithinLimits(yaml) ? compose(yaml) : Optional.empty();
  }

  /** What the library makes of a whole file, whether it is simple or not. */
  static Optional<YamlValue> parseWithLibrary(SourceText source, Diagnostics diagnostics) {
    return new YamlParser(source, 0, diagnostics).parse(source.content().length());
  }

  private Optional<YamlValue> compose(String yaml) {
    try {
      Optional<Node> root = new Compose(SETTINGS).composeString(yaml);
      return Optional.of(root.isPresent() ? convert(root.get()) : emptyMapping());
    } catch (YamlEngineException e) {
      YamlProblem problem = YamlProblem.of(e);
      SourceSpan span =
          problem.mark().map(mark -> span(mark, 1)).orElseGet(() -> source.span(start, start + 1));
      diagnostics.report(DiagnosticCode.BROKEN_YAML, span, problem.words());
      return Optional.empty();
    }
  }

  private YamlValue emptyMapping() {
    return new YamlValue.Mapping(source.span(start, start + 1), List.of());
  }

  private YamlValue convert(Node node) {
    SourceSpan span = span(node);
    if (node.getAnchor().isPresent()) {
      diagnostics.report(DiagnosticCode.BROKEN_YAML, span, Term.of("yaml.anchor"));
    }
    if (hasOwnTag(node)) {
      diagnostics.report(DiagnosticCode.BROKEN_YAML, span, Term.of("yaml.tag"));
    }
    if (node instanceof MappingNode mapping) {
      return new YamlValue.Mapping(span, entries(mapping));
    }
    if (node instanceof SequenceNode sequence) {
      return new YamlValue.Sequence(span, sequence.getValue().stream().map(this::convert).toList());
    }
    var scalar = (ScalarNode) node;
    return new YamlValue.Scalar(
        span, scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN);
  }

  private static boolean hasOwnTag(Node node) {
    return !PLAIN_TAGS.contains(node.getTag());
  }

  private List<YamlValue.Entry> entries(MappingNode mapping) {
    var entries = new ArrayList<YamlValue.Entry>(mapping.getValue().size());
    Map<String, SourceSpan> seen = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        diagnostics.report(
            DiagnosticCode.BROKEN_YAML, span(tuple.getKeyNode()), Term.of("yaml.key"));
        continue;
      }
      SourceSpan keySpan = span(key);
      if (seen.putIfAbsent(key.getValue(), keySpan) != null) {
        diagnostics.report(DiagnosticCode.DUPLICATE_KEY, keySpan, key.getValue());
        continue;
      }
      entries.add(new YamlValue.Entry(key.getValue(), keySpan, convert(tuple.getValueNode())));
    }
    return List.copyOf(entries);
  }

  private SourceSpan span(Node node) {
    Mark mark = node.getStartMark().orElseThrow();
    int length = node instanceof ScalarNode ? lengthOnLine(mark, node.getEndMark()) : 1;
    return span(mark, length);
  }

  private static int lengthOnLine(Mark from, Optional<Mark> end) {
    boolean oneLine = end.isPresent() && end.get().getLine() == from.getLine();
    return oneLine ? Math.max(1, end.get().getColumn() - from.getColumn()) : 1000;
  }

  private SourceSpan span(Mark mark, int length) {
    return source.spanAt(firstLine + mark.getLine(), mark.getColumn(), length);
  }

  /** Counts brackets and indentation, which bound how deep the library can recurse. */
  private boolean isWithinLimits(String yaml) {
    int open = 0;
    int indent = 0;
    boolean atLineStart = true;
    for (int i = 0; i < yaml.length(); i++) {
      char c = yaml.charAt(i);
      if (c == '[' || c == '{') {
        open++;
      } else if (c == ']' || c == '}') {
        open = Math.max(0, open - 1);
      } else if (c == '\n') {
        atLineStart = true;
        indent = 0;
        continue;
      }
      boolean indents = atLineStart && (c == ' ' || c == '-' || c == '?');
      indent = indents ? indent + 1 : indent;
      atLineStart = indents;
      if (open > MAX_DEPTH || indent > 4 * MAX_DEPTH) {
        diagnostics.report(
            DiagnosticCode.BROKEN_YAML,
            source.span(start + i, start + i + 1),
            Term.of("yaml.depth"));
        return false;
      }
    }
    return true;
  }
}
