package rahnamo.pack;

import java.util.regex.Pattern;

/**
 * The head of a page without what only programs on the network look at: search engines, other
 * sites, readers of feeds. In a pack each page would carry it for nobody.
 */
final class PackHead {

  private static final String END = "</head>";

  private static final Pattern FOR_THE_NETWORK =
      Pattern.compile(
          "<(?:link rel=\"(?:alternate|canonical)\"|meta (?:property=\"og:[^\"]*\"|name=\"(?:description"
              + "|theme-color)\"))(?:[^>\"']|\"[^\"]*\"|'[^']*')*+>\n?"
              + "|<script type=\"application/ld\\+json\">.*?</script>\n?",
          Pattern.DOTALL);

  private PackHead() {}

  /** The page with its head as packs hold it. */
  static String lean(String html) {
    int end = html.indexOf(END);
    if (end < 0) {
      return html;
    }
    String head = html.substring(0, end);
    String lean = FOR_THE_NETWORK.matcher(head).replaceAll("");
    return lean.length() == head.length() ? html : lean + html.substring(end);
  }
}
