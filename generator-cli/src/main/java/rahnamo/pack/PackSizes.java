package rahnamo.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many bytes of a pack each kind of file takes. Immutable.
 *
 * @param pages pages by the folders of languages
 * @param search what only the search needs, by the folders of languages
 * @param media pictures and sound
 * @param theme style sheets, scripts and icons
 * @param other all else, such as the list of digests
 */
public record PackSizes(
    Map<String, Long> pages, Map<String, Long> search, long media, long theme, long other) {

  public PackSizes {
    pages = Map.copyOf(pages);
    search = Map.copyOf(search);
  }

  /**
   * The sizes of a pack.
   *
   * @param files the bytes that each file takes
   * @param languages the folders of its languages
   * @param whole the bytes of the pack
   */
  static PackSizes of(Map<String, Long> files, List<String> languages, long whole) {
    Map<String, Long> pages = new TreeMap<>();
    Map<String, Long> search = new TreeMap<>();
    Map<String, Long> folders = new TreeMap<>();
    files.forEach(
        (name, bytes) -> {
          String[] path = name.split("/", 3);
          if (path.length == 3 && path[0].equals("search")) {
            search.merge(path[1], bytes, Long::sum);
          } else if (languages.contains(path[0])) {
            pages.merge(path[0], bytes, Long::sum);
          } else {
            folders.merge(path[0], bytes, Long::sum);
          }
        });
    long media = folders.getOrDefault("media", 0L);
    long theme = folders.getOrDefault("assets", 0L);
    return new PackSizes(
        pages, search, media, theme, whole - sum(pages) - sum(search) - media - theme);
  }

  /** All bytes of a kind of file, for all languages. */
  public static long sum(Map<String, Long> byLanguage) {
    return byLanguage.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The same for programs, languages in their order. */
  public Map<String, Object> members() {
    var members = new LinkedHashMap<String, Object>();
    members.put("pages", new TreeMap<>(pages));
    members.put("search", new TreeMap<>(search));
    members.put("media", media);
    members.put("theme", theme);
    members.put("other", other);
    return members;
  }
}
