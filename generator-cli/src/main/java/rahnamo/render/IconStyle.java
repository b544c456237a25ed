package rahnamo.render;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * The icons of a theme as rules of its style sheet. A page only names them: it has some 25, and a
 * drawing in each place would be a tenth of its bytes.
 *
 * <p>An icon is a mask through which the colour of the text is seen, so a drawing's own colours do
 * not matter. It stands in the style sheet itself, since browsers take no mask from a file that was
 * opened from a disk.
 */
final class IconStyle {

  private static final String AS_IT_IS = " ,;:=()/.-_'!*+@$";

  private IconStyle() {}

  /** What a page holds where an icon is to be seen; there is nothing in it to be read aloud. */
  static TrustedHtml place(String name) {
    return new TrustedHtml("<i class=\"icon i-" + name + "\"></i>");
  }

  /**
   * The rules that draw icons.
   *
   * @param drawings SVG by name
   */
  static String rules(Map<String, String> drawings) {
    var rules = new StringBuilder();
    drawings.forEach(
        (name, svg) -> {
          String mask = "mask-image:url(\"data:image/svg+xml," + address(svg) + "\")";
          // The first is what browsers before Chromium 120 know.
          rules.append(".i-").append(name).append("{-webkit-").append(mask).append(';');
          rules.append(mask).append('}');
        });
    return rules.toString();
  }

  /** A drawing as the end of an address: what could end it, or mean something in it, is escaped. */
  private static String address(String svg) {
    var address = new StringBuilder(svg.length() * 2);
    for (byte b : svg.strip().replaceAll("\\s+", " ").getBytes(StandardCharsets.UTF_8)) {
      boolean isWord = (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
      if (isWord || AS_IT_IS.indexOf(b) >= 0) {
        address.append((char) b);
      } else {
        address.append('%').append(String.format(Locale.ROOT, "%02X", b));
      }
    }
    return address.toString();
  }
}
