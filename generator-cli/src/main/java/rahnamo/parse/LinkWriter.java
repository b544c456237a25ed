package rahnamo.parse;

import java.util.Optional;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;

/** Writes links and pictures whose destinations are allowed. */
final class LinkWriter {

  private final Destinations destinations;
  private final Diagnostics diagnostics;

  LinkWriter(LinkResolver resolver, Diagnostics diagnostics) {
    this.destinations = new Destinations(resolver, diagnostics);
    this.diagnostics = diagnostics;
  }

  /** Writes the opening tag of a link, or nothing and false if the link must not be one. */
  boolean open(
      String destination, String title, Attributes attributes, SourceSpan span, StringBuilder out) {
    Optional<String> href = destinations.link(destination, span);
    if (href.isEmpty()) {
      return false;
    }
    out.append("<a href=\"");
    Html.escape(href.get(), out);
    out.append('"');
    String scheme = Destinations.scheme(href.get()).orElse("");
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
    Optional<LinkResolver.Picture> picture = destinations.picture(destination, span);
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
}
