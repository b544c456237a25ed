package rahnamo.source;

import java.io.ByteArrayInputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML that nobody has checked: it loads nothing, knows no entities and has limits. */
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
    return factory.createXMLStreamReader(new ByteArrayInputStream(xml));
  }
}
