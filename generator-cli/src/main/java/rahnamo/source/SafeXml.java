package rahnamo.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML that nobody has checked: it loads nothing, knows no entities and has limits. All XML is
 * UTF-8, whatever it says.
 */
public final class SafeXml {

  private static final int MAX_DEPTH = 200;
  private static final int MAX_ATTRIBUTES = 200;
  private static final int MAX_NAME = 1000;

  private SafeXml() {}

  /** A reader at the beginning of a document, always that of the JDK. */
  public static XMLStreamReader open(byte[] xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    // The JDK's own limits differ from version to version.
    factory.setProperty("jdk.xml.maxElementDepth", MAX_DEPTH);
    factory.setProperty("jdk.xml.elementAttributeLimit", MAX_ATTRIBUTES);
    factory.setProperty("jdk.xml.maxXMLNameLimit", MAX_NAME);
    return factory.createXMLStreamReader(new StringReader(decoded(xml)));
  }

  /** Decodes here, because the JDK's parser prints wrong bytes to the console. */
  private static String decoded(byte[] xml) throws XMLStreamException {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(xml)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new XMLStreamException("not UTF-8", e);
    }
  }
}
