package rahnamo.source;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a drawing wants to be shown. Immutable.
 *
 * @param width in CSS pixels, if the drawing says so
 * @param height in CSS pixels, present if the width is
 */
record SvgSize(OptionalInt width, OptionalInt height) {

  static final SvgSize UNKNOWN = new SvgSize(OptionalInt.empty(), OptionalInt.empty());

  private static final int MAX = 65_535;
  private static final String NUMBER = "[0-9]{0,9}\\.?[0-9]{1,9}";
  private static final Pattern LENGTH =
      Pattern.compile("\\s*+(" + NUMBER + ")\\s*+(px|pt|pc|mm|cm|in|q)?+\\s*+");
  private static final Pattern VIEW_BOX =
      Pattern.compile(
          "\\s*+[^\\s,]++[\\s,]++[^\\s,]++[\\s,]++(" + NUMBER + ")[\\s,]++(" + NUMBER + ")\\s*+");

  /** The size that three attributes of the root element give; each may be empty. */
  static SvgSize of(String width, String height, String viewBox) {
    double wide = length(width);
    double high = length(height);
    Matcher box = VIEW_BOX.matcher(viewBox);
    if (box.matches()) {
      double boxWide = Double.parseDouble(box.group(1));
      double boxHigh = Double.parseDouble(box.group(2));
      if (wide <= 0 && high <= 0) {
        return of(boxWide, boxHigh);
      }
      return of(
          wide > 0 ? wide : high * boxWide / boxHigh, high > 0 ? high : wide * boxHigh / boxWide);
    }
    return of(wide, high);
  }

  private static SvgSize of(double wide, double high) {
    boolean isUseful = wide > 0 && wide <= MAX && high > 0 && high <= MAX;
    return isUseful ? new SvgSize(rounded(wide), rounded(high)) : UNKNOWN;
  }

  private static OptionalInt rounded(double length) {
    return OptionalInt.of((int) Math.max(1, Math.round(length)));
  }

  /** A length in pixels, or 0 if it depends on where the drawing stands, such as 100% or 2em. */
  private static double length(String text) {
    Matcher matcher = LENGTH.matcher(text);
    if (!matcher.matches()) {
      return 0;
    }
    double perUnit =
        switch (Optional.ofNullable(matcher.group(2)).orElse("px")) {
          case "pt" -> 96.0 / 72;
          case "pc" -> 16;
          case "mm" -> 96 / 25.4;
          case "cm" -> 96 / 2.54;
          case "in" -> 96;
          case "q" -> 96 / 101.6;
          default -> 1;
        };
    return Double.parseDouble(matcher.group(1)) * perUnit;
  }
}
