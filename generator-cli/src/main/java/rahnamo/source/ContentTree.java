package rahnamo.source;

import java.util.List;
import java.util.Optional;

/**
 * All files of a content folder by what they are for, each list sorted by path. Immutable.
 *
 * @param siteConfig {@code site.yml}
 * @param articles Markdown files in the folders of languages
 * @param data YAML files in {@code data/}
 * @param media pictures and sound in {@code media/}
 * @param statics files in {@code static/}, copied as they are
 */
public record ContentTree(
    Optional<ContentFile> siteConfig,
    List<ContentFile> articles,
    List<ContentFile> data,
    List<ContentFile> media,
    List<ContentFile> statics) {

  public ContentTree {
    articles = List.copyOf(articles);
    data = List.copyOf(data);
    media = List.copyOf(media);
    statics = List.copyOf(statics);
  }
}
