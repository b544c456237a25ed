package rahnamo.site;

import org.jspecify.annotations.Nullable;

/**
 * The address of a page or file inside the site: {@code ru/rights/detention.html}. Immutable.
 *
 * @param path relative to the root of the site, without a leading slash
 */
public record Permalink(String path) {

  /** How to write this address in a page at another one: relative, so that it works anywhere. */
  public String relativeTo(Permalink page) {
    String from = page.path;
    int common = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (!from.regionMatches(0, path, 0, slash + 1)) {
        break;
      }
      common = slash + 1;
    }
    return "../".repeat(depthOf(from, common)) + path.substring(common);
  }

  /** The address in the site to which a relative one leads that stands in this page. */
  public String resolve(String relative) {
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    String rest = relative;
    while (rest.startsWith("../") && !folder.isEmpty()) {
      rest = rest.substring("../".length());
      folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
    }
    return folder + rest;
  }

  /** The prefix that leads from this page to the root of the site: {@code ../../}. */
  public String toRoot() {
    return "../".repeat(depthOf(path, 0));
  }

  private static int depthOf(String path, int from) {
    int depth = 0;
    for (int slash = path.indexOf('/', from); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      depth++;
    }
    return depth;
  }

  // The methods that Java makes for records cost a start about as much as reading the settings.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Permalink permalink && path.equals(permalink.path);
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }
}
