package rahnamo.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import rahnamo.config.LocalizedText;
import rahnamo.parse.Contact;
import rahnamo.parse.ContactsReader;
import rahnamo.parse.FrontMatter;
import rahnamo.site.Edition;
import rahnamo.site.Entry;
import rahnamo.site.Permalink;
import rahnamo.site.Site;
import rahnamo.text.Alphabet;
import rahnamo.text.Language;

/** Writes the pages of one language that list others: front page, sections, tags, A–Z, contacts. */
final class ListPages {

  private static final int ON_FRONT_PAGE = 5;

  private final Site site;
  private final Edition edition;
  private final Language language;
  private final Frames frames;
  private final PageHeads heads;
  private final ArticlePages articles;
  private final BlockRenderer blocks;
  private final PageWriter writer;
  private final Optional<PageTexts> words;

  ListPages(
      Site site,
      Edition edition,
      Frames frames,
      PageHeads heads,
      ArticlePages articles,
      BlockRenderer blocks,
      PageWriter writer,
      Optional<PageTexts> words) {
    this.site = site;
    this.edition = edition;
    this.language = edition.language();
    this.frames = frames;
    this.heads = heads;
    this.articles = articles;
    this.blocks = blocks;
    this.writer = writer;
    this.words = words;
  }

  /** The front page: sections with their first articles, and what was published last. */
  void home() throws IOException {
    Permalink page = in("index.html");
    var sections = new ArrayList<ListModels.HomeSection>();
    for (Edition.Section section : edition.sections()) {
      List<Entry> first =
          section.entries().subList(0, Math.min(ON_FRONT_PAGE, section.entries().size()));
      sections.add(
          new ListModels.HomeSection(
              section.title(),
              section.index().flatMap(Entry::summary),
              section.permalink(language).relativeTo(page),
              frames.icon(section.slug()),
              section.entries().size(),
              items(first, page)));
    }
    Optional<ArticlePages.OwnText> own = own(edition.home(), page);
    String title = edition.home().map(Entry::title).orElse(frames.title(language));
    Optional<String> ownSummary = edition.home().flatMap(Entry::summary);
    Optional<LocalizedText> description = site.config().description();
    Optional<String> summary =
        ownSummary.or(() -> description.map(text -> frames.text(text, language)));
    Language summaryLanguage =
        ownSummary.isPresent()
            ? textLanguage(edition.home())
            : description.map(this::languageOf).orElse(language);
    var model =
        new ListModels.Home(
            sections,
            own.flatMap(ArticlePages.OwnText::body),
            items(latest(ON_FRONT_PAGE), page),
            summary,
            summaryLanguage.tag(),
            own.map(ArticlePages.OwnText::state),
            sources(edition.home()));
    write(
        "home",
        page,
        textLanguage(edition.home()),
        title,
        summary,
        model,
        "",
        l -> in(l, "index.html"));
  }

  /** The articles published last, in the readers' own language. */
  List<Entry> latest(int count) {
    var all = new ArrayList<Entry>();
    edition.sections().forEach(section -> all.addAll(section.entries()));
    return all.stream()
        .filter(entry -> !entry.isFallback() && published(entry).isPresent())
        .sorted(
            Comparator.comparing(
                    (Entry entry) -> published(entry).orElseThrow(), Comparator.reverseOrder())
                .thenComparing(entry -> entry.article().path()))
        .limit(count)
        .toList();
  }

  private static Optional<java.time.LocalDate> published(Entry entry) {
    return entry.shown().frontMatter().published();
  }

  /** The pages of a section. */
  void section(Edition.Section section) throws IOException {
    List<List<Entry>> pages = pages(section.entries());
    Optional<ArticlePages.OwnText> own = own(section.index(), section.permalink(language));
    for (int i = 0; i < pages.size(); i++) {
      Function<Integer, String> name = n -> n == 1 ? "index.html" : "page-" + n + ".html";
      Permalink page = in(section.slug() + "/" + name.apply(i + 1));
      boolean isFirst = i == 0;
      Optional<String> summary = section.index().flatMap(Entry::summary);
      var model =
          new ListModels.Section(
              isFirst ? summary : Optional.empty(),
              isFirst ? own.flatMap(ArticlePages.OwnText::body) : Optional.empty(),
              items(pages.get(i), page),
              pager(i + 1, pages.size(), name),
              isFirst ? own.map(ArticlePages.OwnText::state) : Optional.empty(),
              isFirst ? sources(section.index()) : List.of());
      write(
          "section",
          page,
          textLanguage(section.index()),
          section.title(),
          summary,
          model,
          section.slug(),
          l -> in(l, section.slug() + "/index.html"));
    }
  }

  /** The list of all tags. */
  void tags() throws IOException {
    Permalink page = in("tags/index.html");
    List<ListModels.TagLink> tags =
        edition.tags().stream()
            .map(
                tag ->
                    new ListModels.TagLink(
                        tag.title(),
                        tag.permalink(language).relativeTo(page),
                        tag.entries().size()))
            .toList();
    write(
        "tags",
        page,
        word("tags"),
        Optional.empty(),
        new ListModels.Tags(tags),
        "",
        ListPages::tagsIn);
  }

  private static Permalink tagsIn(Language language) {
    return in(language, "tags/index.html");
  }

  /** The pages of a tag. */
  void tag(Edition.Tag tag) throws IOException {
    List<List<Entry>> pages = pages(tag.entries());
    String base = tag.slug();
    for (int i = 0; i < pages.size(); i++) {
      Function<Integer, String> name = n -> n == 1 ? base + ".html" : base + ".page-" + n + ".html";
      Permalink page = in("tags/" + name.apply(i + 1));
      var model =
          new ListModels.TagPage(
              tag.title(), items(pages.get(i), page), pager(i + 1, pages.size(), name));
      var crumb =
          new PageHead.Crumb(word("tags"), Optional.of(in("tags/index.html").relativeTo(page)));
      write("tag", page, tag.title(), Optional.empty(), model, "", ListPages::tagsIn, crumb);
    }
  }

  /** All articles in the order of the language's own alphabet. */
  void aToZ() throws IOException {
    Permalink page = in("a-z.html");
    Alphabet alphabet = Alphabet.of(language);
    var entries = new ArrayList<Entry>();
    edition.sections().forEach(section -> entries.addAll(section.entries()));
    Map<String, Entry> sorted = new TreeMap<>();
    for (Entry entry : entries) {
      sorted.put(alphabet.sortKey(entry.title()) + "\u0000" + entry.article().path(), entry);
    }
    Map<String, List<ListItem>> byLetter = new LinkedHashMap<>();
    for (Entry entry : sorted.values()) {
      byLetter
          .computeIfAbsent(alphabet.indexLetter(entry.title()), letter -> new ArrayList<>())
          .add(ListItem.of(entry, page));
    }
    Map<String, String> ids = new LinkedHashMap<>();
    byLetter.keySet().forEach(letter -> ids.put(letter, "letter-" + (ids.size() + 1)));
    var letters = new ArrayList<ListModels.Letter>();
    byLetter.forEach(
        (letter, items) ->
            letters.add(new ListModels.Letter(letter, ids.getOrDefault(letter, ""), items)));
    var bar = new ArrayList<ListModels.LetterLink>();
    for (String letter : alphabet.letters()) {
      bar.add(new ListModels.LetterLink(letter, Optional.ofNullable(ids.get(letter))));
    }
    ids.forEach(
        (letter, id) -> {
          if (!alphabet.letters().contains(letter)) {
            bar.add(new ListModels.LetterLink(letter, Optional.of(id)));
          }
        });
    write(
        "az",
        page,
        word("az"),
        Optional.empty(),
        new ListModels.AtoZ(letters, bar),
        "",
        l -> in(l, "a-z.html"));
  }

  /** All contacts by kind. */
  void contacts() throws IOException {
    Permalink page = in("contacts.html");
    var groups = new ArrayList<ListModels.ContactGroup>();
    for (String kind : ContactsReader.KINDS) {
      var contacts = new ArrayList<ContactModel>();
      for (Contact contact : site.contacts().values()) {
        if (contact.kind().equals(kind)) {
          contacts.add(blocks.model(contact, language));
        }
      }
      if (!contacts.isEmpty()) {
        groups.add(new ListModels.ContactGroup(word("contact-kind-" + kind), kind, contacts));
      }
    }
    if (words.isPresent()) {
      List<ContactModel> all = groups.stream().flatMap(group -> group.contacts().stream()).toList();
      words.get().contacts(language, page, word("contacts"), all);
    }
    write(
        "contacts",
        page,
        word("contacts"),
        Optional.of(word("contacts-lead")),
        new ListModels.Contacts(groups),
        "",
        l -> in(l, "contacts.html"));
  }

  /** The alerts in force. */
  void alerts() throws IOException {
    Permalink page = in("alerts/index.html");
    var items = new ArrayList<ListModels.AlertItem>();
    for (Entry entry : edition.alerts()) {
      FrontMatter.Alert alert = entry.shown().frontMatter().alert().orElseThrow();
      items.add(
          new ListModels.AlertItem(
              entry.title(),
              entry.permalink().relativeTo(page),
              alert.severity().id(),
              entry.summary(),
              DateText.of(alert.starts(), language),
              DateText.of(alert.expires(), language)));
    }
    write(
        "alerts",
        page,
        word("alerts"),
        Optional.empty(),
        new ListModels.Alerts(items),
        "",
        l -> in(l, "alerts/index.html"));
  }

  /** The language of a page's own text, if it has one. */
  private Language textLanguage(Optional<Entry> text) {
    return text.map(Entry::textLanguage).orElse(language);
  }

  /** The language in which readers get a text of the configuration. */
  private Language languageOf(LocalizedText text) {
    Language found = text.in(site.config().chain(language)).orElseThrow().language();
    return language.writtenIn().equals(found) ? language : found;
  }

  private Optional<ArticlePages.OwnText> own(Optional<Entry> text, Permalink page)
      throws IOException {
    return text.isPresent() ? Optional.of(articles.ownText(text.get(), page)) : Optional.empty();
  }

  private List<ArticleModel.Source> sources(Optional<Entry> text) {
    return text.map(entry -> ArticlePages.sources(entry.shown().frontMatter(), language))
        .orElse(List.of());
  }

  private void write(
      String kind,
      Permalink page,
      String title,
      Optional<String> description,
      Record model,
      String section,
      Function<Language, Permalink> inLanguage,
      PageHead.Crumb... between)
      throws IOException {
    write(kind, page, language, title, description, model, section, inLanguage, between);
  }

  private void write(
      String kind,
      Permalink page,
      Language textLanguage,
      String title,
      Optional<String> description,
      Record model,
      String section,
      Function<Language, Permalink> inLanguage,
      PageHead.Crumb... between)
      throws IOException {
    var crumbs = new ArrayList<PageHead.Crumb>();
    if (!kind.equals("home")) {
      crumbs.addAll(heads.crumbs(page, language, between));
      crumbs.add(new PageHead.Crumb(title, Optional.empty()));
    }
    boolean isIndexed = page.equals(inLanguage.apply(language));
    var subject =
        new PageHeads.Subject(kind, page, language, textLanguage, title, description, isIndexed);
    PageHead head = heads.of(subject, inLanguage, crumbs);
    writer.write(page, new PageModel(model, head, frames.frame(page, language, section)));
  }

  private List<List<Entry>> pages(List<Entry> entries) {
    int size = site.config().pageSize();
    var pages = new ArrayList<List<Entry>>();
    for (int from = 0; from < entries.size(); from += size) {
      pages.add(entries.subList(from, Math.min(entries.size(), from + size)));
    }
    return pages.isEmpty() ? List.of(List.of()) : pages;
  }

  private static ListModels.Pager pager(int number, int total, Function<Integer, String> name) {
    return new ListModels.Pager(
        number,
        total,
        number > 1 ? Optional.of(name.apply(number - 1)) : Optional.empty(),
        number < total ? Optional.of(name.apply(number + 1)) : Optional.empty());
  }

  private static List<ListItem> items(List<Entry> entries, Permalink page) {
    return entries.stream().map(entry -> ListItem.of(entry, page)).toList();
  }

  private String word(String key) {
    return frames.strings(language).text(key);
  }

  private Permalink in(String path) {
    return in(language, path);
  }

  private static Permalink in(Language language, String path) {
    return new Permalink(language.folder() + "/" + path);
  }
}
