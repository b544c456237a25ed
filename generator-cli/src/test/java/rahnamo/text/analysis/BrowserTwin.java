package rahnamo.text.analysis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import rahnamo.text.Language;

/** The analyzer of the theme, run by Node.js on the table that browsers get. */
final class BrowserTwin {

  private static final String SCRIPT = "../templates/theme/assets/search/analysis.js";

  /** Reads a line with a JSON string each, and writes what the analyzer says of it, in JSON. */
  private static final String PROGRAM =
      """
      var fs = require('fs');
      var analyzer = require(process.argv[2]).analyzer(JSON.parse(fs.readFileSync(process.argv[3], 'utf8')));
      var lines = fs.readFileSync(process.argv[4], 'utf8').split('\\n').filter(Boolean);
      process.stdout.write(lines.map(function (line) {
        var text = JSON.parse(line);
        function places(w) { return [w.start, w.length, w.form, w.stem].join(','); }
        return escape(analyzer.words(text).map(places).join(' ') + ' | ' + analyzer.query(text).map(function (w) {
          return [places(w), w.stop, w.whole, w.spellings.join('/'), w.alternatives.map(function (l) { return l.join('/'); }).join(';')].join(',');
        }).join(' '));
      }).join('\\n'));
      function escape(text) {
        return text.replace(/[^ -~]/g, function (c) { return '\\\\u' + ('000' + c.charCodeAt(0).toString(16)).slice(-4); });
      }
      """;

  private BrowserTwin() {}

  /** What the browser would say of each text, in the notation of {@link #describe}. */
  static List<String> describe(Language language, List<String> texts, Path folder)
      throws IOException, InterruptedException {
    Path program = Files.writeString(folder.resolve("twin.js"), PROGRAM);
    Path table = Files.writeString(folder.resolve("table.json"), AnalysisTable.json(language));
    List<String> lines = texts.stream().map(text -> '"' + escaped(text) + '"').toList();
    Path input = Files.write(folder.resolve("texts.txt"), lines);
    Path output = folder.resolve("answers.txt");
    Process node =
        new ProcessBuilder(
                "node",
                program.toString(),
                Path.of(SCRIPT).toAbsolutePath().toString(),
                table.toString(),
                input.toString())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (node.waitFor() != 0) {
      throw new IOException("node failed with " + node.exitValue());
    }
    return List.of(Files.readString(output, StandardCharsets.US_ASCII).split("\n", -1));
  }

  /** What the Java analyzer says of a text. */
  static String describe(Analyzer analyzer, String text) {
    var out = new StringBuilder();
    analyzer
        .words(text)
        .forEach(w -> place(out, w.start(), w.length(), w.form(), w.stem()).append(' '));
    out.append(out.isEmpty() ? " | " : "| ");
    for (QueryWord w : analyzer.query(text)) {
      place(out, w.start(), w.length(), w.form(), w.stem());
      List<String> lists = w.alternatives().stream().map(l -> String.join("/", l)).toList();
      out.append(',').append(w.stop()).append(',').append(w.whole()).append(',');
      out.append(String.join("/", w.spellings())).append(',');
      out.append(String.join(";", lists)).append(' ');
    }
    if (out.charAt(out.length() - 2) != '|') {
      out.setLength(out.length() - 1);
    }
    return escaped(out.toString());
  }

  private static StringBuilder place(
      StringBuilder out, int start, int length, String form, String stem) {
    return out.append(start + "," + length + "," + form + "," + stem);
  }

  private static String escaped(String text) {
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        String hex = Integer.toHexString(c);
        out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
