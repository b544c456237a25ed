package rahnamo.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the words of an author's own HTML into another alphabet, and leaves its markup, code, and
 * elements of another language. It follows which elements are open from one piece of a body to the
 * next, so that it knows of the Markdown between them too. For one body, not for many threads.
 */
final class HtmlWords {

  private static final Pattern MARKUP =
      Pattern.compile("<!--|<(/?)([A-Za-z][A-Za-z0-9-]*+)([^<>]*+)>");
  private static final Pattern ENTITY = Pattern.compile("&#?[A-Za-z0-9]++;");
  private static final Pattern LANGUAGE =
      Pattern.compile("\\slang\\s*+=\\s*+[\"']?+([A-Za-z0-9-]++)", Pattern.CASE_INSENSITIVE);

  /** Attributes whose values are read, or read out, by people. */
  private static final Pattern READ =
      Pattern.compile(
          "\\s(?:title|alt|aria-label)\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"'=]++))",
          Pattern.CASE_INSENSITIVE);

  /** Elements whose text is written for machines. */
  private static final Set<String> CODE = Set.of("code", "kbd", "samp", "pre", "var", "script");

  /** Elements without an end. */
  private static final Set<String> EMPTY = Set.of("br", "col", "hr", "img", "input", "wbr");

  /** Elements that end where the next of their kind begins. */
  private static final Set<String> REPEATED = Set.of("dd", "dt", "li", "p", "td", "th", "tr");

  private final UnaryOperator<String> alphabet;
  private final List<OpenElement> open = new ArrayList<>();

  HtmlWords(UnaryOperator<String> alphabet) {
    this.alphabet = alphabet;
  }

  private record OpenElement(String tag, boolean keepsWords) {}

  /** Whether words that come now stay as they are: in code and in another language. */
  boolean keepsWords() {
    return !open.isEmpty() && open.get(open.size() - 1).keepsWords();
  }

  /** How many elements are open. */
  int depth() {
    return open.size();
  }

  /** Ends what was begun since so many elements were open, as the end of a paragraph does. */
  void closeTo(int depth) {
    if (open.size() > depth) {
      open.subList(depth, open.size()).clear();
    }
  }

  /** The next piece of the author's own HTML, be it a block or a single tag. */
  String transliterate(String html) {
    var out = new StringBuilder(html.length());
    Matcher markup = MARKUP.matcher(html);
    int from = 0;
    while (markup.find(from)) {
      out.append(words(html.substring(from, markup.start())));
      if (markup.group(2) == null) {
        int close = html.indexOf("-->", markup.start());
        from = close < 0 ? html.length() : close + 3;
        out.append(html, markup.start(), from);
      } else {
        out.append(tag(markup));
        from = markup.end();
      }
    }
    return out.append(words(html.substring(from))).toString();
  }

  private String tag(Matcher markup) {
    String tag = markup.group(2).toLowerCase(Locale.ROOT);
    if (!markup.group(1).isEmpty()) {
      close(tag);
      return markup.group();
    }
    int last = open.size() - 1;
    if (last >= 0 && REPEATED.contains(tag) && open.get(last).tag().equals(tag)) {
      open.remove(last);
    }
    String attributes = markup.group(3);
    boolean isForeign = isForeign(attributes);
    String read = isForeign ? attributes : transliterateRead(attributes);
    if (!EMPTY.contains(tag)) {
      open.add(new OpenElement(tag, isForeign || CODE.contains(tag)));
    }
    return "<" + markup.group(2) + read + ">";
  }

  private void close(String tag) {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (open.get(i).tag().equals(tag)) {
        closeTo(i);
        return;
      }
    }
  }

  /** Whether an element that begins now is of another language than Uzbek, or inside one. */
  private boolean isForeign(String attributes) {
    Matcher language = LANGUAGE.matcher(attributes);
    return language.find() ? Attributes.isForeign(language.group(1)) : keepsWords();
  }

  private String transliterateRead(String attributes) {
    var out = new StringBuilder();
    Matcher read = READ.matcher(attributes);
    int from = 0;
    while (read.find()) {
      for (int group = 1; group <= read.groupCount(); group++) {
        if (read.group(group) != null) {
          out.append(attributes, from, read.start(group)).append(words(read.group(group)));
          from = read.end(group);
        }
      }
    }
    return out.append(attributes, from, attributes.length()).toString();
  }

  private String words(String text) {
    if (keepsWords()) {
      return text;
    }
    var out = new StringBuilder();
    Matcher entity = ENTITY.matcher(text);
    int from = 0;
    while (entity.find()) {
      out.append(alphabet.apply(text.substring(from, entity.start()))).append(entity.group());
      from = entity.end();
    }
    return out.append(alphabet.apply(text.substring(from))).toString();
  }
}
