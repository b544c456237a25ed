package rahnamo.parse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;

/**
 * The rule for where links and pictures of one article may lead, whether they are written in
 * Markdown or in HTML. What is not allowed or does not exist is reported.
 */
public final class Destinations {

  private static final List<String> SCHEMES =
      List.of("https", "http", "mailto", "tel", "sms", "tg");

  private final LinkResolver resolver;
  private final Diagnostics diagnostics;

  public Destinations(LinkResolver resolver, Diagnostics diagnostics) {
    this.resolver = resolver;
    this.diagnostics = diagnostics;
  }

  /** The address to write for a link, or nothing if it must not be one. */
  public Optional<String> link(String written, SourceSpan span) {
    if (hasControlCharacter(written)) {
      diagnostics.report(DiagnosticCode.UNSAFE_LINK, span, "…");
      return Optional.empty();
    }
    String destination = written.strip(); // as browsers do
    Optional<String> scheme = scheme(destination);
    if (scheme.isPresent()) {
      return allowed(destination, scheme.get(), span);
    }
    if (isAbsolute(destination)) {
      diagnostics.report(DiagnosticCode.ABSOLUTE_LINK, span, destination);
      return Optional.empty();
    }
    return resolver.link(destination, span);
  }

  private Optional<String> allowed(String destination, String scheme, SourceSpan span) {
    if (SCHEMES.contains(scheme)) {
      return Optional.of(destination.replace(" ", "%20"));
    }
    diagnostics.report(DiagnosticCode.UNSAFE_LINK, span, scheme + ":");
    return Optional.empty();
  }

  /** The picture to show, or nothing if there is none. */
  public Optional<LinkResolver.Picture> picture(String written, SourceSpan span) {
    String destination = written.strip();
    if (scheme(destination).isPresent() || destination.startsWith("//")) {
      diagnostics.report(DiagnosticCode.REMOTE_IMAGE, span, destination);
      return Optional.empty();
    }
    if (isAbsolute(destination) || hasControlCharacter(written)) {
      diagnostics.report(DiagnosticCode.ABSOLUTE_LINK, span, destination);
      return Optional.empty();
    }
    return resolver.picture(destination, span);
  }

  /** The scheme of an address in small letters, or nothing if it is relative. */
  static Optional<String> scheme(String destination) {
    int end = 0;
    while (end < destination.length() && isSchemeCharacter(destination.charAt(end), end)) {
      end++;
    }
    boolean hasScheme = end > 0 && end < destination.length() && destination.charAt(end) == ':';
    return hasScheme
        ? Optional.of(destination.substring(0, end).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  private static boolean isSchemeCharacter(char c, int at) {
    boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    boolean isOther = (c >= '0' && c <= '9') || c == '+' || c == '.' || c == '-';
    return isLetter || (at > 0 && isOther);
  }

  private static boolean isAbsolute(String destination) {
    return destination.startsWith("/") || destination.startsWith("\\");
  }

  private static boolean hasControlCharacter(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) == 0x7F) {
        return true;
      }
    }
    return false;
  }
}
