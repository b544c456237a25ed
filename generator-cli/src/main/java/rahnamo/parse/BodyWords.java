package rahnamo.parse;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.Escaping;

/** The words of a body without markup, for search: a line for each paragraph, heading and cell. */
final class BodyWords {

  private final StringBuilder out = new StringBuilder(4096);

  private BodyWords() {}

  static String of(Node document) {
    var words = new BodyWords();
    words.blocks(document);
    return words.out.toString();
  }

  private void blocks(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      block(node);
    }
  }

  private void block(Node node) {
    if (node instanceof Heading heading) {
      line(PlainText.of(heading, Attributes.atEndOf(heading).length()));
    } else if (node instanceof Paragraph || node instanceof TableCell) {
      line(PlainText.of(node));
    } else if (node instanceof FencedCodeBlock code) {
      line(code.getContentChars().toString());
    } else if (node instanceof IndentedCodeBlock code) {
      line(code.getContentChars().toString());
    } else if (node instanceof HtmlBlockBase html) {
      line(Escaping.unescapeHtml(withoutTags(html.getContentChars().toString())));
    } else if (node instanceof DirectiveBlock directive) {
      directive(directive);
    } else if (!(node instanceof Reference || node instanceof TableSeparator)) {
      blocks(node);
    }
  }

  /** A text with a space for each tag and comment; a comment without end hides the rest. */
  private static String withoutTags(String html) {
    var text = new StringBuilder(html.length());
    int from = 0;
    for (int tag = html.indexOf('<'); tag >= 0; tag = html.indexOf('<', from)) {
      text.append(html, from, tag).append(' ');
      String end = html.startsWith("<!--", tag) ? "-->" : ">";
      int found = html.indexOf(end, tag);
      if (found < 0) {
        return end.equals(">")
            ? text.append(html, tag + 1, html.length()).toString()
            : text.toString();
      }
      from = found + end.length();
    }
    return text.append(html, from, html.length()).toString();
  }

  /** What stands behind the name is a title or a number; ids of contacts and files are no words. */
  private void directive(DirectiveBlock directive) {
    boolean hasWords =
        !DirectiveBlockParser.LEAVES.contains(directive.name()) || directive.name().equals("phone");
    if (hasWords) {
      line(directive.arguments());
    }
    blocks(directive);
  }

  private void line(String text) {
    String words = text.strip();
    if (!words.isEmpty()) {
      out.append(words).append('\n');
    }
  }
}
