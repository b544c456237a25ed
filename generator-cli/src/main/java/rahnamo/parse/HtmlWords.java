package rahnamo.parse;

import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the words of an author's own block of HTML into another alphabet, and leaves its markup. */
final class HtmlWords {

  private static final Pattern MARKUP =
      Pattern.compile("<!--|<(/?)([A-Za-z][A-Za-z0-9-]*+)[^<>]*+>|&#?[A-Za-z0-9]++;");

  /** Elements whose text is written for machines. */
  private static final Set<String> CODE = Set.of("code", "kbd", "samp", "pre", "var", "script");

  private HtmlWords() {}

  static String transliterate(String html, UnaryOperator<String> alphabet) {
    var out = new StringBuilder(html.length());
    Matcher markup = MARKUP.matcher(html);
    String code = "";
    int from = 0;
    while (markup.find(from)) {
      String words = html.substring(from, markup.start());
      out.append(code.isEmpty() ? alphabet.apply(words) : words);
      int end = markup.end();
      if (markup.group(2) == null) {
        int close = html.indexOf("-->", markup.start());
        boolean isComment = html.startsWith("<!--", markup.start());
        end = !isComment ? end : close < 0 ? html.length() : close + 3;
      } else {
        code =
            codeAfter(markup.group(2).toLowerCase(Locale.ROOT), !markup.group(1).isEmpty(), code);
      }
      out.append(html, markup.start(), end);
      from = end;
    }
    String words = html.substring(from);
    return out.append(code.isEmpty() ? alphabet.apply(words) : words).toString();
  }

  /** The element of code that is open behind a tag, or nothing. */
  private static String codeAfter(String tag, boolean closes, String open) {
    if (closes) {
      return tag.equals(open) ? "" : open;
    }
    return open.isEmpty() && CODE.contains(tag) ? tag : open;
  }
}
