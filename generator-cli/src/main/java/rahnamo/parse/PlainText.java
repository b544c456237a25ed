package rahnamo.parse;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.Escaping;

/** The words of inline nodes without markup. */
final class PlainText {

  private PlainText() {}

  /** The words below a node, without attributes in braces at its end. */
  static String of(Node parent) {
    var text = new StringBuilder();
    collect(parent, text);
    int brace = text.lastIndexOf("{");
    boolean hasAttributes =
        brace >= 0
            && Attributes.at(text, brace)
                .filter(attributes -> brace + attributes.length() == text.length())
                .isPresent();
    return (hasAttributes ? text.substring(0, brace) : text.toString()).strip();
  }

  private static void collect(Node parent, StringBuilder out) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Text || node instanceof HtmlEntity) {
        out.append(Escaping.unescapeString(node.getChars()));
      } else if (node instanceof Code code) {
        out.append(code.getText());
      } else if (node instanceof AutoLink link) {
        out.append(link.getText());
      } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
        out.append(' ');
      } else if (!(node instanceof HtmlInline)) {
        collect(node, out);
      }
    }
  }
}
