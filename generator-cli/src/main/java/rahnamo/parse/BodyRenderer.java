package rahnamo.parse;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.ParagraphItemContainer;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListItem;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.diagnostic.Term;

/**
 * One walk over the blocks of a body, which gives HTML, headings and typed blocks. Flexmark's stock
 * renderer costs more time than its parser; this one a third of it.
 */
final class BodyRenderer {

  /** How many blocks may need the site's data: each may be a page of contacts. */
  static final int MAX_DATA_BLOCKS = 300;

  private final Document document;
  private final BodyPositions positions;
  private final BodyContext context;
  private final Diagnostics diagnostics;
  private final HeadingIds headingIds;
  private final Directives directives;
  private final InlineRenderer inline;
  private final TableRenderer tables;
  private final List<Heading> headings = new ArrayList<>();
  private final BodyParts parts = new BodyParts();
  private final StringBuilder out = parts.out();
  private int lastLevel = 1;
  private int dataBlocks;

  BodyRenderer(
      Document document,
      BodyPositions positions,
      BodyContext context,
      boolean hasMixedWords,
      Diagnostics diagnostics) {
    this.document = document;
    this.positions = positions;
    this.context = context;
    this.diagnostics = diagnostics;
    this.headingIds = new HeadingIds(document, context.inheritedIds(), diagnostics);
    this.directives = new Directives(context.labels(), context.transliterate(), diagnostics);
    this.inline =
        new InlineRenderer(
            document, positions, context, hasMixedWords, headingIds, diagnostics, parts);
    this.tables = new TableRenderer(inline, context, out);
  }

  HtmlBody render() {
    blocks(document);
    footnotes();
    return new HtmlBody(parts.all(), List.copyOf(headings), headingIds.all());
  }

  private void blocks(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      block(node);
    }
  }

  private void block(Node node) {
    if (node instanceof Paragraph paragraph) {
      paragraph(paragraph);
    } else if (node instanceof com.vladsch.flexmark.ast.Heading heading) {
      heading(heading);
    } else if (node instanceof ListBlock list) {
      list(list);
    } else if (node instanceof ListItem item) {
      listItem(item);
    } else if (node instanceof DirectiveBlock directive) {
      directive(directive);
    } else if (node instanceof TableBlock table) {
      tables.render(table);
    } else if (node instanceof BlockQuote) {
      wrap("<blockquote>\n", node, "</blockquote>\n");
    } else if (node instanceof FencedCodeBlock code) {
      code(code.getContentChars().normalizeEOL());
    } else if (node instanceof IndentedCodeBlock code) {
      code(code.getContentChars().trimTailBlankLines().normalizeEndWithEOL());
    } else if (node instanceof ThematicBreak) {
      out.append("<hr>\n");
    } else if (node instanceof HtmlBlockBase html) {
      inline.rawBlock(html);
    } else if (!(node instanceof Reference || node instanceof FootnoteBlock)) {
      inline.node(node);
    }
  }

  private void wrap(String before, Node parent, String after) {
    out.append(before);
    blocks(parent);
    out.append(after);
  }

  private void paragraph(Paragraph paragraph) {
    boolean isTight =
        paragraph.getParent() instanceof ParagraphItemContainer item
            && item.isParagraphInTightListItem(paragraph);
    if (isTight) {
      inline.children(paragraph);
      if (paragraph.getNext() != null) {
        out.append('\n');
      }
      return;
    }
    out.append("<p>");
    inline.children(paragraph);
    out.append("</p>\n");
  }

  private void heading(com.vladsch.flexmark.ast.Heading heading) {
    int level = heading.getLevel();
    Supplier<SourceSpan> span = () -> positions.of(heading.getText());
    if (level == 1 || level > lastLevel + 1) {
      String above = Integer.toString(lastLevel);
      diagnostics.report(DiagnosticCode.HEADING_LEVEL, span.get(), Integer.toString(level), above);
    }
    lastLevel = level;
    Attributes attributes = Attributes.atEndOf(heading);
    String title = PlainText.of(heading, attributes.length());
    String id = headingIds.next(attributes.id(), title, span);
    headings.add(new Heading(level, id, context.transliterate().apply(title)));
    out.append("<h").append(level);
    attributes.withId(id).write(out);
    out.append('>');
    inline.childrenWithoutTail(heading, attributes.length());
    out.append("</h").append(level).append(">\n");
  }

  private void list(ListBlock list) {
    if (list instanceof OrderedList ordered) {
      int start = ordered.getStartNumber();
      wrap(start == 1 ? "<ol>\n" : "<ol start=\"" + start + "\">\n", list, "</ol>\n");
    } else if (list instanceof BulletList) {
      wrap("<ul>\n", list, "</ul>\n");
    }
  }

  private void listItem(ListItem item) {
    if (item instanceof TaskListItem task && task.getFirstChild() instanceof Paragraph label) {
      task(task, label);
    } else {
      wrap("<li>", item, "</li>\n");
    }
  }

  /** A check box for the reader's own use, with its words beside it. */
  private void task(TaskListItem task, Paragraph label) {
    out.append("<li class=\"task\"><label><input type=\"checkbox\" autocomplete=\"off\"");
    out.append(task.isItemDoneMarker() ? " checked><span>" : "><span>");
    inline.children(label);
    out.append("</span></label>");
    for (Node node = label.getNext(); node != null; node = node.getNext()) {
      block(node);
    }
    out.append("</li>\n");
  }

  private void code(CharSequence code) {
    out.append("<pre tabindex=\"0\"><code>");
    Html.escape(code.toString(), out);
    out.append("</code></pre>\n");
  }

  private void directive(DirectiveBlock block) {
    SourceSpan span = positions.of(block.opening());
    inline.texts().reportMixedScript(block.title());
    if (block.name().isEmpty()) {
      if (!isEndOfPrevious(block)) {
        directives.reportStrayFence(span);
      }
      return;
    }
    if (DirectiveBlockParser.LEAVES.contains(block.name())) {
      dataBlock(block, span);
      return;
    }
    String after = directives.open(block, span, out);
    blocks(block);
    out.append(after);
  }

  private void dataBlock(DirectiveBlock block, SourceSpan span) {
    if (++dataBlocks > MAX_DATA_BLOCKS) {
      if (dataBlocks == MAX_DATA_BLOCKS + 1) { // once, not for each that follows
        String limit = Integer.toString(MAX_DATA_BLOCKS);
        diagnostics.report(
            DiagnosticCode.ARTICLE_TOO_COMPLEX, span, Term.of("guard.data-blocks"), limit);
      }
      return;
    }
    parts.add(new HtmlBody.Block(block.name(), arguments(block), span));
  }

  /** The arguments, with the words behind a number or a file in the page's alphabet. */
  private String arguments(DirectiveBlock block) {
    String arguments = block.arguments();
    int end = arguments.indexOf(' ');
    boolean hasLabel = block.name().equals("phone") || block.name().equals("audio");
    return hasLabel && end >= 0
        ? arguments.substring(0, end) + context.transliterate().apply(arguments.substring(end))
        : arguments;
  }

  /** Whether a line of colons stands directly behind the block that it closes. */
  private static boolean isEndOfPrevious(DirectiveBlock fence) {
    return fence.getPrevious() instanceof DirectiveBlock previous
        && previous.isClosed()
        && !previous.name().isEmpty();
  }

  private void footnotes() {
    FootnoteUses uses = inline.footnotes();
    if (uses.size() == 0) {
      return;
    }
    headingIds.addFootnotes();
    String title = Html.escape(context.labels().apply("md.footnotes"));
    out.append("<section class=\"footnotes\"><h2 id=\"footnotes\">").append(title);
    out.append("</h2>\n<ol>\n");
    for (int number = 1; number <= uses.size(); number++) { // a footnote may cite further ones
      footnote(uses.block(number));
    }
    out.append("</ol></section>\n");
  }

  private void footnote(FootnoteBlock block) {
    out.append("<li id=\"fn-").append(inline.footnotes().of(block).number()).append("\">");
    blocks(block);
    FootnoteUses.Use use = inline.footnotes().of(block);
    String label = Html.escape(context.labels().apply("md.footnote-back"));
    for (int i = 1; i <= use.count(); i++) {
      out.append(" <a class=\"footnote-back\" href=\"#").append(use.citationId(i));
      out.append("\">").append(label).append(use.count() == 1 ? "" : " " + i).append("</a>");
    }
    out.append("</li>\n");
  }
}
