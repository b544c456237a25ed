package rahnamo.browser;

import java.util.ArrayList;
import java.util.List;

/**
 * Articles by somebody who wants readers' browsers to run {@code xss(1)} or to ask for something at
 * {@code evil.example}. Some are listed, most are made by putting each way into each place.
 */
final class HostileTexts {

  private static final List<String> TAGS =
      List.of(
          "a",
          "abbr",
          "audio",
          "b",
          "base",
          "body",
          "details",
          "div",
          "embed",
          "form",
          "iframe",
          "img",
          "input",
          "kbd",
          "link",
          "marquee",
          "math",
          "meta",
          "object",
          "p",
          "select",
          "span",
          "style",
          "summary",
          "svg",
          "table",
          "td",
          "textarea",
          "video",
          "x-y");

  private static final List<String> HANDLERS =
      List.of(
          "onerror=xss(1)",
          "onload=xss(1)",
          "ONCLICK=\"xss(1)\"",
          "onmouseover='xss(1)'",
          "autofocus onfocus=xss(1) tabindex=0",
          "open ontoggle=xss(1)",
          "style=animation-name:x onanimationstart=xss(1)",
          "style=background:url(https://evil.example/x)");

  private static final List<String> ADDRESSES =
      List.of(
          "javascript:xss(1)",
          "JaVaScRiPt:xss(1)",
          "java&#115;cript:xss(1)",
          "javascript&colon;xss(1)",
          "javascript&#x3A;xss(1)",
          "java&Tab;script:xss(1)",
          "java&NewLine;script:xss(1)",
          "&#1;javascript:xss(1)",
          "&#32;javascript:xss(1)",
          "java\\script:xss(1)",
          "javascript://evil.example/%0axss(1)",
          "vbscript:xss(1)",
          "data:text/html,<script>xss(1)</script>",
          "data:text/html;base64,PHNjcmlwdD54c3MoMSk8L3NjcmlwdD4=",
          "data:image/svg+xml,<svg/onload=xss(1)>",
          "blob:https://evil.example/x",
          "file:///etc/passwd",
          "view-source:javascript:xss(1)",
          "//evil.example/x");

  private static final List<String> PLACES =
      List.of(
          "[a](ADDRESS)",
          "[a](<ADDRESS>)",
          "[a][r]\n\n[r]: ADDRESS",
          "<ADDRESS>",
          "![a](ADDRESS)",
          "<a href=\"ADDRESS\">a</a>",
          "<a href='ADDRESS'>a</a>",
          "<img src=\"ADDRESS\" alt=a>",
          "<iframe src=\"ADDRESS\"></iframe>",
          "<object data=\"ADDRESS\"></object>",
          "<form action=\"ADDRESS\"><button>b</button></form>",
          "<svg><a xlink:href=\"ADDRESS\"><text y=9>a</text></a></svg>",
          "<video poster=\"ADDRESS\" src=\"ADDRESS\"></video>",
          "<link rel=stylesheet href=\"ADDRESS\">",
          "<meta http-equiv=refresh content=\"0;url=ADDRESS\">",
          "text{href=\"ADDRESS\"}",
          "::: audio ADDRESS");

  private HostileTexts() {}

  /** Short texts that end what they begin, so that many may stand in one article. */
  static List<String> combinations() {
    var texts = new ArrayList<String>();
    for (String tag : TAGS) {
      for (String handler : HANDLERS) {
        texts.add("<" + tag + " src=x " + handler + ">text</" + tag + ">");
      }
    }
    for (String place : PLACES) {
      for (String address : ADDRESSES) {
        texts.add(place.replace("ADDRESS", address).replace("[r]", "[r" + texts.size() + "]"));
      }
    }
    return texts;
  }

  /** Whole articles with front matter, each an attempt of its own. */
  static List<String> articles() {
    var articles = new ArrayList<String>();
    for (String body : TestResource.text("/browser/hostile.txt").split("\n====\n", -1)) {
      articles.add(article("", body.replace("\\0", "\u0000")));
    }
    for (String text : List.of("<script>xss(1)</script>", "\\\"><img src=x onerror=xss(1)>")) {
      articles.add("---\ntitle: \"" + text + "\"\n---\nText\n");
      articles.add(article("summary: \"" + text + "\"\n", "Text"));
      articles.add(article("tags: [\"" + text + "\"]\n", "Text"));
      articles.add(article("checklist: [\"" + text + "\"]\n", "Text"));
      articles.add(
          article("sources: [{title: \"" + text + "\", url: \"https://example.org/\"}]\n", "Text"));
    }
    return articles;
  }

  static String article(String frontMatter, String body) {
    return "---\ntitle: Text\n" + frontMatter + "---\n" + body + "\n";
  }
}
