package rahnamo.apktools;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** How the shapes of an SVG are painted: what a shape says, else what its group says. Immutable. */
final class SvgStyle {

  private static final Pattern COLOUR = Pattern.compile("none|#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{0,6}(\\.[0-9]{1,6})?(?<=[0-9])");
  private static final Pattern CAP = Pattern.compile("butt|round|square");
  private static final Pattern JOIN = Pattern.compile("miter|round|bevel");

  /** What shapes take over from their groups, and which values of it Android knows. */
  private static final Map<String, Predicate<String>> INHERITED =
      Map.of(
          "fill", COLOUR.asMatchPredicate(),
          "fill-opacity", NUMBER.asMatchPredicate(),
          "stroke", COLOUR.asMatchPredicate(),
          "stroke-width", NUMBER.asMatchPredicate(),
          "stroke-opacity", NUMBER.asMatchPredicate(),
          "stroke-linecap", CAP.asMatchPredicate(),
          "stroke-linejoin", JOIN.asMatchPredicate());

  private static final String OPACITY = "opacity";

  /** What SVG says if nobody does. */
  static final SvgStyle USUAL =
      new SvgStyle(
          Map.of(
              "fill",
              "#000000",
              "fill-opacity",
              "1",
              "stroke",
              "none",
              "stroke-width",
              "1",
              "stroke-opacity",
              "1",
              "stroke-linecap",
              "butt",
              "stroke-linejoin",
              "miter",
              OPACITY,
              "1"));

  private final Map<String, String> values;

  private SvgStyle(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** The names of attributes that an element may have about its style. */
  static Set<String> attributes() {
    return INHERITED.keySet();
  }

  /** Whether only shapes may have an attribute: of a group it means something else. */
  static boolean isOfShapes(String attribute) {
    return attribute.equals(OPACITY);
  }

  /** The style of an element in this one, and the names of attributes that it cannot have. */
  SvgStyle of(Element element, List<String> wrong) {
    var own = new HashMap<String, String>(values);
    INHERITED.forEach(
        (name, rule) -> {
          String value = element.getAttribute(name).strip();
          if (rule.test(value)) {
            own.put(name, value);
          } else if (!value.isEmpty()) {
            wrong.add(name);
          }
        });
    String opacity = element.getAttribute(OPACITY).strip();
    if (!opacity.isEmpty() && !NUMBER.matcher(opacity).matches()) {
      wrong.add(OPACITY);
    }
    own.put(OPACITY, NUMBER.matcher(opacity).matches() ? opacity : "1");
    return new SvgStyle(own);
  }

  /** Whether anything of a shape can be seen. */
  boolean isVisible() {
    return !value("fill").equals("none") || !value("stroke").equals("none");
  }

  /** The same in the words of Android. */
  String attributesOfPath() {
    var out = new StringBuilder();
    if (!value("fill").equals("none")) {
      out.append(SvgDrawing.attribute("fillColor", colour("fill")));
      out.append(alpha("fillAlpha", "fill-opacity"));
    }
    if (!value("stroke").equals("none")) {
      out.append(SvgDrawing.attribute("strokeColor", colour("stroke")));
      out.append(SvgDrawing.attribute("strokeWidth", value("stroke-width")));
      out.append(alpha("strokeAlpha", "stroke-opacity"));
      out.append(SvgDrawing.attribute("strokeLineCap", value("stroke-linecap")));
      out.append(SvgDrawing.attribute("strokeLineJoin", value("stroke-linejoin")));
    }
    return out.toString();
  }

  private String value(String name) {
    return values.getOrDefault(name, "");
  }

  private String colour(String name) {
    String digits = value(name).substring(1).toLowerCase(Locale.ROOT);
    return "#ff" + (digits.length() == 3 ? digits.replaceAll("(.)", "$1$1") : digits);
  }

  private String alpha(String name, String part) {
    double alpha =
        Math.min(1, Double.parseDouble(value(part)))
            * Math.min(1, Double.parseDouble(value(OPACITY)));
    return alpha >= 1 ? "" : SvgDrawing.attribute(name, String.format(Locale.ROOT, "%.3f", alpha));
  }
}
