package rahnamo.parse;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.diagnostic.Term;

/** Writes text, emphasis, links, pictures and the rest that stands inside a paragraph. */
final class InlineRenderer {

  /** How much HTML of the author's own a body may have; cleaning takes square time. */
  static final int MAX_HTML = 30_000;

  /** How many characters of addresses and titles references may repeat. */
  static final int MAX_REPEATED = 1_000_000;

  private static final Pattern TAG = Pattern.compile("<[A-Za-z][^<>]*+");
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "\\s([A-Za-z-]++)\\s*+=\\s*+[\"']?+((?<=\")[^\"]*+|(?<=')[^']*+|[^\\s\"']++)");

  private final Document document;
  private final BodyPositions positions;
  private final BodyContext context;
  private final HeadingIds ids;
  private final Diagnostics diagnostics;
  private final BodyParts parts;
  private final StringBuilder out;
  private final LinkWriter links;
  private final TextWriter texts;
  private final HtmlWords htmlWords;
  private final FootnoteUses footnotes = new FootnoteUses();
  private int linkDepth;
  private int htmlLength;
  private int repeated;

  InlineRenderer(
      Document document,
      BodyPositions positions,
      BodyContext context,
      boolean hasMixedWords,
      HeadingIds ids,
      Diagnostics diagnostics,
      BodyParts parts) {
    this.document = document;
    this.positions = positions;
    this.context = context;
    this.ids = ids;
    this.diagnostics = diagnostics;
    this.parts = parts;
    this.out = parts.out();
    this.links = new LinkWriter(context.links(), diagnostics);
    this.htmlWords = new HtmlWords(context.transliterate());
    this.texts =
        new TextWriter(positions, context, hasMixedWords, htmlWords, links, diagnostics, out);
  }

  FootnoteUses footnotes() {
    return footnotes;
  }

  TextWriter texts() {
    return texts;
  }

  /** Writes a block of the author's own HTML, with its words in the page's alphabet. */
  void rawBlock(HtmlBlockBase block) {
    BasedSequence chars = block.getContentChars();
    texts.reportMixedScript(chars);
    raw(block, chars, htmlWords.transliterate(chars.normalizeEOL()));
  }

  /** Writes the author's own HTML as it is, to be cleaned later; comments are for editors only. */
  private void raw(Node node, BasedSequence chars, String html) {
    if (html.startsWith("<!--")) {
      int close = html.indexOf("-->", 4);
      if (close < 0) {
        diagnostics.report(DiagnosticCode.HTML_REMOVED, positions.of(node), "<!--");
        return;
      }
      if (html.substring(close + 3).isBlank()) {
        return;
      }
    }
    htmlLength += html.length();
    if (htmlLength > MAX_HTML) {
      refuse(positions.of(node), "guard.html", MAX_HTML);
      return;
    }
    var raw = new HtmlBody.RawHtml(html, lines(chars));
    claimIds(raw);
    parts.add(raw);
  }

  private void claimIds(HtmlBody.RawHtml raw) {
    Matcher tag = TAG.matcher(raw.html());
    while (tag.find()) {
      Matcher attribute = ATTRIBUTE.matcher(raw.html()).region(tag.start(), tag.end());
      while (attribute.find()) {
        if (attribute.group(1).equalsIgnoreCase("id")) {
          String id = attribute.group(2);
          ids.claim(id, raw.placeOf(id, attribute.start(2)));
        }
      }
    }
  }

  private List<SourceSpan> lines(BasedSequence chars) {
    var lines = new ArrayList<SourceSpan>();
    for (int start = 0; start < chars.length(); ) {
      int newline = chars.indexOf('\n', start);
      int end = newline < 0 ? chars.length() : newline;
      lines.add(positions.of(chars.subSequence(start, end)));
      start = end + 1;
    }
    return List.copyOf(lines);
  }

  private void refuse(SourceSpan span, String term, int limit) {
    diagnostics.report(
        DiagnosticCode.ARTICLE_TOO_COMPLEX, span, Term.of(term), Integer.toString(limit));
  }

  void children(Node parent) {
    childrenWithoutTail(parent, 0);
  }

  /** Writes the children, but for the last characters of the last text. */
  void childrenWithoutTail(Node parent, int tail) {
    int openElements = htmlWords.depth();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Text text) {
        int cut = node.getNext() == null ? tail : 0;
        text(text, cut);
      } else {
        node(node);
      }
    }
    if (parent instanceof Block) {
      htmlWords.closeTo(openElements);
    }
  }

  private void text(Text text, int tail) {
    BasedSequence chars = text.getChars();
    int from = Attributes.lengthAtStartOf(text);
    int to = chars.length() - tail;
    while (tail > 0 && to > from && chars.charAt(to - 1) == ' ') {
      to--;
    }
    texts.write(chars, from, to, linkDepth == 0);
  }

  void node(Node node) {
    if (node instanceof SoftLineBreak) {
      out.append('\n');
    } else if (node instanceof StrongEmphasis) {
      element("strong", node);
    } else if (node instanceof Emphasis) {
      element("em", node);
    } else if (node instanceof Link link) {
      link(link);
    } else if (node instanceof Code code) {
      code(code);
    } else if (node instanceof Image image) {
      image(image);
    } else if (node instanceof HardLineBreak) {
      out.append("<br>\n");
    } else if (node instanceof LinkRef reference) {
      linkReference(reference);
    } else if (node instanceof ImageRef reference) {
      imageReference(reference);
    } else if (node instanceof AutoLink link) {
      autoLink(link.getText().toString(), link);
    } else if (node instanceof MailLink link) {
      autoLink("mailto:" + link.getText(), link);
    } else if (node instanceof HtmlEntity) {
      String text = Escaping.unescapeString(node.getChars());
      Html.escape(text, out);
    } else if (node instanceof HtmlInlineBase) {
      raw(node, node.getChars(), htmlWords.transliterate(node.getChars().toString()));
    } else if (node instanceof Footnote footnote) {
      footnote(footnote);
    } else if (node instanceof Strikethrough) {
      element("del", node);
    } else if (node.hasChildren()) {
      children(node);
    } else {
      texts.write(node.getChars(), 0, node.getChars().length(), linkDepth == 0);
    }
  }

  private void element(String tag, Node node) {
    Attributes attributes = checked(Attributes.behind(node), node);
    out.append('<').append(tag);
    attributes.write(out);
    out.append('>');
    texts.begin(attributes);
    children(node);
    texts.end(attributes);
    out.append("</").append(tag).append('>');
  }

  private Attributes checked(Attributes attributes, Node node) {
    attributes.id().ifPresent(id -> ids.claim(id, positions.of(node.getNext())));
    return attributes;
  }

  private void code(Code code) {
    out.append("<code");
    checked(Attributes.behind(code), code).write(out);
    out.append('>');
    Html.escape(PlainText.of(code), out);
    out.append("</code>");
  }

  private void link(Link link) {
    SourceSpan span = positions.of(link.getUrl().isEmpty() ? link.getChars() : link.getUrl());
    linkTo(link, destination(link.getUrl()), unescaped(link.getTitle()), span);
  }

  private void linkTo(Node node, String destination, String title, SourceSpan span) {
    Attributes attributes = checked(Attributes.behind(node), node);
    linkDepth++;
    boolean isLink = links.open(destination, title, attributes, span, out);
    texts.begin(attributes);
    children(node);
    texts.end(attributes);
    out.append(isLink ? "</a>" : "");
    linkDepth--;
  }

  private void autoLink(String destination, Node node) {
    boolean isLink =
        linkDepth == 0 && links.open(destination, "", Attributes.NONE, positions.of(node), out);
    BasedSequence shown = node.getChars().midSequence(1, -1);
    Html.escape(shown.toString(), out);
    out.append(isLink ? "</a>" : "");
  }

  private void image(Image image) {
    texts.reportMixedScript(image.getText());
    SourceSpan span = positions.of(image.getUrl().isEmpty() ? image.getChars() : image.getUrl());
    picture(image, destination(image.getUrl()), unescaped(image.getTitle()), span);
  }

  private void picture(Node image, String destination, String title, SourceSpan span) {
    Attributes attributes = checked(Attributes.behind(image), image);
    String description = context.transliterate().apply(PlainText.of(image));
    links.picture(destination, description, title, attributes, span, out);
  }

  private void linkReference(LinkRef link) {
    Reference reference = link.getReferenceNode(document);
    if (reference == null) {
      undefinedReference(link, "");
      return;
    }
    if (mayRepeat(reference, link)) {
      String title = unescaped(reference.getTitle());
      linkTo(link, destination(reference.getUrl()), title, positions.of(reference.getUrl()));
    }
  }

  private void imageReference(ImageRef image) {
    Reference reference = image.getReferenceNode(document);
    if (reference == null) {
      undefinedReference(image, "!");
      return;
    }
    if (mayRepeat(reference, image)) {
      String title = unescaped(reference.getTitle());
      picture(image, destination(reference.getUrl()), title, positions.of(reference.getUrl()));
    }
  }

  private boolean mayRepeat(Reference reference, Node use) {
    repeated += reference.getChars().length();
    if (repeated > MAX_REPEATED) {
      refuse(positions.of(use), "guard.references", MAX_REPEATED);
    }
    return repeated <= MAX_REPEATED;
  }

  /** Brackets that refer to nothing are text. */
  private void undefinedReference(RefNode node, String before) {
    out.append(before).append('[');
    if (node.hasChildren()) {
      children(node);
    } else {
      String text =
          node.getText().isEmpty() ? node.getReference().toString() : node.getText().toString();
      texts.plain(Escaping.unescapeString(text));
    }
    out.append(']');
    if (!node.getReferenceOpeningMarker().isEmpty() && !node.getText().isEmpty()) {
      out.append('[');
      texts.plain(node.getReference().toString());
      out.append(']');
    }
  }

  private void footnote(Footnote footnote) {
    FootnoteBlock block = footnote.getFootnoteBlock();
    if (block == null) {
      texts.plain(footnote.getChars().toString());
      return;
    }
    FootnoteUses.Use use = footnotes.cite(block);
    String id = use.citationId(use.count());
    if (linkDepth > 0) { // links in links are not possible
      out.append("<sup class=\"footnote-ref\" id=\"").append(id).append("\">");
      out.append(use.number()).append("</sup>");
      return;
    }
    out.append("<sup class=\"footnote-ref\"><a href=\"#fn-").append(use.number());
    out.append("\" id=\"").append(id).append("\">").append(use.number()).append("</a></sup>");
  }

  private String destination(BasedSequence url) {
    String text = positions.text(url);
    boolean isPlain = text.indexOf('\\') < 0 && text.indexOf('&') < 0;
    return isPlain ? text : Escaping.unescapeString(text);
  }

  private String unescaped(BasedSequence title) {
    return title.isEmpty() ? "" : context.transliterate().apply(Escaping.unescapeString(title));
  }
}
