package rahnamo.site;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rahnamo.source.MediaFile;
import rahnamo.text.Language;

/**
 * Finds what a path of the content folder belongs to. Immutable.
 *
 * @param pages articles that have a page, by content path such as {@code ru/work/patent.md}
 * @param unusable content paths that exist but could not become a page, which was reported
 * @param unpublished content paths of drafts and of texts for other days
 * @param media paths such as {@code media/card.svg} with the size of pictures
 */
public record ContentIndex(
    Map<String, Page> pages,
    Set<String> unusable,
    Set<String> unpublished,
    Map<String, MediaFile> media) {

  /**
   * An article in one language.
   *
   * @param article the article
   * @param language the language of the text
   */
  public record Page(Article article, Language language) {}

  /**
   * A path that is written in a file, as a path below the content folder.
   *
   * @param from the content path of the file, such as {@code ru/rights/detention.md}
   * @param destination a relative path without anchor, such as {@code ../work/patent.md}
   * @return nothing if the path leads out of the content folder
   */
  public static Optional<String> resolve(String from, String destination) {
    var parts = new java.util.ArrayDeque<String>();
    int slash = from.lastIndexOf('/');
    if (slash >= 0) {
      parts.addAll(java.util.Arrays.asList(from.substring(0, slash).split("/")));
    }
    for (String part : destination.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!part.equals(".")) {
        parts.addLast(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }
}
