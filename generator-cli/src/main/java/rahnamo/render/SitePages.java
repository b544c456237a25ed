package rahnamo.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import rahnamo.parse.ArticleHeader;
import rahnamo.parse.FrontMatter;
import rahnamo.site.Article;
import rahnamo.site.Edition;
import rahnamo.site.Entry;
import rahnamo.site.Permalink;
import rahnamo.site.Site;
import rahnamo.text.Language;

/** Writes what the site has once: language choice, missing page, feeds, sitemap and the like. */
final class SitePages {

  private static final Permalink CHOOSER = new Permalink("index.html");
  private static final Permalink NOT_FOUND = new Permalink("404.html");

  private final Site site;
  private final Frames frames;
  private final PageHeads heads;
  private final PageWriter writer;

  SitePages(Site site, Frames frames, PageHeads heads, PageWriter writer) {
    this.site = site;
    this.frames = frames;
    this.heads = heads;
    this.writer = writer;
  }

  /** The page on which a reader chooses a language. */
  void chooser() throws IOException {
    Language language = firstLanguage();
    Optional<String> description =
        site.config().description().map(text -> frames.text(text, language));
    writer.write(CHOOSER, choice("chooser", CHOOSER, frames.title(language), description));
  }

  /**
   * The page for addresses that do not exist; its links begin at the root, wherever it is shown.
   */
  void notFound() throws IOException {
    String title = frames.strings(firstLanguage()).text("not-found");
    PageModel page = choice("not-found", NOT_FOUND, title, Optional.empty());
    String html = writer.text("layouts/not-found.ftlh", Map.of("page", page));
    String root = site.config().baseUrl().map(SitePages::pathOf).orElse("/");
    String anchored = html.replaceAll("(href|src|data-manifest)=\"(?![a-z]+:|#|/)", "$1=\"" + root);
    writer.write(NOT_FOUND, anchored.getBytes(StandardCharsets.UTF_8));
  }

  private static String pathOf(String baseUrl) {
    return baseUrl.replaceFirst("https?://[^/]+", "");
  }

  private PageModel choice(
      String kind, Permalink page, String title, Optional<String> description) {
    Language language = firstLanguage();
    boolean isIndexed = kind.equals("chooser");
    var subject =
        new PageHeads.Subject(kind, page, language, language, title, description, isIndexed);
    PageHead head = heads.of(subject, SitePages::home, List.of());
    return new PageModel(
        new ListModels.Chooser(choices(page)), head, frames.frame(page, language, ""));
  }

  private Language firstLanguage() {
    return site.config().languages().get(0);
  }

  private static Permalink home(Language language) {
    return new Permalink(language.folder() + "/index.html");
  }

  private List<ListModels.Choice> choices(Permalink page) {
    var choices = new ArrayList<ListModels.Choice>();
    for (Language language : site.config().languages()) {
      choices.add(
          new ListModels.Choice(
              language.tag(),
              language.autonym(),
              home(language).relativeTo(page),
              frames.title(language),
              frames.strings(language).text("chooser-greeting")));
    }
    return choices;
  }

  /** A page that leads from a former address to the present one. */
  void redirect(Site.Redirect redirect) throws IOException {
    Language language = redirect.language();
    var subject =
        new PageHeads.Subject(
            "redirect",
            redirect.from(),
            language,
            language,
            redirect.title(),
            Optional.empty(),
            false);
    Article article = redirect.article();
    ArticleHeader shown = article.in(language).orElseThrow();
    PageHead head = heads.of(subject, article, shown, List.of());
    PageHead withTarget =
        new PageHead(
            head.kind(),
            head.contentLang(),
            head.title(),
            head.documentTitle(),
            head.description(),
            head.path(),
            heads.address(redirect.to()),
            true,
            List.of(),
            head.languages(),
            List.of(),
            head.openGraph(),
            Optional.empty());
    var model = new ListModels.Redirect(redirect.to().relativeTo(redirect.from()));
    writer.write(
        redirect.from(),
        new PageModel(model, withTarget, frames.frame(redirect.from(), language, "")));
  }

  /** An entry of a feed. */
  record FeedEntry(
      String title,
      String id,
      String href,
      String updated,
      String published,
      Optional<String> summary) {}

  /** The feed of a language. */
  record Feed(
      String lang,
      String title,
      String id,
      String self,
      String home,
      String updated,
      List<FeedEntry> entries) {}

  /** The Atom feed of a language, if the site has an address. */
  void feed(Edition edition, ListPages lists) throws IOException {
    if (site.config().baseUrl().isEmpty()) {
      return;
    }
    Language language = edition.language();
    var permalink = new Permalink(language.folder() + "/feed.xml");
    List<FeedEntry> entries =
        lists.latest(site.config().feedSize()).stream().map(this::feedEntry).toList();
    String self = address(permalink);
    String updated =
        entries.stream()
            .map(FeedEntry::updated)
            .max(String::compareTo)
            .orElse(instant(site.lastChange()));
    var feed =
        new Feed(
            language.tag(),
            frames.title(language),
            self,
            self,
            address(home(language)),
            updated,
            entries);
    writer.write(permalink, "layouts/feed.ftlx", Map.of("feed", feed));
  }

  private FeedEntry feedEntry(Entry entry) {
    FrontMatter frontMatter = entry.shown().frontMatter();
    String address = address(entry.permalink());
    LocalDate published = frontMatter.published().orElseThrow(); // else it is not among the latest
    return new FeedEntry(
        entry.title(),
        address,
        address,
        instant(frontMatter.updated().orElse(published)),
        instant(published),
        entry.summary());
  }

  private static String instant(LocalDate date) {
    return date + "T00:00:00Z";
  }

  private String address(Permalink permalink) {
    return heads.address(permalink).orElseThrow();
  }

  /** A page in the sitemap. */
  record SitemapUrl(String loc, Optional<String> lastmod, List<PageHead.Alternate> alternates) {}

  /** All pages for search engines. */
  record Sitemap(List<SitemapUrl> urls) {}

  /** The sitemap with all languages of each page, and the robots file that names it. */
  void sitemap() throws IOException {
    String robots = "User-agent: *\nAllow: /\n";
    if (site.config().baseUrl().isPresent()) {
      var permalink = new Permalink("sitemap.xml");
      writer.write(permalink, "layouts/sitemap.ftlx", Map.of("sitemap", new Sitemap(urls())));
      robots += "Sitemap: " + address(permalink) + "\n";
    }
    writer.write(new Permalink("robots.txt"), robots.getBytes(StandardCharsets.UTF_8));
  }

  /** Made one by one while the template runs, since a large site has tens of thousands. */
  private List<SitemapUrl> urls() {
    var urls = new ArrayList<java.util.function.Supplier<SitemapUrl>>();
    List<Language> languages = site.config().languages();
    urls.add(() -> url(CHOOSER, Optional.empty(), l -> CHOOSER, List.of()));
    for (String list : List.of("index.html", "a-z.html", "contacts.html")) {
      addLists(urls, list, languages);
    }
    for (String section : site.config().sections()) {
      addLists(urls, section + "/index.html", languages);
    }
    List.of(site.articles(), site.standalone(), site.alerts())
        .forEach(articles -> articles.forEach(article -> addArticle(urls, article)));
    return new AbstractList<>() {
      @Override
      public SitemapUrl get(int index) {
        return urls.get(index).get();
      }

      @Override
      public int size() {
        return urls.size();
      }
    };
  }

  private void addLists(
      List<java.util.function.Supplier<SitemapUrl>> urls, String path, List<Language> languages) {
    Function<Language, Permalink> in = l -> new Permalink(l.folder() + "/" + path);
    for (Language language : languages) {
      urls.add(() -> url(in.apply(language), Optional.empty(), in, languages));
    }
  }

  private void addArticle(List<java.util.function.Supplier<SitemapUrl>> urls, Article article) {
    List<Language> translated = heads.inForce(article);
    for (Language language : translated) {
      ArticleHeader header = article.in(language).orElseThrow();
      Optional<String> changed =
          header
              .frontMatter()
              .updated()
              .or(header.frontMatter()::verified)
              .or(header.frontMatter()::published)
              .map(LocalDate::toString);
      urls.add(() -> url(article.permalink(language), changed, article::permalink, translated));
    }
  }

  private SitemapUrl url(
      Permalink permalink,
      Optional<String> changed,
      Function<Language, Permalink> inLanguage,
      List<Language> languages) {
    List<PageHead.Alternate> alternates =
        languages.isEmpty() ? List.of() : heads.alternates(inLanguage, languages);
    return new SitemapUrl(address(permalink), changed, alternates);
  }

  /** What a phone needs to put the site on its home screen. */
  void manifest(Permalink icon) throws IOException {
    Language language = firstLanguage();
    String name = frames.title(language);
    String filled =
        String.format(
            Locale.ROOT,
            "{\"name\":%1$s,\"short_name\":%1$s,\"lang\":%2$s,\"start_url\":\"index.html\","
                + "\"scope\":\"./\",\"display\":\"minimal-ui\",\"background_color\":\"#ffffff\","
                + "\"theme_color\":\"#0f5c63\",\"icons\":[{\"src\":%3$s,\"sizes\":\"any\","
                + "\"type\":\"image/svg+xml\"}]}\n",
            Json.string(name),
            Json.string(language.tag()),
            Json.string(icon.path()));
    writer.write(new Permalink("manifest.webmanifest"), filled.getBytes(StandardCharsets.UTF_8));
  }
}
