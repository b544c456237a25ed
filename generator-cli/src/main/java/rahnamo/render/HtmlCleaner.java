package rahnamo.render;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.parse.HtmlBody;

/**
 * Lets only harmless HTML of an author through: no script, style, frame, form, event handler, and
 * no picture from another site. Safe for use by many threads.
 */
final class HtmlCleaner {

  /** Stands for a typed block while the HTML around it is cleaned. */
  private static final String SLOT = "rahnamo-slot";

  private static final Pattern TAG = Pattern.compile("<([A-Za-z][A-Za-z0-9-]*)([^>]*)>?");
  private static final Pattern ATTRIBUTE = Pattern.compile("([A-Za-z-]+)\\s*=");
  private static final Set<String> TAGS =
      Set.of(
          "a",
          "abbr",
          "aside",
          "b",
          "bdi",
          "blockquote",
          "br",
          "caption",
          "cite",
          "code",
          "dd",
          "del",
          "details",
          "dfn",
          "div",
          "dl",
          "dt",
          "em",
          "figcaption",
          "figure",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "hr",
          "i",
          "img",
          "input",
          "ins",
          "kbd",
          "label",
          "li",
          "mark",
          "ol",
          "p",
          "pre",
          "q",
          "s",
          "samp",
          "section",
          "small",
          "span",
          "strong",
          "sub",
          "summary",
          "sup",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "time",
          "tr",
          "u",
          "ul",
          "var",
          "wbr");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "alt",
          "aria-label",
          "autocomplete",
          "checked",
          "class",
          "colspan",
          "datetime",
          "dir",
          "href",
          "id",
          "height",
          "lang",
          "loading",
          "open",
          "rel",
          "role",
          "rowspan",
          "scope",
          "src",
          "start",
          "tabindex",
          "title",
          "type",
          "width");

  private final Cleaner cleaner = new Cleaner(safelist());

  private static Safelist safelist() {
    var safelist = new Safelist().preserveRelativeLinks(true);
    safelist.addTags(TAGS.toArray(String[]::new));
    safelist.addAttributes(
        ":all", "class", "id", "lang", "dir", "title", "role", "aria-label", "tabindex");
    safelist.addAttributes("a", "href", "rel");
    safelist.addProtocols("a", "href", "http", "https", "mailto", "tel", "sms", "tg", "#");
    safelist.addAttributes("img", "src", "alt", "width", "height", "loading");
    safelist.addProtocols("img", "src", "https"); // an empty list would allow every scheme
    safelist.addAttributes("input", "type", "autocomplete", "checked");
    safelist.addAttributes("ol", "start").addAttributes("details", "open");
    safelist.addAttributes("td", "colspan", "rowspan");
    safelist.addAttributes("th", "colspan", "rowspan", "scope");
    safelist.addAttributes("time", "datetime");
    return safelist.addTags(SLOT).addAttributes(SLOT, "data-n");
  }

  /** The placeholder of the n-th typed block. */
  static String slot(int n) {
    return "<" + SLOT + " data-n=\"" + n + "\"></" + SLOT + ">";
  }

  /** The harmless part of a body, in which placeholders stay as {@link #slot} wrote them. */
  String clean(String html, RawAddresses addresses) {
    Document dirty = Jsoup.parseBodyFragment(html, "https://relative.invalid/a/b/");
    addresses.resolve(dirty);
    Document clean = cleaner.clean(dirty);
    clean.outputSettings().prettyPrint(false);
    for (Element image : clean.select("img")) {
      if (!isRelative(image.attr("src"))) {
        image.remove();
      }
    }
    for (Element input : clean.select("input")) {
      if (!isTaskBox(input)) {
        input.remove();
      }
    }
    return clean.body().html();
  }

  /** Whether an input is one that a task item writes; an author needs no other. */
  private static boolean isTaskBox(Element input) {
    return input.attr("type").equals("checkbox") && input.attr("autocomplete").equals("off");
  }

  private static boolean isRelative(String address) {
    return !address.isEmpty()
        && address.chars().allMatch(c -> c > ' ' && c != '\\' && c != ':')
        && address.charAt(0) != '/';
  }

  /** Reports what will not come through, each at its place. */
  static void report(HtmlBody.RawHtml raw, Diagnostics diagnostics) {
    Matcher tag = TAG.matcher(raw.html());
    while (tag.find()) {
      String removed = removedFrom(tag.group(1), tag.group(2));
      if (!removed.isEmpty()) {
        diagnostics.report(
            DiagnosticCode.HTML_REMOVED, raw.placeOf(tag.group(), tag.start()), removed);
      }
    }
  }

  private static String removedFrom(String tag, String rest) {
    if (!TAGS.contains(tag.toLowerCase(Locale.ROOT))) {
      return "<" + tag + ">";
    }
    Matcher attribute = ATTRIBUTE.matcher(rest.replaceAll("\"[^\"]*\"|'[^']*'", ""));
    while (attribute.find()) {
      if (!ATTRIBUTES.contains(attribute.group(1).toLowerCase(Locale.ROOT))) {
        return attribute.group(1) + "=";
      }
    }
    return "";
  }
}
