package rahnamo.app.page;

import java.util.regex.Pattern;

/**
 * Light or dark. A style sheet asks for it with a media query that old WebViews do not know and new
 * ones answer for the app as a whole, so the answer is written into the style sheet instead.
 */
public enum ColourScheme {
  LIGHT("dark"),
  DARK("light");

  private static final String ALWAYS = "(min-width:0)";
  private static final String NEVER = "(max-width:0)";
  private static final Pattern ANY = query("(?:light|dark)");

  private final Pattern other;

  ColourScheme(String other) {
    this.other = query(other);
  }

  private static Pattern query(String scheme) {
    return Pattern.compile("\\(\\s*prefers-color-scheme\\s*:\\s*" + scheme + "\\s*\\)");
  }

  /** A style sheet that does what it did for this scheme, and asks no more. */
  String applyTo(String styleSheet) {
    String withoutOther = other.matcher(styleSheet).replaceAll(NEVER);
    return ANY.matcher(withoutOther).replaceAll(ALWAYS);
  }
}
