package rahnamo.parse;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.DelimitedNodeImpl;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
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
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rahnamo.diagnostic.Diagnostic;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.text.MixedScript;

/** Writes text, emphasis, links, pictures and the rest that stands inside a paragraph. */
final class InlineRenderer {

  private static final Pattern ADDRESS =
      Pattern.compile("https?://[^\\s<>\"«»]*[^\\s<>\"«»?!.,:;*_~')\\]]");

  private static final Attributes NONE =
      new Attributes(Optional.empty(), List.of(), Optional.empty(), 0);

  private final Document document;
  private final BodyPositions positions;
  private final BodyContext context;
  private final boolean hasMixedWords;
  private final HeadingIds ids;
  private final Diagnostics diagnostics;
  private final StringBuilder out;
  private final LinkWriter links;
  private final List<FootnoteUse> footnotes = new ArrayList<>();
  private final List<HtmlBody.RawHtml> rawHtml = new ArrayList<>();
  private int linkDepth;

  InlineRenderer(
      Document document,
      BodyPositions positions,
      BodyContext context,
      boolean hasMixedWords,
      HeadingIds ids,
      Diagnostics diagnostics,
      StringBuilder out) {
    this.document = document;
    this.positions = positions;
    this.context = context;
    this.hasMixedWords = hasMixedWords;
    this.ids = ids;
    this.diagnostics = diagnostics;
    this.out = out;
    this.links = new LinkWriter(context.links(), diagnostics);
  }

  /** A footnote and how often it is cited, in the order of first citation. */
  record FootnoteUse(FootnoteBlock block, int count) {}

  List<FootnoteUse> footnotes() {
    return footnotes;
  }

  List<HtmlBody.RawHtml> rawHtml() {
    return List.copyOf(rawHtml);
  }

  /** Writes the author's own HTML as it is, to be cleaned later. */
  void raw(Node node, String html) {
    rawHtml.add(new HtmlBody.RawHtml(html, positions.of(node)));
    out.append(html);
  }

  /** The id of the n-th citation of a footnote. */
  static String backId(int number, int citation) {
    return citation == 1 ? "fnref-" + number : "fnref-" + number + "-" + citation;
  }

  void children(Node parent) {
    childrenWithoutTail(parent, 0);
  }

  /** Writes the children, but for the last characters of the last text. */
  void childrenWithoutTail(Node parent, int tail) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Text text) {
        int cut = node.getNext() == null ? tail : 0;
        text(text.getChars(), attributesBefore(text), cut);
      } else {
        node(node);
      }
    }
  }

  /** How many characters of a text are the attributes of the element before it. */
  private static int attributesBefore(Text text) {
    Node previous = text.getPrevious();
    return previous == null ? 0 : attributesOf(previous).length();
  }

  private static Attributes attributesOf(Node node) {
    boolean canHave =
        node instanceof Link
            || node instanceof LinkRef
            || node instanceof Image
            || node instanceof Code
            || node instanceof DelimitedNodeImpl;
    if (canHave
        && node.getNext() instanceof Text text
        && text.getChars().length() > 2
        && text.getChars().charAt(0) == '{') {
      return Attributes.at(text.getChars(), 0).orElse(NONE);
    }
    return NONE;
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
      image(image, image.getUrl(), image.getTitle());
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
      raw(node, node.getChars().toString());
    } else if (node instanceof Footnote footnote) {
      footnote(footnote);
    } else if (node instanceof Strikethrough) {
      element("del", node);
    } else if (node.hasChildren()) {
      children(node);
    } else {
      text(node.getChars(), 0, 0);
    }
  }

  private void text(BasedSequence chars, int skip, int cut) {
    int from = skip;
    int to = chars.length() - cut;
    if (cut > 0) {
      while (to > from && chars.charAt(to - 1) == ' ') {
        to--;
      }
    }
    if (from >= to) {
      return;
    }
    String raw = positions.text(chars).substring(from, to);
    String text = raw.indexOf('\\') >= 0 ? Escaping.unescapeString(raw) : raw;
    if (hasMixedWords) {
      reportMixedScript(raw, chars.getStartOffset() + from);
    }
    if (linkDepth == 0 && text.contains("://")) {
      linkified(text, positions.of(chars));
    } else {
      plain(text);
    }
  }

  private void plain(String text) {
    String shown = context.transliterate().apply(text);
    Html.escape(shown, out);
  }

  private void reportMixedScript(String text, int offset) {
    for (MixedScript.Finding finding : MixedScript.find(text)) {
      int start = offset + finding.offset();
      diagnostics.report(
          Diagnostic.of(
                  DiagnosticCode.MIXED_SCRIPT,
                  positions.of(start, start + finding.word().length()),
                  finding.word())
              .suggesting(finding.suggestion()));
    }
  }

  /** Makes bare web addresses links. */
  private void linkified(String text, SourceSpan span) {
    Matcher address = ADDRESS.matcher(text);
    int from = 0;
    while (address.find()) {
      plain(text.substring(from, address.start()));
      boolean isLink = links.open(address.group(), "", NONE, span, out);
      Html.escape(address.group(), out);
      out.append(isLink ? "</a>" : "");
      from = address.end();
    }
    plain(text.substring(from));
  }

  private void element(String tag, Node node) {
    Attributes attributes = checked(attributesOf(node), node);
    out.append('<').append(tag);
    attributes.write(out);
    out.append('>');
    children(node);
    out.append("</").append(tag).append('>');
  }

  private Attributes checked(Attributes attributes, Node node) {
    attributes.id().ifPresent(id -> ids.claim(id, positions.of(node.getNext())));
    return attributes;
  }

  private void code(Code code) {
    out.append("<code");
    checked(attributesOf(code), code).write(out);
    out.append('>');
    String text = code.getText().toString().replace('\n', ' ');
    Html.escape(text, out);
    out.append("</code>");
  }

  private void link(Link link) {
    SourceSpan span = positions.of(link.getUrl().isEmpty() ? link.getChars() : link.getUrl());
    linkTo(link, destination(link.getUrl()), unescaped(link.getTitle()), span);
  }

  private void linkTo(Node node, String destination, String title, SourceSpan span) {
    Attributes attributes = checked(attributesOf(node), node);
    linkDepth++;
    boolean isLink = links.open(destination, title, attributes, span, out);
    children(node);
    out.append(isLink ? "</a>" : "");
    linkDepth--;
  }

  private void autoLink(String destination, Node node) {
    boolean isLink = links.open(destination, "", NONE, positions.of(node), out);
    BasedSequence shown = node.getChars().midSequence(1, -1);
    Html.escape(shown.toString(), out);
    out.append(isLink ? "</a>" : "");
  }

  private void image(Node image, BasedSequence url, BasedSequence title) {
    checked(attributesOf(image), image);
    String description = context.transliterate().apply(PlainText.of(image));
    SourceSpan span = positions.of(url.isEmpty() ? image.getChars() : url);
    links.picture(destination(url), description, unescaped(title), span, out);
  }

  private void linkReference(LinkRef link) {
    Reference reference = link.getReferenceNode(document);
    if (reference == null) {
      undefinedReference(link, "");
      return;
    }
    linkTo(
        link,
        destination(reference.getUrl()),
        unescaped(reference.getTitle()),
        positions.of(reference.getUrl()));
  }

  private void imageReference(ImageRef image) {
    Reference reference = image.getReferenceNode(document);
    if (reference == null) {
      undefinedReference(image, "!");
      return;
    }
    image(image, reference.getUrl(), reference.getTitle());
  }

  /** Brackets that refer to nothing are text. */
  private void undefinedReference(RefNode node, String before) {
    out.append(before).append('[');
    if (node.hasChildren()) {
      children(node);
    } else {
      String text =
          node.getText().isEmpty() ? node.getReference().toString() : node.getText().toString();
      plain(Escaping.unescapeString(text));
    }
    out.append(']');
    if (!node.getReferenceOpeningMarker().isEmpty() && !node.getText().isEmpty()) {
      out.append('[');
      plain(node.getReference().toString());
      out.append(']');
    }
  }

  private void footnote(Footnote footnote) {
    FootnoteBlock block = footnote.getFootnoteBlock();
    if (block == null) {
      plain(footnote.getChars().toString());
      return;
    }
    int index = indexOf(block);
    if (index == footnotes.size()) {
      footnotes.add(new FootnoteUse(block, 0));
    }
    FootnoteUse use = new FootnoteUse(block, footnotes.get(index).count() + 1);
    footnotes.set(index, use);
    int number = index + 1;
    out.append("<sup class=\"footnote-ref\"><a href=\"#fn-").append(number).append("\" id=\"");
    out.append(backId(number, use.count())).append("\">").append(number).append("</a></sup>");
  }

  private int indexOf(FootnoteBlock block) {
    for (int i = 0; i < footnotes.size(); i++) {
      if (footnotes.get(i).block() == block) {
        return i;
      }
    }
    return footnotes.size();
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
