package rahnamo.render;

import static java.util.Objects.requireNonNullElse;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import rahnamo.source.SafeXml;
import rahnamo.source.UnreadableMediaException;

/**
 * Writes a checked drawing anew, as UTF-8: what the check has read is what browsers will read.
 * Comments, metadata and the notes of drawing programs (such as paths on the author's machine) stay
 * behind. Not safe for use by many threads.
 */
final class SvgWriter {

  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final String XLINK = "http://www.w3.org/1999/xlink";
  private static final Set<String> KEPT_ATTRIBUTES = Set.of("", XLINK, XMLConstants.XML_NS_URI);

  private final XMLStreamReader xml;
  private final StringBuilder out = new StringBuilder();

  /** How many elements are open from the one on that is left out; 0 outside of it. */
  private int leftOut;

  /** Whether the last start tag still lacks its end, because the element may be empty. */
  private boolean isTagOpen;

  private SvgWriter(XMLStreamReader xml) {
    this.xml = xml;
  }

  static byte[] write(byte[] svg) throws UnreadableMediaException {
    try {
      var writer = new SvgWriter(SafeXml.open(svg));
      writer.run();
      return writer.out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    } catch (XMLStreamException e) {
      throw new UnreadableMediaException("media.xml");
    }
  }

  private void run() throws XMLStreamException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> startElement();
        case XMLStreamConstants.END_ELEMENT -> endElement();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("was refused by the check");
        default -> {} // comments, processing instructions
      }
    }
  }

  private void startElement() {
    boolean isDrawn = SVG.equals(xml.getNamespaceURI()) && !xml.getLocalName().equals("metadata");
    if (leftOut > 0 || !isDrawn) {
      leftOut++;
      return;
    }
    closeTag();
    out.append('<').append(name(xml.getPrefix(), xml.getLocalName()));
    for (int i = 0; i < xml.getNamespaceCount(); i++) {
      String uri = requireNonNullElse(xml.getNamespaceURI(i), "");
      if (uri.equals(SVG) || uri.equals(XLINK)) {
        String prefix = requireNonNullElse(xml.getNamespacePrefix(i), "");
        attribute(prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, uri);
      }
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (KEPT_ATTRIBUTES.contains(requireNonNullElse(xml.getAttributeNamespace(i), ""))) {
        String name = name(xml.getAttributePrefix(i), xml.getAttributeLocalName(i));
        attribute(name, xml.getAttributeValue(i));
      }
    }
    isTagOpen = true;
  }

  private void endElement() {
    if (leftOut > 0) {
      leftOut--;
    } else if (isTagOpen) {
      out.append("/>");
      isTagOpen = false;
    } else {
      out.append("</").append(name(xml.getPrefix(), xml.getLocalName())).append('>');
    }
  }

  private void text() {
    if (leftOut == 0) {
      closeTag();
      escape(xml.getText(), false);
    }
  }

  private void closeTag() {
    if (isTagOpen) {
      out.append('>');
      isTagOpen = false;
    }
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    escape(value, true);
    out.append('"');
  }

  private static String name(String prefix, String localName) {
    boolean isPlain = requireNonNullElse(prefix, "").isEmpty();
    return isPlain ? localName : prefix + ":" + localName;
  }

  private void escape(String text, boolean isAttribute) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append(isAttribute ? "&quot;" : "\"");
        case '\n', '\t' -> out.append(isAttribute ? "&#" + (int) c + ";" : "" + c);
        case '\r' -> out.append("&#13;");
        default -> appendIfAllowed(c);
      }
    }
  }

  /** XML 1.1 allows control characters, which are nothing to draw. */
  private void appendIfAllowed(char c) {
    if (c >= ' ' && c < '\uFFFE') {
      out.append(c);
    }
  }
}
