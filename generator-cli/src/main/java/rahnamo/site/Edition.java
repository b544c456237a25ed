package rahnamo.site;

import java.util.List;
import java.util.Optional;
import rahnamo.text.Language;

/**
 * The site as readers of one language get it. Immutable.
 *
 * @param language their language
 * @param home the front page's own text
 * @param sections the sections in the order of the site
 * @param standalone pages outside the sections, sorted by path
 * @param alerts alerts in force, the most urgent first
 * @param tags the tags of articles in this language, in its alphabet
 */
public record Edition(
    Language language,
    Optional<Entry> home,
    List<Section> sections,
    List<Entry> standalone,
    List<Entry> alerts,
    List<Tag> tags) {

  /**
   * A section in one language.
   *
   * @param slug its folder
   * @param title its title
   * @param index the text of its {@code _index.md}
   * @param entries its articles in their order, without expired ones
   */
  public record Section(String slug, String title, Optional<Entry> index, List<Entry> entries) {

    /** Its first page. */
    public Permalink permalink(Language language) {
      return new Permalink(language.folder() + "/" + slug + "/index.html");
    }
  }

  /**
   * A tag in one language.
   *
   * @param title the tag as written
   * @param slug its address
   * @param entries its articles in the order of the site
   */
  public record Tag(String title, String slug, List<Entry> entries) {

    /** The first page of its list. */
    public Permalink permalink(Language language) {
      return new Permalink(language.folder() + "/tags/" + slug + ".html");
    }
  }
}
