package rahnamo.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Attributes an author writes behind an element: {@code {#id .class lang=ru}}. Nothing else is
 * possible, so no attribute can run a script or change the look beyond the theme's own classes.
 *
 * @param id the address inside the page, if given
 * @param classes the theme's classes
 * @param language a language tag, if given
 * @param length how many characters the braces and their content take
 */
record Attributes(
    Optional<String> id, List<String> classes, Optional<String> language, int length) {

  private static final Pattern BRACES = Pattern.compile("\\{([^{}\\n]{1,200})}");
  private static final Pattern ID = Pattern.compile("#(\\S+)");
  private static final Pattern CLASS = Pattern.compile("\\.([a-z][a-z0-9-]*)");
  private static final Pattern LANGUAGE =
      Pattern.compile("lang=\"?([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)\"?");

  /** The attributes that begin at an offset, or nothing if the braces there are plain text. */
  static Optional<Attributes> at(CharSequence text, int offset) {
    Matcher braces = BRACES.matcher(text).region(offset, text.length());
    if (!braces.lookingAt()) {
      return Optional.empty();
    }
    Optional<String> id = Optional.empty();
    Optional<String> language = Optional.empty();
    var classes = new ArrayList<String>();
    for (String word : braces.group(1).strip().split("\\s+", -1)) {
      Matcher matcher = ID.matcher(word);
      if (matcher.matches()) {
        id = Optional.of(matcher.group(1));
      } else if (matcher.usePattern(CLASS).matches()) {
        classes.add(matcher.group(1));
      } else if (matcher.usePattern(LANGUAGE).matches()) {
        language = Optional.of(matcher.group(1));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new Attributes(id, List.copyOf(classes), language, braces.end() - offset));
  }

  /** Writes the attributes into an opening tag; the id has been checked by the caller. */
  void write(StringBuilder out) {
    id.ifPresent(value -> out.append(" id=\"").append(Html.escape(value)).append('"'));
    if (!classes.isEmpty()) {
      out.append(" class=\"").append(String.join(" ", classes)).append('"');
    }
    language.ifPresent(value -> out.append(" lang=\"").append(value).append('"'));
  }
}
