package rahnamo.parse;

import java.util.ArrayList;
import java.util.List;

/** The pieces of a body while it is written. */
final class BodyParts {

  private final List<HtmlBody.Part> parts = new ArrayList<>();
  private final StringBuilder out = new StringBuilder(8192);

  /** Where HTML made from Markdown goes, up to the next piece of another kind. */
  StringBuilder out() {
    return out;
  }

  /** Adds a piece of another kind. */
  void add(HtmlBody.Part part) {
    flush();
    parts.add(part);
  }

  List<HtmlBody.Part> all() {
    flush();
    return List.copyOf(parts);
  }

  private void flush() {
    if (out.length() > 0) {
      parts.add(new HtmlBody.Html(out.toString()));
      out.setLength(0);
    }
  }
}
