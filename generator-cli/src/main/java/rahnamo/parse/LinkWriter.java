package rahnamo.parse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;

/** Decides which destinations of links and pictures are allowed and writes them. */
final class LinkWriter {

  private static final List<String> SCHEMES =
      List.of("https", "http", "mailto", "tel", "sms", "tg");

  private final LinkResolver resolver;
  private final Diagnostics diagnostics;

  LinkWriter(LinkResolver resolver, Diagnostics diagnostics) {
    this.resolver = resolver;
    this.diagnostics = diagnostics;
  }

  /** Writes the opening tag of a link, or nothing and false if the link must not be one. */
  boolean open(
      String destination, String title, Attributes attributes, SourceSpan span, StringBuilder out) {
    Optional<String> href = href(destination, span);
    if (href.isEmpty()) {
      return false;
    }
    out.append("<a href=\"");
    Html.escape(href.get(), out);
    out.append('"');
    String scheme = scheme(href.get()).orElse("");
    boolean isExternal = scheme.startsWith("http");
    boolean isTelephone = scheme.equals("tel") || scheme.equals("sms");
    attributes.withClass(isExternal ? "external" : isTelephone ? "tel" : "").write(out);
    out.append(isExternal ? " rel=\"noopener noreferrer\"" : "");
    title(title, out);
    out.append('>');
    return true;
  }

  private static void title(String title, StringBuilder out) {
    if (!title.isEmpty()) {
      out.append(" title=\"").append(Html.escape(title)).append('"');
    }
  }

  private Optional<String> href(String written, SourceSpan span) {
    if (hasControlCharacter(written)) {
      diagnostics.report(DiagnosticCode.UNSAFE_LINK, span, "…");
      return Optional.empty();
    }
    String destination = written.strip(); // as browsers do
    Optional<String> scheme = scheme(destination);
    if (scheme.isPresent()) {
      return allowed(destination, scheme.get(), span);
    }
    if (destination.startsWith("/") || destination.startsWith("\\")) {
      diagnostics.report(DiagnosticCode.ABSOLUTE_LINK, span, destination);
      return Optional.empty();
    }
    return resolver.link(destination, span);
  }

  private Optional<String> allowed(String destination, String scheme, SourceSpan span) {
    if (SCHEMES.contains(scheme)) {
      return Optional.of(destination);
    }
    diagnostics.report(DiagnosticCode.UNSAFE_LINK, span, scheme + ":");
    return Optional.empty();
  }

  /** Writes a picture; one that does not exist is reported and only its description is written. */
  void picture(
      String destination,
      String description,
      String title,
      Attributes attributes,
      SourceSpan span,
      StringBuilder out) {
    if (description.isBlank()) {
      diagnostics.report(DiagnosticCode.MISSING_ALT, span);
    }
    Optional<LinkResolver.Picture> picture = resolve(destination, span);
    if (picture.isEmpty()) {
      out.append(Html.escape(description));
      return;
    }
    out.append("<img src=\"").append(Html.escape(picture.get().href())).append("\" alt=\"");
    out.append(Html.escape(description)).append('"');
    picture.get().width().ifPresent(width -> out.append(" width=\"").append(width).append('"'));
    picture.get().height().ifPresent(height -> out.append(" height=\"").append(height).append('"'));
    title(title, out);
    attributes.write(out);
    out.append(" loading=\"lazy\">");
  }

  private Optional<LinkResolver.Picture> resolve(String written, SourceSpan span) {
    String destination = written.strip();
    if (scheme(destination).isPresent() || destination.startsWith("//")) {
      diagnostics.report(DiagnosticCode.REMOTE_IMAGE, span, destination);
      return Optional.empty();
    }
    boolean isAbsolute = destination.startsWith("/") || destination.startsWith("\\");
    if (isAbsolute || hasControlCharacter(written)) {
      diagnostics.report(DiagnosticCode.ABSOLUTE_LINK, span, destination);
      return Optional.empty();
    }
    return resolver.picture(destination, span);
  }

  private static Optional<String> scheme(String destination) {
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

  private static boolean hasControlCharacter(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) == 0x7F) {
        return true;
      }
    }
    return false;
  }
}
