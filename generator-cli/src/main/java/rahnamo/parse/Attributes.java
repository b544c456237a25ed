package rahnamo.parse;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.DelimitedNodeImpl;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  /** No attributes. */
  static final Attributes NONE = new Attributes(Optional.empty(), List.of(), Optional.empty(), 0);

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

  /** The attributes directly behind an element inside a paragraph. */
  static Attributes behind(Node element) {
    boolean canHave =
        element instanceof Link
            || element instanceof LinkRef
            || element instanceof Image
            || element instanceof ImageRef
            || element instanceof Code
            || element instanceof DelimitedNodeImpl;
    if (!canHave || !(element.getNext() instanceof Text text) || !text.getChars().startsWith("{")) {
      return NONE;
    }
    Attributes attributes = at(text.getChars(), 0).orElse(NONE);
    boolean endsHeading =
        element.getParent() instanceof com.vladsch.flexmark.ast.Heading
            && text.getNext() == null
            && attributes.length == text.getChars().length();
    return endsHeading && attributes.id.isPresent() ? NONE : attributes;
  }

  /** How many characters of a text are the attributes of the element before it. */
  static int lengthAtStartOf(Text text) {
    Node previous = text.getPrevious();
    return previous == null ? 0 : behind(previous).length;
  }

  /** The attributes at the end of a heading, which stand in its last text. */
  static Attributes atEndOf(com.vladsch.flexmark.ast.Heading heading) {
    if (!(heading.getLastChild() instanceof Text text)) {
      return NONE;
    }
    BasedSequence chars = text.getChars();
    int brace = chars.lastIndexOf('{');
    boolean isHeadings = brace >= lengthAtStartOf(text);
    return isHeadings
        ? at(chars, brace).filter(a -> brace + a.length == chars.length()).orElse(NONE)
        : NONE;
  }

  /**
   * Whether they say that the words are of another language than Uzbek, which has two alphabets.
   */
  boolean isForeign() {
    return language.filter(Attributes::isForeign).isPresent();
  }

  /** Whether a language tag is not that of Uzbek. */
  static boolean isForeign(String tag) {
    String lower = tag.toLowerCase(Locale.ROOT);
    return !lower.equals("uz") && !lower.startsWith("uz-");
  }

  /** The same with another id. */
  Attributes withId(String other) {
    return new Attributes(Optional.of(other), classes, language, length);
  }

  /** The same with one class more in front, unless it is empty. */
  Attributes withClass(String name) {
    if (name.isEmpty()) {
      return this;
    }
    var all = new ArrayList<>(List.of(name));
    all.addAll(classes);
    return new Attributes(id, List.copyOf(all), language, length);
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
