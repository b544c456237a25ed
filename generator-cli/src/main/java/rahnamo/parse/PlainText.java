package rahnamo.parse;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.Escaping;

/** The words of inline nodes without markup. */
final class PlainText {

  private PlainText() {}

  /** The words below a node; a footnote is no word. */
  static String of(Node parent) {
    var text = new StringBuilder();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      collect(node, node.getChars().length(), text);
    }
    return text.toString().strip();
  }

  /** The words of a heading without the attributes at its end, which are so many characters. */
  static String of(com.vladsch.flexmark.ast.Heading heading, int tail) {
    var text = new StringBuilder();
    for (Node node = heading.getFirstChild(); node != null; node = node.getNext()) {
      int length = node.getChars().length();
      collect(node, node.getNext() == null ? length - tail : length, text);
    }
    return text.toString().strip();
  }

  /** The text of a code span. */
  static String of(Code code) {
    String text = code.getText().normalizeEOL().replace('\n', ' ');
    if (text.indexOf("\\|") >= 0 && code.getAncestorOfType(TableCell.class) != null) {
      text = text.replace("\\|", "|"); // a bare one would end the cell
    }
    // spec: "If the resulting string both begins and ends with a space character, but does not
    // consist entirely of space characters, a single space character is removed"
    boolean isPadded = text.startsWith(" ") && text.endsWith(" ") && !text.isBlank();
    return isPadded ? text.substring(1, text.length() - 1) : text;
  }

  private static void collect(Node node, int end, StringBuilder out) {
    if (node instanceof Text text) {
      int start = Math.min(end, Attributes.lengthAtStartOf(text));
      out.append(unescaped(text.getChars().subSequence(start, end).toString()));
    } else if (node instanceof HtmlEntity) {
      out.append(Escaping.unescapeString(node.getChars()));
    } else if (node instanceof Code code) {
      out.append(of(code));
    } else if (node instanceof AutoLink || node instanceof MailLink) {
      out.append(node.getChars().midSequence(1, -1));
    } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
      out.append(' ');
    } else if (node instanceof RefNode reference && !reference.isDefined()) {
      out.append(Escaping.unescapeString(node.getChars()));
    } else if (!(node instanceof HtmlInlineBase || node instanceof Footnote)) {
      out.append(of(node));
    }
  }

  /** A text without the backslashes that hide markup; entities are nodes of their own. */
  static String unescaped(String text) {
    return text.indexOf('\\') < 0 ? text : Escaping.unescapeString(text);
  }
}
