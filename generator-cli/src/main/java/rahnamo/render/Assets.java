package rahnamo.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.site.Permalink;

/**
 * Style, script and icons of a theme, ready to publish. File names hold a hash of their content, so
 * hosts may let browsers keep them for ever. Immutable.
 *
 * @param style the address of the style sheet
 * @param script the address of the script
 * @param search the addresses of the scripts of the search page, in their order; none without a
 *     search
 * @param favicon the address of the icon of the site
 * @param icons what pages hold where a drawing is to be seen, by its name
 * @param files what to publish, by address
 */
record Assets(
    Permalink style,
    Permalink script,
    List<Permalink> search,
    Permalink favicon,
    Map<String, TrustedHtml> icons,
    Map<Permalink, byte[]> files) {

  private static final int HASH_LENGTH = 8;

  /** The folder of scripts that others wrote. */
  private static final String FOREIGN = "foreign/";

  /** The assets of a theme; files that its lists name and that do not exist are reported. */
  static Assets load(Theme theme, boolean hasSearch, Diagnostics diagnostics) throws IOException {
    byte[] css = bytes(style(theme, "", diagnostics));
    byte[] js = bytes(joined(theme, theme.list("assets/script.list"), diagnostics));
    byte[] icon = theme.bytes("assets/favicon.svg");
    Map<Permalink, byte[]> files = new LinkedHashMap<>();
    Permalink style = add(files, "style", "css", css);
    Permalink script = add(files, "site", "js", js);
    Permalink favicon = add(files, "icon", "svg", icon);
    List<Permalink> search = hasSearch ? search(theme, files, diagnostics) : List.of();
    Map<String, TrustedHtml> icons = new LinkedHashMap<>();
    theme.list("assets/icons.list").forEach(i -> icons.put(i.name(), IconStyle.place(i.name())));
    return new Assets(style, script, search, favicon, icons, files);
  }

  /** The style sheet of the theme, with more rules at its end. */
  static String style(Theme theme, String more, Diagnostics diagnostics) throws IOException {
    List<Theme.Listed> sheets = theme.list("assets/style.list");
    return StyleSheet.prepare(joined(theme, sheets, diagnostics) + more)
        + IconStyle.rules(drawings(theme, diagnostics));
  }

  /** The search page's own script, which stands last. */
  Optional<Permalink> ownSearch() {
    return search.isEmpty() ? Optional.empty() : Optional.of(search.get(search.size() - 1));
  }

  /** The text of a style sheet or script. */
  String text(Permalink asset) {
    return text(files.getOrDefault(asset, new byte[0]));
  }

  /** How many bytes the style sheet or script has when a server compresses it. */
  int gzipSize(Permalink asset) throws IOException {
    return gzipSize(files.getOrDefault(asset, new byte[0]));
  }

  static int gzipSize(byte[] bytes) throws IOException {
    var compressed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    }
    return compressed.size();
  }

  /** Foreign scripts stay files of their own, as they are. */
  private static List<Permalink> search(
      Theme theme, Map<Permalink, byte[]> files, Diagnostics diagnostics) throws IOException {
    var search = new ArrayList<Permalink>();
    var own = new ArrayList<Theme.Listed>();
    for (Theme.Listed script : theme.list("assets/search.list")) {
      String name = script.name();
      if (name.startsWith(FOREIGN)) {
        String title = name.substring(FOREIGN.length(), name.length() - ".js".length());
        byte[] content = theme.bytes("assets/" + name, script, diagnostics);
        search.add(add(files, title, "js", content));
      } else {
        own.add(script);
      }
    }
    search.add(add(files, "search", "js", bytes(joined(theme, own, diagnostics))));
    return search;
  }

  static String joined(Theme theme, List<Theme.Listed> names, Diagnostics diagnostics)
      throws IOException {
    var joined = new StringBuilder();
    for (Theme.Listed listed : names) {
      byte[] part = theme.bytes("assets/" + listed.name(), listed, diagnostics);
      joined.append(text(part).strip()).append('\n');
    }
    return joined.toString();
  }

  private static Map<String, String> drawings(Theme theme, Diagnostics diagnostics)
      throws IOException {
    Map<String, String> drawings = new LinkedHashMap<>();
    for (Theme.Listed icon : theme.list("assets/icons.list")) {
      byte[] drawing = theme.bytes("assets/icons/" + icon.name() + ".svg", icon, diagnostics);
      drawings.put(icon.name(), text(drawing));
    }
    return drawings;
  }

  private static Permalink add(
      Map<Permalink, byte[]> files, String name, String extension, byte[] content) {
    Permalink permalink = permalink("assets/" + name, extension, content);
    files.put(permalink, content);
    return permalink;
  }

  /** The address of a file, with a hash of its content. */
  static Permalink permalink(String path, String extension, byte[] content) {
    return new Permalink(path + "." + hash(content) + "." + extension);
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
