package rahnamo.parse;

import java.util.Locale;

/** How urgent an alert is, the most urgent first. */
public enum AlertSeverity {
  DANGER,
  WARNING,
  INFO;

  /** The word used in front matter and style sheets. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
