package rahnamo.render;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import rahnamo.site.Article;
import rahnamo.site.Edition;
import rahnamo.site.Entry;

/** Knows what stands beside each article in one language: before, after and related. Immutable. */
final class Neighbours {

  private static final int RELATED = 4;
  private static final int WINDOW = 6;

  private final IdentityHashMap<Article, Place> places = new IdentityHashMap<>();
  private final IdentityHashMap<Article, List<TagPlace>> tagPlaces = new IdentityHashMap<>();

  private record Place(Edition.Section section, int index) {}

  private record TagPlace(Edition.Tag tag, int index) {}

  Neighbours(Edition edition) {
    for (Edition.Section section : edition.sections()) {
      for (int i = 0; i < section.entries().size(); i++) {
        places.put(section.entries().get(i).article(), new Place(section, i));
      }
    }
    for (Edition.Tag tag : edition.tags()) {
      for (int i = 0; i < tag.entries().size(); i++) {
        Article article = tag.entries().get(i).article();
        tagPlaces.computeIfAbsent(article, a -> new ArrayList<>(4)).add(new TagPlace(tag, i));
      }
    }
  }

  Optional<Entry> previous(Article article) {
    return beside(article, -1);
  }

  Optional<Entry> next(Article article) {
    return beside(article, 1);
  }

  private Optional<Entry> beside(Article article, int step) {
    Place place = places.get(article);
    if (place == null) {
      return Optional.empty();
    }
    int index = place.index() + step;
    List<Entry> entries = place.section().entries();
    return index >= 0 && index < entries.size()
        ? Optional.of(entries.get(index))
        : Optional.empty();
  }

  /** The tags of an article. */
  List<Edition.Tag> tags(Article article) {
    return tagPlaces.getOrDefault(article, List.of()).stream().map(TagPlace::tag).toList();
  }

  /** Articles with the most tags in common, those near it in the tags' lists first. */
  @SuppressWarnings("ReferenceEquality") // there is one object for each article
  List<Entry> related(Article article) {
    var common = new IdentityHashMap<Article, Integer>(); // records hash all that is in them
    var related = new ArrayList<Entry>();
    List<TagPlace> own = tagPlaces.getOrDefault(article, List.of());
    for (TagPlace place : own) {
      List<Entry> entries = place.tag().entries();
      int from = Math.max(0, place.index() - WINDOW);
      int to = Math.min(entries.size(), place.index() + WINDOW + 1);
      for (Entry entry : entries.subList(from, to)) {
        boolean isOther = entry.article() != article;
        if (isOther && common.merge(entry.article(), 1, Integer::sum) == 1) {
          related.add(entry);
        }
      }
    }
    var nearest = new ArrayList<Entry>(RELATED);
    for (int tags = own.size(); tags > 0; tags--) { // a sort would take longer than all the rest
      for (Entry entry : related) {
        if (nearest.size() < RELATED && common.getOrDefault(entry.article(), 0) == tags) {
          nearest.add(entry);
        }
      }
    }
    return List.copyOf(nearest);
  }
}
