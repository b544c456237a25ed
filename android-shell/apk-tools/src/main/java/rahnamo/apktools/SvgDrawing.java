package rahnamo.apktools;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Translates a simple SVG into a drawing of Android: paths, rectangles and circles filled with
 * plain colours. Anything else is refused, because an icon that lost a part is worse than none.
 */
final class SvgDrawing {

  private static final int SIZE_DP = 48;
  private static final Set<String> IGNORED = Set.of("title", "desc", "metadata");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "d",
          "fill",
          "x",
          "y",
          "width",
          "height",
          "rx",
          "ry",
          "cx",
          "cy",
          "r",
          "id",
          "class",
          "viewBox",
          "version",
          "xmlns",
          "role",
          "aria-label",
          "fill-rule",
          "clip-rule",
          "focusable");
  private static final Pattern COLOUR = Pattern.compile("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");
  private static final Pattern BOX =
      Pattern.compile("\\s*0[\\s,]+0[\\s,]+([0-9.]+)[\\s,]+([0-9.]+)\\s*");
  private static final Pattern PATH = Pattern.compile("[MmZzLlHhVvCcSsQqTtAaEe0-9.,\\s+-]+");

  private final StringBuilder drawing = new StringBuilder();

  private SvgDrawing() {}

  static byte[] translate(byte[] svg) {
    var translation = new SvgDrawing();
    translation.root(parse(svg));
    return translation.drawing.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Element parse(byte[] svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      // An entity could read any file of the editor's computer into the icon.
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(svg)).getDocumentElement();
    } catch (SAXException | IOException e) {
      throw new IllegalArgumentException("not an SVG: " + e.getMessage(), e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void root(Element root) {
    if (!root.getTagName().equals("svg")) {
      throw new IllegalArgumentException("not an SVG: it begins with " + root.getTagName());
    }
    Matcher box = BOX.matcher(root.getAttribute("viewBox"));
    if (!box.matches()) {
      throw new IllegalArgumentException("viewBox must be \"0 0 WIDTH HEIGHT\"");
    }
    checkAttributes(root);
    drawing.append("<vector xmlns:android=\"http://schemas.android.com/apk/res/android\"");
    drawing.append(" android:width=\"").append(SIZE_DP).append("dp\"");
    drawing.append(" android:height=\"").append(SIZE_DP).append("dp\"");
    drawing.append(" android:viewportWidth=\"").append(box.group(1)).append('"');
    drawing.append(" android:viewportHeight=\"").append(box.group(2)).append("\">\n");
    children(root, fill(root, "#000000"));
    drawing.append("</vector>\n");
  }

  private void children(Element parent, String fill) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && !IGNORED.contains(element.getTagName())) {
        checkAttributes(element);
        String own = fill(element, fill);
        switch (element.getTagName()) {
          case "g" -> children(element, own);
          case "path" -> shape(path(element), own);
          case "rect" -> shape(rectangle(element), own);
          case "circle" -> shape(circle(element), own);
          default -> throw refused("<" + element.getTagName() + ">");
        }
      }
    }
  }

  private static void checkAttributes(Element element) {
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      String name = attributes.item(i).getNodeName();
      if (!ATTRIBUTES.contains(name) && !name.startsWith("xmlns:") && !name.startsWith("data-")) {
        throw refused("the attribute " + name);
      }
    }
    if (element.getAttribute("fill-rule").equals("evenodd")) {
      throw refused("fill-rule evenodd");
    }
  }

  private static IllegalArgumentException refused(String what) {
    return new IllegalArgumentException(
        what + " is not supported in an icon; use paths with plain colours, or a PNG");
  }

  private static String fill(Element element, String inherited) {
    String fill = element.getAttribute("fill");
    if (fill.isEmpty() || fill.equals("none")) {
      return fill.isEmpty() ? inherited : fill;
    }
    Matcher colour = COLOUR.matcher(fill);
    if (!colour.matches()) {
      throw refused("the colour " + fill);
    }
    String digits = colour.group(1);
    return "#" + (digits.length() == 3 ? digits.replaceAll("(.)", "$1$1") : digits);
  }

  private void shape(String path, String fill) {
    if (!fill.equals("none")) {
      String colour = "#ff" + fill.substring(1).toLowerCase(Locale.ROOT);
      drawing.append("<path android:fillColor=\"").append(colour);
      drawing.append("\" android:pathData=\"").append(path).append("\" />\n");
    }
  }

  private static String path(Element element) {
    String path = element.getAttribute("d").strip().replaceAll("\\s+", " ");
    if (!PATH.matcher(path).matches()) {
      throw refused("the path " + path);
    }
    return path;
  }

  private static String rectangle(Element element) {
    double x = number(element, "x");
    double y = number(element, "y");
    double width = number(element, "width");
    double height = number(element, "height");
    double r = Math.min(number(element, "rx"), Math.min(width, height) / 2);
    String corner = "a" + figure(r) + "," + figure(r) + " 0 0 1 ";
    return "M"
        + figure(x + r)
        + ","
        + figure(y)
        + "h"
        + figure(width - 2 * r)
        + corner
        + figure(r)
        + ","
        + figure(r)
        + "v"
        + figure(height - 2 * r)
        + corner
        + figure(-r)
        + ","
        + figure(r)
        + "h"
        + figure(2 * r - width)
        + corner
        + figure(-r)
        + ","
        + figure(-r)
        + "v"
        + figure(2 * r - height)
        + corner
        + figure(r)
        + ","
        + figure(-r)
        + "Z";
  }

  private static String circle(Element element) {
    double r = number(element, "r");
    String half = "a" + figure(r) + "," + figure(r) + " 0 1 1 ";
    return "M"
        + figure(number(element, "cx") - r)
        + ","
        + figure(number(element, "cy"))
        + half
        + figure(2 * r)
        + ",0"
        + half
        + figure(-2 * r)
        + ",0Z";
  }

  private static double number(Element element, String name) {
    String value = element.getAttribute(name);
    try {
      return value.isEmpty() ? 0 : Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + "=\"" + value + "\" is no number", e);
    }
  }

  private static String figure(double value) {
    String text = String.format(Locale.ROOT, "%.3f", value);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }
}
