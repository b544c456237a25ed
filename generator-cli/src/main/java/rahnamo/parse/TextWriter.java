package rahnamo.parse;

import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;

/** Writes the words of a body: in the page's alphabet, with bare addresses made links. */
final class TextWriter {

  private static final Pattern ADDRESS =
      Pattern.compile("https?://[^\\s<>\"«»]*[^\\s<>\"«»?!.,:;*_~'\\]]");

  private final BodyPositions positions;
  private final BodyContext context;
  private final HtmlWords htmlWords;
  private final LinkWriter links;
  private final StringBuilder out;
  private final Optional<MixedWords> mixedWords;
  private int foreignDepth;

  TextWriter(
      BodyPositions positions,
      BodyContext context,
      boolean hasMixedWords,
      HtmlWords htmlWords,
      LinkWriter links,
      Diagnostics diagnostics,
      StringBuilder out) {
    this.positions = positions;
    this.context = context;
    this.htmlWords = htmlWords;
    this.links = links;
    this.out = out;
    this.mixedWords = hasMixedWords ? Optional.of(new MixedWords(diagnostics)) : Optional.empty();
  }

  /** Writes a part of the author's text, in which backslashes hide markup. */
  void write(BasedSequence chars, int from, int to, boolean mayLink) {
    if (from >= to) {
      return;
    }
    BasedSequence part = chars.subSequence(from, to);
    reportMixedScript(part);
    String text = PlainText.unescaped(positions.text(part));
    if (mayLink && text.contains("://")) {
      linkified(text, positions.of(part));
    } else {
      plain(text);
    }
  }

  /** Writes words that are no markup. */
  void plain(String text) {
    boolean keepsWords = foreignDepth > 0 || htmlWords.keepsWords();
    Html.escape(keepsWords ? text : context.transliterate().apply(text), out);
  }

  /** Begins an element, whose words stay in their alphabet if they are of another language. */
  void begin(Attributes attributes) {
    foreignDepth += attributes.isForeign() ? 1 : 0;
  }

  /** Ends an element. */
  void end(Attributes attributes) {
    foreignDepth -= attributes.isForeign() ? 1 : 0;
  }

  /** Reports words of two alphabets in a part of the body. */
  void reportMixedScript(BasedSequence chars) {
    if (mixedWords.isEmpty()) {
      return;
    }
    int start = chars.getStartOffset();
    mixedWords
        .get()
        .report(
            positions.text(chars),
            finding ->
                positions.of(
                    start + finding.offset(), start + finding.offset() + finding.word().length()));
  }

  private void linkified(String text, SourceSpan span) {
    Matcher matcher = ADDRESS.matcher(text);
    int from = 0;
    while (matcher.find()) {
      String address = withoutLooseParenthesis(matcher.group());
      plain(text.substring(from, matcher.start()));
      boolean isLink = links.open(address, "", Attributes.NONE, span, out);
      Html.escape(address, out);
      out.append(isLink ? "</a>" : "");
      from = matcher.start() + address.length();
    }
    plain(text.substring(from));
  }

  /** An address without what follows it: {@code (see https://example.org/a_(b)).} */
  private static String withoutLooseParenthesis(String address) {
    int end = address.length();
    long loose = count(address, ')') - count(address, '(');
    while (end > 0 && loose > 0 && address.charAt(end - 1) == ')') {
      end--;
      loose--;
      while (end > 0 && ".,:;!?'".indexOf(address.charAt(end - 1)) >= 0) {
        end--;
      }
    }
    return address.substring(0, end);
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }
}
