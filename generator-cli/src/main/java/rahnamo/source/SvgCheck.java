package rahnamo.source;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks through a drawing for what could run, load something from elsewhere, or lead away from the
 * page. What belongs to drawing programs only (their own namespaces) is not looked at, because it
 * is not published. Not safe for use by many threads.
 */
final class SvgCheck {

  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private static final String XLINK = "http://www.w3.org/1999/xlink";

  private static final Set<String> FORBIDDEN_ELEMENTS =
      Set.of(
          "script",
          "foreignObject",
          "handler",
          "listener",
          "iframe",
          "embed",
          "object",
          "audio",
          "video",
          "canvas");

  /** In CSS: loading a file, or an escape that could hide it. */
  private static final Pattern LOADS =
      Pattern.compile(
          "url\\(\\s*+[\"']?+\\s*+(?!#)"
              + "|@import"
              + "|(?<![\\w-])(?:-webkit-)?(?:image-set|image|cross-fade|src|expression)\\("
              + "|\\\\",
          Pattern.CASE_INSENSITIVE);

  private static final int MAX_FINDINGS = 10;
  private static final int MAX_QUOTE = 60;

  private final XMLStreamReader xml;
  private final Set<String> findings = new LinkedHashSet<>();
  private final StringBuilder style = new StringBuilder();
  private int depth;
  private int styleDepth;
  private SvgSize size = SvgSize.UNKNOWN;

  private SvgCheck(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * What a check found.
   *
   * @param size how large the drawing wants to be
   * @param unsafe what must not be in it, quoted; empty if it is good
   */
  record Result(SvgSize size, List<String> unsafe) {}

  static Result check(byte[] svg) throws IOException {
    try {
      var check = new SvgCheck(SafeXml.open(svg));
      check.run();
      return new Result(check.size, List.copyOf(check.findings));
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
      throw new UnreadableMediaException("media.xml", line);
    }
  }

  private void run() throws IOException, XMLStreamException {
    while (xml.hasNext() && findings.size() < MAX_FINDINGS) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> startElement();
        case XMLStreamConstants.END_ELEMENT -> endElement();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters();
        case XMLStreamConstants.PROCESSING_INSTRUCTION -> processingInstruction();
        case XMLStreamConstants.DTD -> {
          found("<!DOCTYPE>");
          return;
        }
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("an entity that nobody defined", xml.getLocation());
        default -> {}
      }
    }
  }

  private void startElement() throws IOException {
    String namespace = requireNonNullElse(xml.getNamespaceURI(), "");
    String name = xml.getLocalName();
    if (depth == 0) {
      if (!namespace.equals(SVG) || !name.equals("svg")) {
        throw new UnreadableMediaException("media.not-svg");
      }
      size = SvgSize.of(rootAttribute("width"), rootAttribute("height"), rootAttribute("viewBox"));
    }
    depth++;
    if (namespace.equals(XHTML) || (namespace.equals(SVG) && FORBIDDEN_ELEMENTS.contains(name))) {
      found("<" + name + ">");
    }
    if (namespace.equals(SVG) && name.equals("style") && styleDepth == 0) {
      styleDepth = depth;
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attribute(
          requireNonNullElse(xml.getAttributeNamespace(i), ""),
          xml.getAttributeLocalName(i),
          xml.getAttributeValue(i));
    }
  }

  private String rootAttribute(String name) {
    return requireNonNullElse(xml.getAttributeValue("", name), "");
  }

  private void attribute(String namespace, String name, String value) {
    boolean isXml = namespace.equals(XMLConstants.XML_NS_URI);
    if (!namespace.isEmpty() && !namespace.equals(XLINK) && !isXml) {
      return;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    boolean isHandler = lower.startsWith("on");
    boolean isLink = lower.equals("href") || lower.equals("src");
    boolean leadsAway = isLink && !value.isBlank() && !value.strip().startsWith("#");
    boolean movesLinks = isXml && lower.equals("base");
    if (isHandler || leadsAway || movesLinks || setsLink(lower, value) || loads(lower, value)) {
      found(name + "=\"" + value + "\"");
    }
  }

  /** Whether an animation would change where a link leads, or what runs. */
  private static boolean setsLink(String name, String value) {
    String target = value.substring(value.lastIndexOf(':') + 1).strip().toLowerCase(Locale.ROOT);
    return name.equals("attributename") && (target.equals("href") || target.startsWith("on"));
  }

  private static boolean loads(String name, String value) {
    boolean isPlainText =
        name.equals("id")
            || name.equals("class")
            || name.startsWith("aria-")
            || name.startsWith("data-");
    return !isPlainText && LOADS.matcher(value).find();
  }

  private void characters() {
    if (styleDepth > 0) {
      style.append(xml.getText());
    }
  }

  private void endElement() {
    if (styleDepth == depth) {
      styleDepth = 0;
      Matcher load = LOADS.matcher(style);
      if (load.find()) {
        found(style.substring(load.start()));
      }
      style.setLength(0);
    }
    depth--;
  }

  private void processingInstruction() {
    if (xml.getPITarget().equals("xml-stylesheet")) {
      found("<?xml-stylesheet?>");
    }
  }

  private void found(String text) {
    String line = text.strip().replaceAll("\\s+", " ").replace('`', '\'');
    boolean isLong = line.codePointCount(0, line.length()) > MAX_QUOTE;
    String quoted = isLong ? line.substring(0, line.offsetByCodePoints(0, MAX_QUOTE)) + "…" : line;
    findings.add("`" + quoted + "`");
  }
}
