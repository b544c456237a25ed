package rahnamo.render;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import rahnamo.config.LocalizedText;
import rahnamo.config.SiteConfig;
import rahnamo.parse.Contact;
import rahnamo.parse.FrontMatter;
import rahnamo.site.Edition;
import rahnamo.site.Entry;
import rahnamo.site.Permalink;
import rahnamo.site.Site;
import rahnamo.text.Language;

/** Makes the frames of pages and keeps them, one for each language and folder. Safe for threads. */
final class Frames {

  /**
   * Nothing may be loaded but the site's own files and the icons in its style sheet, and no script
   * or style stands in a page.
   */
  private static final String CSP =
      "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'self'; script-src 'self';"
          + " manifest-src 'self'; base-uri 'none'; form-action 'none'";

  private final Site site;
  private final Assets assets;
  private final Map<Language, Strings> strings;
  private final boolean hasPacks;
  private final TemplateModel icons;
  private final LocalDate lastChange;
  private final Map<String, PageFrame> frames = new ConcurrentHashMap<>();

  Frames(Site site, Assets assets, Map<Language, Strings> strings, boolean hasPacks) {
    this.site = site;
    this.assets = assets;
    this.strings = strings;
    this.hasPacks = hasPacks;
    this.icons = RecordWrapper.wrapOnce(assets.icons());
    this.lastChange = site.lastChange();
  }

  Strings strings(Language language) {
    return strings.getOrDefault(language, strings.values().iterator().next());
  }

  /** The frame of a page in a language; `section` is its section's slug, or empty. */
  PageFrame frame(Permalink page, Language language, String section) {
    String folder = page.path().substring(0, page.path().lastIndexOf('/') + 1);
    return frames.computeIfAbsent(
        folder + "|" + language.tag() + "|" + section, key -> make(page, language, section));
  }

  private PageFrame make(Permalink page, Language language, String section) {
    Map<String, Object> values = new HashMap<>(words(language));
    Edition edition = site.edition(language);
    values.put("lang", language.tag());
    values.put("root", page.toRoot());
    values.put("site", masthead(page, language));
    values.put(
        "nav", edition.sections().stream().map(s -> nav(s, page, language, section)).toList());
    values.put("links", links(page, language));
    values.put("pages", edition.standalone().stream().map(e -> titled(e, page)).toList());
    values.put("emergency", emergency(language));
    values.put("alerts", edition.alerts().stream().map(e -> banner(e, page)).toList());
    values.put("assets", assetLinks(page));
    values.put("changed", DateText.of(lastChange, language));
    values.put("csp", CSP);
    return PageFrame.of(values);
  }

  /** What pages and typed blocks both need: the interface's words and the icons. */
  Map<String, Object> words(Language language) {
    Strings words = strings(language);
    Map<String, Object> values = new HashMap<>();
    values.put("lang", language.tag());
    values.put("t", RecordWrapper.wrapOnce(words.all()));
    values.put("tr", (TemplateMethodModelEx) arguments -> translated(words, arguments));
    values.put("plural", (TemplateMethodModelEx) arguments -> plural(words, arguments));
    values.put("icons", icons);
    return values;
  }

  private static SimpleScalar translated(Strings words, List<?> arguments)
      throws TemplateModelException {
    if (arguments.isEmpty()) {
      throw new TemplateModelException("tr takes a key and texts");
    }
    List<String> values = new java.util.ArrayList<>();
    for (Object argument : arguments) {
      values.add(asText(argument));
    }
    return new SimpleScalar(words.text(values.get(0), values.subList(1, values.size())));
  }

  private static SimpleScalar plural(Strings words, List<?> arguments)
      throws TemplateModelException {
    if (arguments.size() != 2 || !(arguments.get(1) instanceof TemplateNumberModel number)) {
      throw new TemplateModelException("plural takes a key and a number");
    }
    long count = number.getAsNumber().longValue();
    return new SimpleScalar(words.plural(asText(arguments.get(0)), count));
  }

  private static String asText(Object argument) throws TemplateModelException {
    if (argument instanceof TemplateNumberModel number) {
      return number.getAsNumber().toString();
    }
    if (argument instanceof TemplateScalarModel scalar) {
      return scalar.getAsString();
    }
    throw new TemplateModelException("tr and plural take text and numbers only");
  }

  private PageFrame.Masthead masthead(Permalink page, Language language) {
    SiteConfig config = site.config();
    return new PageFrame.Masthead(
        title(language),
        config.description().map(text -> text(text, language)),
        new Permalink(language.folder() + "/index.html").relativeTo(page),
        new Permalink("index.html").relativeTo(page),
        config.baseUrl().map(u -> new Permalink(language.folder() + "/feed.xml").relativeTo(page)),
        new Permalink("manifest.webmanifest").relativeTo(page),
        config.publisher().map(p -> new PageFrame.Publisher(text(p.name(), language), p.url())));
  }

  private boolean hasSearch() {
    return !assets.search().isEmpty();
  }

  /** The name of the site in a language. */
  String title(Language language) {
    return text(site.config().title(), language);
  }

  /** A short text in the language of readers, or the nearest they may know. */
  String text(LocalizedText text, Language language) {
    return site.config().text(text, language);
  }

  private PageFrame.NavLink nav(
      Edition.Section section, Permalink page, Language language, String current) {
    return new PageFrame.NavLink(
        section.title(),
        section.permalink(language).relativeTo(page),
        section.slug().equals(current),
        icon(section.slug()));
  }

  /** The icon of a section: the theme's drawing of its name, or a book. */
  String icon(String section) {
    return assets.icons().containsKey(section) ? section : "book";
  }

  private PageFrame.Links links(Permalink page, Language language) {
    String folder = language.folder() + "/";
    return new PageFrame.Links(
        new Permalink(folder + "a-z.html").relativeTo(page),
        new Permalink(folder + "contacts.html").relativeTo(page),
        new Permalink(folder + "tags/index.html").relativeTo(page),
        new Permalink(folder + "alerts/index.html").relativeTo(page),
        hasSearch()
            ? Optional.of(SearchPage.permalink(language).relativeTo(page))
            : Optional.empty(),
        hasPacks ? Optional.of(PackPages.DOWNLOADS.relativeTo(page)) : Optional.empty());
  }

  private static PageFrame.TitledLink titled(Entry entry, Permalink page) {
    return new PageFrame.TitledLink(entry.title(), entry.permalink().relativeTo(page));
  }

  private List<PageFrame.EmergencyCall> emergency(Language language) {
    return site.config().emergency().stream()
        .map(called -> Optional.ofNullable(site.contacts().get(called.id())))
        .flatMap(Optional::stream)
        .filter(contact -> !contact.phones().isEmpty())
        .map(contact -> call(contact, language))
        .toList();
  }

  private PageFrame.EmergencyCall call(Contact contact, Language language) {
    ContactModel.Phone phone = ContactModel.Phone.of(contact.phones().get(0));
    return new PageFrame.EmergencyCall(text(contact.name(), language), phone.number(), phone.tel());
  }

  private static PageFrame.AlertBanner banner(Entry entry, Permalink page) {
    FrontMatter.Alert alert = entry.shown().frontMatter().alert().orElseThrow();
    return new PageFrame.AlertBanner(
        entry.title(),
        entry.permalink().relativeTo(page),
        alert.severity().id(),
        entry.summary(),
        DateText.of(alert.starts(), entry.language()),
        DateText.of(alert.expires(), entry.language()));
  }

  private PageFrame.AssetLinks assetLinks(Permalink page) {
    return new PageFrame.AssetLinks(
        assets.style().relativeTo(page),
        assets.script().relativeTo(page),
        assets.search().stream().map(script -> script.relativeTo(page)).toList(),
        assets.favicon().relativeTo(page));
  }
}
