package rahnamo.apktools;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
 * Translates a simple SVG into a drawing of Android: paths, rectangles and circles in plain
 * colours, in groups that may be turned, moved or scaled. Anything else is refused, because an icon
 * that lost a part is worse than none.
 */
final class SvgDrawing {

  private static final int SIZE_DP = 48;
  private static final int MAX_QUOTED = 40;
  private static final Set<String> IGNORED = Set.of("title", "desc", "metadata");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "d",
          "transform",
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

  /** One movement of a group; several would need several groups. */
  private static final Pattern TRANSFORM =
      Pattern.compile("(rotate|translate|scale)\\(\\s*(-?[0-9.]+(?:[\\s,]+-?[0-9.]+){0,2})\\s*\\)");

  private static final Pattern BOX =
      Pattern.compile("\\s*0[\\s,]+0[\\s,]+([0-9.]+)[\\s,]+([0-9.]+)\\s*");
  private static final Pattern PATH = Pattern.compile("[MmZzLlHhVvCcSsQqTtAaEe0-9.,\\s+-]+");

  private final StringBuilder drawing = new StringBuilder();
  private final Set<String> faults = new LinkedHashSet<>();

  private SvgDrawing() {}

  static byte[] translate(byte[] svg) throws IconException {
    var translation = new SvgDrawing();
    translation.root(parse(svg));
    if (!translation.faults.isEmpty()) {
      throw new IconException(List.copyOf(translation.faults));
    }
    return translation.drawing.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Element parse(byte[] svg) throws IconException {
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
      throw new IconException(List.of("SVG"));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void root(Element root) throws IconException {
    if (!root.getTagName().equals("svg")) {
      throw new IconException(List.of("<" + root.getTagName() + ">"));
    }
    Matcher box = BOX.matcher(root.getAttribute("viewBox"));
    if (!box.matches()) {
      throw new IconException(List.of(quoted(root, "viewBox")));
    }
    checkAttributes(root);
    drawing.append("<vector xmlns:android=\"http://schemas.android.com/apk/res/android\"");
    drawing.append(" android:width=\"").append(SIZE_DP).append("dp\"");
    drawing.append(" android:height=\"").append(SIZE_DP).append("dp\"");
    drawing.append(" android:viewportWidth=\"").append(box.group(1)).append('"');
    drawing.append(" android:viewportHeight=\"").append(box.group(2)).append("\">\n");
    children(root, style(root, SvgStyle.USUAL));
    drawing.append("</vector>\n");
  }

  private void children(Element parent, SvgStyle style) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && !IGNORED.contains(element.getTagName())) {
        checkAttributes(element);
        SvgStyle own = style(element, style);
        switch (element.getTagName()) {
          case "g" -> group(element, own);
          case "path" -> shape(path(element), own);
          case "rect" -> shape(rectangle(element), own);
          case "circle" -> shape(circle(element), own);
          default -> faults.add("<" + element.getTagName() + ">");
        }
      }
    }
  }

  private SvgStyle style(Element element, SvgStyle style) {
    var wrong = new ArrayList<String>();
    SvgStyle own = style.of(element, wrong);
    wrong.stream().sorted().forEach(name -> faults.add(quoted(element, name)));
    return own;
  }

  private void group(Element group, SvgStyle style) {
    String transform = group.getAttribute("transform").strip();
    Matcher movement = TRANSFORM.matcher(transform);
    if (movement.matches()) {
      String[] values = movement.group(2).split("[\\s,]+");
      drawing.append("<group").append(movement(movement.group(1), values)).append(">\n");
    } else if (!transform.isEmpty()) {
      faults.add(quoted(group, "transform"));
    }
    children(group, style);
    drawing.append(movement.matches() ? "</group>\n" : "");
  }

  private static String movement(String kind, String[] values) {
    String second = values.length > 1 ? values[1] : "";
    return switch (kind) {
      case "rotate" ->
          attribute("rotation", values[0])
              + attribute("pivotX", second)
              + attribute("pivotY", values.length > 2 ? values[2] : "");
      case "translate" -> attribute("translateX", values[0]) + attribute("translateY", second);
      default ->
          attribute("scaleX", values[0])
              + attribute("scaleY", second.isEmpty() ? values[0] : second);
    };
  }

  /** An attribute of Android, unless the value is empty. */
  static String attribute(String name, String value) {
    return value.isEmpty() ? "" : " android:" + name + "=\"" + value + "\"";
  }

  private void checkAttributes(Element element) {
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      String name = attributes.item(i).getNodeName();
      if (!isAllowed(element, name)) {
        faults.add(quoted(element, name));
      }
    }
    if (element.getAttribute("fill-rule").equals("evenodd")) {
      faults.add(quoted(element, "fill-rule"));
    }
  }

  private static boolean isAllowed(Element element, String attribute) {
    boolean isGroup = element.getTagName().equals("g") || element.getTagName().equals("svg");
    return (ATTRIBUTES.contains(attribute) && (isGroup || !attribute.equals("transform")))
        || SvgStyle.attributes().contains(attribute)
        || (SvgStyle.isOfShapes(attribute) && !isGroup)
        || attribute.startsWith("xmlns:")
        || attribute.startsWith("data-");
  }

  /** An attribute as it stands in the file, without its end if it is long. */
  private static String quoted(Element element, String name) {
    String value = element.getAttribute(name).replaceAll("[\\p{Cntrl}`]+", " ");
    return name
        + "=\""
        + (value.length() > MAX_QUOTED ? value.substring(0, MAX_QUOTED) + "…" : value)
        + "\"";
  }

  private void shape(String path, SvgStyle style) {
    if (style.isVisible()) {
      drawing.append("<path").append(style.attributesOfPath());
      drawing.append(" android:pathData=\"").append(path).append("\" />\n");
    }
  }

  private String path(Element element) {
    String path = element.getAttribute("d").strip().replaceAll("\\s+", " ");
    if (!PATH.matcher(path).matches()) {
      faults.add(quoted(element, "d"));
    }
    return path;
  }

  private String rectangle(Element element) {
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

  private String circle(Element element) {
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

  private double number(Element element, String name) {
    String value = element.getAttribute(name);
    try {
      return value.isEmpty() ? 0 : Double.parseDouble(value);
    } catch (NumberFormatException e) {
      faults.add(quoted(element, name));
      return 0;
    }
  }

  private static String figure(double value) {
    String text = String.format(Locale.ROOT, "%.3f", value);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }
}
