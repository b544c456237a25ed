package rahnamo.parse;

import java.util.List;
import java.util.Set;
import rahnamo.diagnostic.SourceSpan;

/**
 * The HTML of an article's own text. Immutable.
 *
 * @param parts HTML and typed blocks in the order of the text
 * @param headings all headings in the order of the text
 * @param ids all addresses inside the page
 */
public record HtmlBody(List<Part> parts, List<Heading> headings, Set<String> ids) {

  /** A piece of a body. */
  public sealed interface Part {}

  /**
   * HTML made from Markdown.
   *
   * @param html well-formed but for raw HTML of the author
   */
  public record Html(String html) implements Part {}

  /**
   * A piece of HTML that the author wrote; if there is any, the whole must be cleaned before use.
   *
   * @param html a tag, a comment or a block
   * @param lines the places of its lines
   */
  public record RawHtml(String html, List<SourceSpan> lines) implements Part {

    /** The first place of a word, or of the whole piece if the word is not written in it. */
    public SourceSpan placeOf(String word) {
      return placeOf(word, Math.max(0, html.indexOf(word)));
    }

    /** The place of a word that begins at an offset. */
    public SourceSpan placeOf(String word, int offset) {
      long line = html.substring(0, offset).chars().filter(c -> c == '\n').count();
      return lines.get((int) Math.min(line, lines.size() - 1)).ofWord(word);
    }
  }

  /**
   * A typed block that needs the site's data.
   *
   * @param name {@code contact}, {@code contacts}, {@code phone} or {@code audio}
   * @param arguments what stands behind the name, without outer spaces
   * @param span the place of the line
   */
  public record Block(String name, String arguments, SourceSpan span) implements Part {}

  /** Whether the author wrote HTML of his own. */
  public boolean hasRawHtml() {
    return parts.stream().anyMatch(RawHtml.class::isInstance);
  }
}
