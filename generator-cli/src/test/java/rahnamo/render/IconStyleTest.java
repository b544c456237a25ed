package rahnamo.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Icons as rules of a style sheet. */
class IconStyleTest {

  private static final Pattern RULE =
      Pattern.compile(
          "\\.i-a\\{-webkit-mask-image:url\\(\"data:image/svg\\+xml,([^\"]*)\"\\);"
              + "mask-image:url\\(\"data:image/svg\\+xml,([^\"]*)\"\\)}");

  @Test
  void drawingIsWhatTheRuleHolds() {
    String svg = "<svg id='#a' x=\"100%\">\n  <title>\\ ҳ } </style> %41</title>\n</svg>\n";
    Matcher rule = RULE.matcher(IconStyle.rules(Map.of("a", svg)));
    assertTrue(rule.matches());
    assertEquals(rule.group(1), rule.group(2));
    assertFalse(rule.group(1).matches(".*[#<>\\\\{}&].*"), rule.group(1));
    String drawn = URLDecoder.decode(rule.group(1).replace("+", "%2B"), UTF_8);
    assertEquals(svg.strip().replaceAll("\\s+", " "), drawn);
  }

  @Test
  void pageOnlyNamesTheDrawing() {
    assertEquals("<i class=\"icon i-arrow-left\"></i>", IconStyle.place("arrow-left").html());
  }
}
