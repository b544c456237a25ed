package rahnamo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An example of docs/MARKDOWN.md: what an author writes and what becomes of it.
 *
 * @param line where it begins in the document
 * @param heading the heading that it stands under
 * @param folder the folder of the page to look at, such as {@code ru} or {@code uz-cyrl}
 * @param markdown the text of the article
 * @param html its page, empty if there is none
 * @param messages what the build says, one a line: {@code 1:8 error broken-link}
 */
record SpecExample(
    int line, String heading, String folder, String markdown, String html, String messages) {

  private static final String FENCE = "`".repeat(32);
  private static final String OPENING = FENCE + " example";

  /** The examples of a document in its order. */
  static List<SpecExample> in(Path document) throws IOException {
    List<String> lines = Files.readAllLines(document);
    var examples = new ArrayList<SpecExample>();
    String heading = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith(OPENING)) {
        int end = i + lines.subList(i, lines.size()).indexOf(FENCE);
        examples.add(of(i + 1, heading, line, lines.subList(i + 1, end)));
        i = end;
      } else if (line.startsWith("## ")) {
        heading = line.substring("## ".length());
      }
    }
    return examples;
  }

  private static SpecExample of(int line, String heading, String opening, List<String> lines) {
    var parts = new ArrayList<>(List.of(new StringBuilder()));
    for (String text : lines) {
      if (text.equals(".")) {
        parts.add(new StringBuilder());
      } else {
        parts.get(parts.size() - 1).append(text.replace('→', '\t')).append('\n');
      }
    }
    if (parts.size() != 2 && parts.size() != 3) {
      throw new IllegalStateException("line " + line + ": an example has one dot or two");
    }
    String language = opening.substring(OPENING.length()).strip();
    return new SpecExample(
        line,
        heading,
        language.isEmpty() ? "ru" : language,
        parts.get(0).toString(),
        parts.get(1).toString(),
        parts.size() == 3 ? parts.get(2).toString() : "");
  }

  /** Whether the text becomes no page. */
  boolean isRefused() {
    return messages.contains(" error ");
  }

  /** The article, as a path below the content folder. */
  String article() {
    return (folder.equals("uz-cyrl") ? "uz" : folder) + "/work/" + name() + ".md";
  }

  /** The page, as a path below the output folder. */
  String page() {
    return folder + "/work/" + name() + ".html";
  }

  private String name() {
    return "line-" + line;
  }
}
