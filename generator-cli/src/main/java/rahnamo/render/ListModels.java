package rahnamo.render;

import java.util.List;
import java.util.Optional;

/** What only pages without an article of their own have. */
final class ListModels {

  private ListModels() {}

  /** The page of a language choice or a missing page. */
  record Chooser(List<Choice> choices) {}

  /** One language to choose. */
  record Choice(String tag, String name, String href, String title, String greeting) {}

  /**
   * A front page.
   *
   * @param summaryLang the language of the summary, which may be the site's own description
   * @param state what readers must know of the page's own text
   * @param sources where its facts come from
   */
  record Home(
      List<HomeSection> sections,
      Optional<TrustedHtml> body,
      List<ListItem> latest,
      Optional<String> summary,
      String summaryLang,
      Optional<TextState> state,
      List<ArticleModel.Source> sources) {}

  /** A section on the front page, with its first articles. */
  record HomeSection(
      String title,
      Optional<String> summary,
      String href,
      String icon,
      int count,
      List<ListItem> articles) {}

  /** A page of a section's list. */
  record Section(
      Optional<String> summary,
      Optional<TrustedHtml> body,
      List<ListItem> items,
      Pager pager,
      Optional<TextState> state,
      List<ArticleModel.Source> sources) {}

  /** A page of a tag's list. */
  record TagPage(String tag, List<ListItem> items, Pager pager) {}

  /** All tags. */
  record Tags(List<TagLink> tags) {}

  /** A tag with the number of its articles. */
  record TagLink(String title, String href, int count) {}

  /** The way through a list of several pages. */
  record Pager(int number, int total, Optional<String> previous, Optional<String> next) {}

  /** The list of all articles by their first letter. */
  record AtoZ(List<Letter> letters, List<LetterLink> alphabet) {}

  /** A letter with its articles. */
  record Letter(String letter, String id, List<ListItem> items) {}

  /** A letter in the bar; without an id if no article begins with it. */
  record LetterLink(String letter, Optional<String> id) {}

  /** All contacts. */
  record Contacts(List<ContactGroup> groups) {}

  /** The contacts of one kind. */
  record ContactGroup(String title, String id, List<ContactModel> contacts) {}

  /** Alerts in force. */
  record Alerts(List<AlertItem> items) {}

  /** An alert in the list. */
  record AlertItem(
      String title,
      String href,
      String severity,
      Optional<String> summary,
      DateText starts,
      DateText expires) {}

  /**
   * The packs to take along.
   *
   * @param certificate the SHA-256 of the app's certificate, if there is an app
   * @param script the address of the script that keeps one in the browser
   * @param worker the page may start the program that does so
   */
  record Packs(
      List<PackEdition> editions,
      List<PackSum> sums,
      Optional<String> certificate,
      String script,
      boolean worker) {}

  /**
   * The packs that readers of one language can use, and what to do with them, in their language.
   */
  record PackEdition(
      String tag,
      String name,
      String lead,
      String how,
      String trust,
      List<PackLink> packs,
      Optional<PackLink> single,
      String singleHow,
      Optional<PackLink> app,
      Optional<KeptPack> keep) {}

  /**
   * A pack that browsers can keep.
   *
   * @param bytes what it takes in the browser
   * @param words what the page says while the browser works, by their names
   */
  record KeptPack(
      String id,
      String file,
      long bytes,
      String title,
      String lead,
      String keep,
      String newer,
      String remove,
      List<Word> words) {}

  /** A text for a script. */
  record Word(String name, String text) {}

  /** A pack, or the app that reads packs. */
  record PackLink(String title, String href, String details) {}

  /** The digest of a file, for those who compare it. */
  record PackSum(String file, String digest) {}

  /** What a pack shows in the place of what it does not hold. */
  record NotInPack(Optional<String> address) {}

  /** A former address. */
  record Redirect(String target) {}
}
