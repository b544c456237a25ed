package rahnamo.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import rahnamo.config.SiteConfig;
import rahnamo.parse.ArticleHeader;
import rahnamo.parse.FrontMatter;
import rahnamo.site.Article;
import rahnamo.site.Permalink;
import rahnamo.site.Site;
import rahnamo.text.Language;

/** Says of each page what every page says: titles, addresses, other languages, breadcrumbs. */
final class PageHeads {

  private final Site site;
  private final Frames frames;

  PageHeads(Site site, Frames frames) {
    this.site = site;
    this.frames = frames;
  }

  /**
   * What must be known of a page.
   *
   * @param kind the name of its layout
   * @param permalink its address
   * @param language the language of its readers
   * @param contentLanguage the language of its text
   * @param title its title
   * @param description one sentence
   * @param isIndexed whether search engines may list it
   */
  record Subject(
      String kind,
      Permalink permalink,
      Language language,
      Language contentLanguage,
      String title,
      Optional<String> description,
      boolean isIndexed) {}

  /** The head of a page that exists in each language at an address given by a function. */
  PageHead of(
      Subject subject, Function<Language, Permalink> inLanguage, List<PageHead.Crumb> crumbs) {
    List<PageHead.Alternate> alternates =
        subject.isIndexed() ? alternates(inLanguage, site.config().languages()) : List.of();
    return head(
        subject, alternates, switcher(subject, inLanguage, l -> true), crumbs, Optional.empty());
  }

  /** The head of a page that no search engine sees and that leads to no other language. */
  PageHead alone(Subject subject) {
    return head(subject, List.of(), List.of(), List.of(), Optional.empty());
  }

  /** The head of an article, standalone page or alert. */
  PageHead of(Subject subject, Article article, ArticleHeader shown, List<PageHead.Crumb> crumbs) {
    List<Language> translated =
        site.config().languages().stream().filter(l -> article.in(l).isPresent()).toList();
    List<PageHead.Alternate> alternates =
        subject.isIndexed() ? alternates(article::permalink, inForce(article)) : List.of();
    return head(
        subject,
        alternates,
        switcher(subject, article::permalink, translated::contains),
        crumbs,
        subject.isIndexed() ? Optional.of(jsonLd(subject, shown)) : Optional.empty());
  }

  /** The languages in which search engines may list an article. */
  List<Language> inForce(Article article) {
    return site.config().languages().stream()
        .filter(l -> article.in(l).filter(header -> !site.isExpired(header)).isPresent())
        .toList();
  }

  private PageHead head(
      Subject subject,
      List<PageHead.Alternate> alternates,
      List<PageHead.LanguageLink> languages,
      List<PageHead.Crumb> crumbs,
      Optional<TrustedHtml> jsonLd) {
    String siteTitle = frames.title(subject.language());
    String documentTitle =
        subject.title().equals(siteTitle) ? siteTitle : subject.title() + " — " + siteTitle;
    return new PageHead(
        subject.kind(),
        subject.contentLanguage().tag(),
        subject.title(),
        documentTitle,
        subject.description(),
        subject.permalink().path(),
        address(subject.permalink()),
        !subject.isIndexed(),
        alternates,
        languages,
        crumbs,
        new PageHead.OpenGraph(jsonLd.isPresent() ? "article" : "website", Optional.empty()),
        jsonLd);
  }

  /** The full address of a page, if the site has one. */
  Optional<String> address(Permalink permalink) {
    return site.config().baseUrl().map(base -> base + withoutIndex(permalink.path()));
  }

  private static String withoutIndex(String path) {
    return path.endsWith("index.html") ? path.substring(0, path.length() - 10) : path;
  }

  /** The same page in other languages, with the source language for everybody else. */
  List<PageHead.Alternate> alternates(
      Function<Language, Permalink> inLanguage, List<Language> languages) {
    SiteConfig config = site.config();
    if (config.baseUrl().isEmpty()) {
      return List.of();
    }
    var alternates = new ArrayList<PageHead.Alternate>(languages.size() + 1);
    for (Language language : languages) {
      String href = address(inLanguage.apply(language)).orElseThrow();
      alternates.add(new PageHead.Alternate(language.tag(), href));
    }
    Language other =
        languages.contains(config.sourceLanguage()) ? config.sourceLanguage() : languages.get(0);
    String href = address(inLanguage.apply(other)).orElseThrow();
    alternates.add(new PageHead.Alternate("x-default", href));
    return alternates;
  }

  private List<PageHead.LanguageLink> switcher(
      Subject subject,
      Function<Language, Permalink> inLanguage,
      java.util.function.Predicate<Language> isTranslated) {
    var links = new ArrayList<PageHead.LanguageLink>();
    for (Language language : site.config().languages()) {
      links.add(
          new PageHead.LanguageLink(
              language.tag(),
              language.autonym(),
              inLanguage.apply(language).relativeTo(subject.permalink()),
              language.equals(subject.language()),
              isTranslated.test(language)));
    }
    return links;
  }

  /** The first steps of the way to any page of a language. */
  List<PageHead.Crumb> crumbs(Permalink page, Language language, PageHead.Crumb... steps) {
    var crumbs = new ArrayList<PageHead.Crumb>();
    String home = new Permalink(language.folder() + "/index.html").relativeTo(page);
    crumbs.add(new PageHead.Crumb(frames.strings(language).text("home"), Optional.of(home)));
    crumbs.addAll(List.of(steps));
    return crumbs;
  }

  private TrustedHtml jsonLd(Subject subject, ArticleHeader shown) {
    FrontMatter frontMatter = shown.frontMatter();
    var json = new StringBuilder(256);
    json.append("{\"@context\":\"https://schema.org\",\"@type\":\"Article\"");
    property(json, "headline", Optional.of(subject.title()));
    property(json, "description", subject.description());
    property(json, "inLanguage", Optional.of(subject.contentLanguage().tag()));
    property(json, "datePublished", frontMatter.published().map(Object::toString));
    property(
        json,
        "dateModified",
        frontMatter.updated().or(frontMatter::verified).map(Object::toString));
    property(json, "url", address(subject.permalink()));
    site.config()
        .publisher()
        .ifPresent(
            publisher -> {
              json.append(",\"publisher\":{\"@type\":\"Organization\"");
              String name = frames.text(publisher.name(), subject.language());
              property(json, "name", Optional.of(name));
              property(json, "url", publisher.url());
              json.append('}');
            });
    return new TrustedHtml(json.append('}').toString());
  }

  private static void property(StringBuilder json, String name, Optional<String> value) {
    if (value.isPresent()) {
      json.append(",\"").append(name).append("\":");
      Json.string(value.get(), json);
    }
  }
}
