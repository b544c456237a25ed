package rahnamo.parse;

import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.util.Parsing;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.parser.internal.CommonmarkInlineParser;
import com.vladsch.flexmark.parser.internal.LinkRefProcessorData;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Flexmark's inline parser, kept from working for longer than a hostile text deserves.
 *
 * <p>Three things differ. A pattern is tried where the parser stands and nowhere behind it; the
 * original looks for each through the rest of the paragraph. Patterns that repeat a group are
 * possessive, because Java's others use the stack for each repetition. And a paragraph with so many
 * signs of markup that the parser's square time would show is left as plain text, which is noted in
 * the document. One parser reads one document.
 */
final class BoundedInlineParser extends CommonmarkInlineParser {

  /** How many signs times characters a paragraph may have: 2,000 signs in 10,000 characters. */
  static final int MAX_WORK = 20_000_000;

  /** The same for all paragraphs together. */
  private static final long MAX_TOTAL_WORK = 10L * MAX_WORK;

  /** How many signs of markup a whole article may have: a thousand pages of them. */
  static final int MAX_TOTAL_SIGNS = 150_000;

  static final int MAX_NESTING = 50;

  /** What may begin or end markup, by character. */
  private static final boolean[] IS_SIGN = new boolean[128];

  static {
    for (char sign : "*_~`<[]&\\!".toCharArray()) {
      IS_SIGN[sign] = true;
    }
  }

  private static final Pattern LINK_LABEL =
      Pattern.compile("\\[(?:[^\\\\\\[\\]]|\\\\" + Escaping.ESCAPABLE + "|\\\\){0,999}+\\]");

  private static final Pattern LINK_TITLE =
      Pattern.compile(
          "\"(?:\\\\"
              + Escaping.ESCAPABLE
              + "|[^\"\\x00])*+\""
              + "|'(?:\\\\"
              + Escaping.ESCAPABLE
              + "|[^'\\x00])*+'"
              + "|\\((?:\\\\"
              + Escaping.ESCAPABLE
              + "|[^)\\x00])*+\\)");

  private static final Pattern LINK_DESTINATION =
      Pattern.compile("<(?:[^<>\\n\\\\\\x00]|\\\\" + Escaping.ESCAPABLE + "|\\\\)*+>");

  private static final Pattern MAIL_ADDRESS =
      Pattern.compile(
          "<[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]++"
              + "@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?+"
              + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?+)*+>");

  private static final Pattern HTML =
      Pattern.compile(
          "<[A-Za-z][A-Za-z0-9-]*+(?:\\s++[a-zA-Z_:][a-zA-Z0-9:._-]*+"
              + "(?:\\s*+=\\s*+(?:[^\"'=<>{}`\\x00-\\x20]++|'[^']*+'|\"[^\"]*+\"))?+)*+\\s*+/?>"
              + "|</[A-Za-z][A-Za-z0-9-]*+\\s*+>"
              + "|<!---->|<!--(?:-?[^>-])(?:-?[^-])*+-->"
              + "|<\\?.*?\\?>"
              + "|<![A-Za-z]++\\s++[^>]*+>"
              + "|<!\\[CDATA\\[[\\s\\S]*?\\]\\]>");

  private final IdentityHashMap<Pattern, Pattern> replacements = new IdentityHashMap<>();
  private long work;
  private int signs;

  BoundedInlineParser(
      DataHolder options,
      BitSet specialCharacters,
      BitSet delimiterCharacters,
      Map<Character, DelimiterProcessor> delimiterProcessors,
      LinkRefProcessorData linkRefProcessors,
      List<InlineParserExtensionFactory> extensions) {
    super(
        options,
        specialCharacters,
        delimiterCharacters,
        delimiterProcessors,
        linkRefProcessors,
        extensions);
    Parsing parsing = getParsing();
    replacements.put(parsing.LINK_LABEL, LINK_LABEL);
    replacements.put(parsing.LINK_TITLE, LINK_TITLE);
    replacements.put(parsing.LINK_DESTINATION_ANGLES, LINK_DESTINATION);
    replacements.put(parsing.EMAIL_AUTOLINK, MAIL_ADDRESS);
    replacements.put(parsing.HTML_TAG, HTML);
  }

  @Override
  public @Nullable BasedSequence match(Pattern pattern) {
    BasedSequence text = getInput();
    int from = getIndex();
    if (from >= text.length()) {
      return null;
    }
    Matcher matcher = replacements.getOrDefault(pattern, pattern).matcher(text);
    matcher.region(from, text.length());
    boolean isFound = pattern == getParsing().TICKS ? matcher.find() : matcher.lookingAt();
    if (!isFound) {
      return null;
    }
    setIndex(matcher.end());
    return text.subSequence(matcher.start(), matcher.end());
  }

  @Override
  public void parse(BasedSequence content, Node block) {
    if (accepts(content)) {
      super.parse(content, block);
      if (isTooDeep(block)) {
        TooComplex.note(getDocument(), content, "guard.elements", MAX_NESTING);
        block.removeChildren();
      }
    } else {
      block.appendChild(new Text(content));
    }
  }

  private boolean accepts(BasedSequence content) {
    int count = 0;
    int brackets = 0;
    int spaces = 0;
    long spaceWork = 0;
    int length = content.length();
    for (int i = 0; i < length; i++) {
      char c = content.charAt(i);
      if (c == ' ') {
        spaceWork += ++spaces;
        continue;
      }
      spaces = 0;
      if (c < 128 && IS_SIGN[c]) {
        count++;
        brackets = Math.max(0, brackets + (c == '[' ? 1 : c == ']' ? -1 : 0));
        if (brackets > MAX_NESTING) {
          return refuse(content.subSequence(i), "guard.elements", MAX_NESTING);
        }
      }
    }
    signs += count;
    long paragraphWork = (long) count * length + spaceWork;
    work += paragraphWork;
    if (paragraphWork > MAX_WORK) {
      return refuse(content, "guard.special", MAX_WORK / Math.max(1, length));
    }
    if (work > MAX_TOTAL_WORK || signs > MAX_TOTAL_SIGNS) {
      return refuse(content, "guard.total", MAX_TOTAL_SIGNS);
    }
    return true;
  }

  private boolean refuse(BasedSequence content, String term, int limit) {
    TooComplex.note(getDocument(), content, term, limit);
    return false;
  }

  /** Whether elements stand inside one another too deeply; a walk without recursion. */
  private static boolean isTooDeep(Node block) {
    int depth = 0;
    Node node = block.getFirstChild();
    while (node != null) {
      if (node.getFirstChild() != null) {
        depth++;
        node = node.getFirstChild();
        if (depth > MAX_NESTING) {
          return true;
        }
        continue;
      }
      while (node != null && node.getNext() == null) {
        node = node.getParent() == block ? null : node.getParent();
        depth--;
      }
      node = node == null ? null : node.getNext();
    }
    return false;
  }
}
