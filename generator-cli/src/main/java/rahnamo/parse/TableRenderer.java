package rahnamo.parse;

import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.util.ast.Node;

/** Writes the tables of a body, each in a region that a finger or the keyboard can scroll. */
final class TableRenderer {

  private final InlineRenderer inline;
  private final BodyContext context;
  private final StringBuilder out;
  private int count;

  TableRenderer(InlineRenderer inline, BodyContext context, StringBuilder out) {
    this.inline = inline;
    this.context = context;
    this.out = out;
  }

  void render(TableBlock table) {
    out.append("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"");
    out.append(Html.escape(label(++count))).append("\"><table>\n");
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      if (part instanceof TableHead) {
        rows("<thead>\n", part, "</thead>\n");
      } else if (part instanceof TableBody && part.hasChildren()) {
        rows("<tbody>\n", part, "</tbody>\n");
      }
    }
    out.append("</table></div>\n");
  }

  /** Regions of a page must differ in name, so tables are numbered. */
  private String label(int number) {
    return context.labels().apply("md.table").replace("{0}", Integer.toString(number));
  }

  private void rows(String before, Node part, String after) {
    out.append(before);
    for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
      if (row instanceof TableRow) {
        out.append("<tr>");
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          if (cell instanceof TableCell tableCell) {
            cell(tableCell);
          }
        }
        out.append("</tr>\n");
      }
    }
    out.append(after);
  }

  private void cell(TableCell cell) {
    String tag = cell.isHeader() ? "th" : "td";
    out.append('<').append(tag);
    if (cell.isHeader()) {
      out.append(" scope=\"col\"");
    }
    if (cell.getAlignment() == TableCell.Alignment.RIGHT) {
      out.append(" class=\"right\"");
    } else if (cell.getAlignment() == TableCell.Alignment.CENTER) {
      out.append(" class=\"center\"");
    }
    out.append('>');
    inline.children(cell);
    out.append("</").append(tag).append('>');
  }
}
