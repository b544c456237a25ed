package rahnamo.pack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import rahnamo.pack.format.EntryName;

/**
 * Which files of a site a pack holds: all, those of some languages, or those of some sections.
 * Immutable.
 *
 * @param id the series of packs, such as {@code migrant-tg}
 * @param languages the folders of its languages
 * @param otherLanguages the folders of the site's other languages
 * @param otherSections the sections that are left out
 */
public record PackSelection(
    String id, List<String> languages, List<String> otherLanguages, List<String> otherSections) {

  /** What only a host needs, or what holds packs itself. */
  private static final Set<String> HOST_FOLDERS = Set.of("packs", "app", "qr");

  private static final Set<String> HOST_FILES = Set.of("sw.js", "sitemap.xml", "robots.txt");

  private static final Pattern WHOLE_INDEX = Pattern.compile("search/[^/]+/index\\.json");

  public PackSelection {
    languages = List.copyOf(languages);
    otherLanguages = List.copyOf(otherLanguages);
    otherSections = List.copyOf(otherSections);
  }

  /** Whether it holds everything that packs can hold. */
  public boolean isWhole() {
    return otherLanguages.isEmpty() && otherSections.isEmpty();
  }

  /** Whether it holds a file of the site, apart from media that none of its pages shows. */
  boolean takes(String path) {
    // Names such as CNAME, which hosts look for, are not allowed in packs.
    return !isForHosts(path) && EntryName.isValid(path) && takesFolder(path.split("/", -1), path);
  }

  /** The files of a site that it takes, by their paths. */
  TreeMap<String, Path> takenFrom(Map<String, Path> site) {
    var taken = new TreeMap<>(site);
    taken.keySet().removeIf(path -> !takes(path));
    return taken;
  }

  /** Whether a file, which need not be there yet, is in no pack because only hosts need it. */
  static boolean isForHosts(String path) {
    int slash = path.indexOf('/');
    return HOST_FILES.contains(path)
        || path.endsWith("/feed.xml")
        || WHOLE_INDEX.matcher(path).matches()
        || (slash > 0 && HOST_FOLDERS.contains(path.substring(0, slash)));
  }

  private boolean takesFolder(String[] segments, String path) {
    if (segments.length < 2) {
      return true;
    }
    if (segments[0].equals("search")) {
      return otherSections.isEmpty() && !otherLanguages.contains(segments[1]);
    }
    if (otherLanguages.contains(segments[0])) {
      return false;
    }
    boolean isOfLanguage = languages.contains(segments[0]);
    boolean isSearchPage = isOfLanguage && path.equals(segments[0] + "/search.html");
    // A search would find articles that are not there.
    return !isOfLanguage
        || (!otherSections.contains(segments[1]) && !(isSearchPage && !otherSections.isEmpty()));
  }
}
