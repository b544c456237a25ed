package rahnamo.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rahnamo.parse.Contact;
import rahnamo.site.Edition;
import rahnamo.site.Permalink;
import rahnamo.site.Site;
import rahnamo.text.Language;

/** Writes the page of one language on which readers search. */
final class SearchPage {

  /** What to call if nothing is found; more would hide the links beside them. */
  private static final int LINES = 3;

  private final Site site;
  private final Language language;
  private final Frames frames;
  private final PageHeads heads;
  private final BlockRenderer blocks;
  private final PageWriter writer;

  SearchPage(
      Site site,
      Edition edition,
      Frames frames,
      PageHeads heads,
      BlockRenderer blocks,
      PageWriter writer) {
    this.site = site;
    this.language = edition.language();
    this.frames = frames;
    this.heads = heads;
    this.blocks = blocks;
    this.writer = writer;
  }

  /**
   * What a search page knows.
   *
   * @param folder the language as folders and indexes name it
   * @param index the address of the folder with the language's index
   * @param also a second language to search in
   * @param lines whom to call if nothing is found
   * @param base what addresses of results begin with
   * @param place the address of the page itself, if another one holds it
   */
  record Model(
      String folder,
      String index,
      Optional<Also> also,
      List<ContactModel> lines,
      String base,
      String place) {}

  /**
   * A second language.
   *
   * @param tag its name for machines
   * @param folder its name in paths
   * @param name its own name
   * @param index the address of the folder with its index
   * @param base the address of the folder with its pages
   */
  record Also(String tag, String folder, String name, String index, String base) {}

  /** The address of the page. */
  static Permalink permalink(Language language) {
    return new Permalink(language.folder() + "/search.html");
  }

  void write() throws IOException {
    Permalink page = permalink(language);
    String title = frames.strings(language).text("search");
    var crumbs = new ArrayList<PageHead.Crumb>(heads.crumbs(page, language));
    crumbs.add(new PageHead.Crumb(title, Optional.empty()));
    var subject =
        new PageHeads.Subject("search", page, language, language, title, Optional.empty(), false);
    PageHead head = heads.of(subject, SearchPage::permalink, crumbs);
    var model =
        new Model(
            language.folder(), index(language), also(), lines(blocks, site, language), "", "");
    writer.write(page, new PageModel(model, head, frames.frame(page, language, "")));
  }

  private static String index(Language language) {
    return "../search/" + language.folder() + "/";
  }

  /** The language in which most is written, for readers who know it too. */
  private Optional<Also> also() {
    Language source = site.config().sourceLanguage();
    return source.equals(language)
        ? Optional.empty()
        : Optional.of(
            new Also(
                source.tag(),
                source.folder(),
                source.autonym(),
                index(source),
                "../" + source.folder() + "/"));
  }

  /** Whom to call if nothing is found. */
  static List<ContactModel> lines(BlockRenderer blocks, Site site, Language language) {
    List<ContactModel> lines = new ArrayList<>();
    for (Contact contact : contacts(site, "emergency", 1)) {
      lines.add(blocks.model(contact, language));
    }
    for (Contact contact : contacts(site, "hotline", LINES - lines.size())) {
      lines.add(blocks.model(contact, language));
    }
    return lines;
  }

  private static List<Contact> contacts(Site site, String kind, int count) {
    return site.contacts().values().stream()
        .filter(contact -> contact.kind().equals(kind) && !contact.phones().isEmpty())
        .limit(count)
        .toList();
  }
}
