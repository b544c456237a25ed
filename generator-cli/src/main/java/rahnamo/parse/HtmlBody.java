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
 * @param rawHtml the author's own HTML; if there is any, the whole must be cleaned before use
 */
public record HtmlBody(
    List<Part> parts, List<Heading> headings, Set<String> ids, List<RawHtml> rawHtml) {

  /**
   * A piece of HTML that the author wrote.
   *
   * @param html a tag, a comment or a block
   * @param span its place
   */
  public record RawHtml(String html, SourceSpan span) {}

  /** A piece of a body. */
  public sealed interface Part {}

  /**
   * HTML made from Markdown.
   *
   * @param html well-formed but for raw HTML of the author
   */
  public record Html(String html) implements Part {}

  /**
   * A typed block that needs the site's data.
   *
   * @param name {@code contact}, {@code contacts}, {@code phone} or {@code audio}
   * @param arguments what stands behind the name, without outer spaces
   * @param span the place of the line
   */
  public record Block(String name, String arguments, SourceSpan span) implements Part {}
}
