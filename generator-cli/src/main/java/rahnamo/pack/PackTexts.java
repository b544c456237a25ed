package rahnamo.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts that results of a search are quoted from, as a pack holds them: those of some documents
 * in one file.
 *
 * <p>On a site each text is a script of its own, so that a phone loads few bytes. In a pack they
 * cost nothing to load, and several together compress a fifth better. The files of titles name
 * them, so those name the joined ones instead.
 */
final class PackTexts {

  /** More would compress little better, and phones read the whole file for each result. */
  static final int TOGETHER = 8;

  // spec: docs/SEARCH.md, d<name>.js: ["path","title","section","name of the text"]
  private static final Pattern TITLES = Pattern.compile("(search/[^/]+/)d([0-9a-z]+)\\.js");
  private static final Pattern NAME = Pattern.compile("(?<=,\")([0-9a-z]+)(?=\"])");

  private final SortedMap<String, FileSource> files;

  private PackTexts(SortedMap<String, FileSource> files) {
    this.files = files;
  }

  /** Joins the texts among the files of a pack. */
  static void join(SortedMap<String, FileSource> files) throws IOException {
    var texts = new PackTexts(files);
    for (Map.Entry<String, FileSource> file : new TreeMap<>(files).entrySet()) {
      Matcher titles = TITLES.matcher(file.getKey());
      if (titles.matches()) {
        String read = new String(file.getValue().read(), StandardCharsets.ISO_8859_1);
        texts.join(file.getKey(), read, titles.group(1) + "t", titles.group(2));
      }
    }
  }

  /**
   * Joins the texts that a file of titles names.
   *
   * @param titles the file byte by byte as Latin-1: only ASCII is looked at
   * @param prefix what paths of texts begin with
   * @param name the name of the file of titles, which depends on all these texts
   */
  private void join(String path, String titles, String prefix, String name) {
    var renamed = new StringBuilder();
    var parts = new ArrayList<FileSource>();
    String joined = name;
    Matcher text = NAME.matcher(titles);
    while (text.find()) {
      FileSource part = files.remove(prefix + text.group() + ".js");
      if (part == null) {
        continue; // a text that another theme or search names otherwise stays as it is
      }
      if (parts.size() == TOGETHER) {
        put(prefix, joined, parts);
        parts.clear();
        joined = name + "-" + text.start();
      }
      parts.add(part);
      text.appendReplacement(renamed, joined);
    }
    if (!parts.isEmpty()) {
      put(prefix, joined, parts);
      byte[] bytes = text.appendTail(renamed).toString().getBytes(StandardCharsets.ISO_8859_1);
      files.put(path, () -> bytes);
    }
  }

  private void put(String prefix, String name, List<FileSource> parts) {
    List<FileSource> whole = List.copyOf(parts);
    files.put(prefix + name + ".js", () -> all(whole));
  }

  private static byte[] all(List<FileSource> parts) throws IOException {
    var all = new ByteArrayOutputStream();
    for (FileSource part : parts) {
      all.write(part.read());
    }
    return all.toByteArray();
  }
}
