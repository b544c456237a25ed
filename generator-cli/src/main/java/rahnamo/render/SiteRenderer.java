package rahnamo.render;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.site.Article;
import rahnamo.site.Edition;
import rahnamo.site.Permalink;
import rahnamo.site.Site;
import rahnamo.source.MediaFile;
import rahnamo.source.UnreadableMediaException;
import rahnamo.text.Language;

/** Makes all pages and files of a site from its articles and a theme. */
public final class SiteRenderer {

  private final Theme theme;
  private final Optional<TextSink> search;
  private final boolean hasPacks;
  private final Workers workers;
  private final Diagnostics diagnostics;

  /**
   * @param overlay a folder whose files come before those of the default theme
   * @param search takes what readers may search; without it there is no search page
   * @param hasPacks whether there are packs to take along
   * @param workers runs the work
   */
  public SiteRenderer(
      Optional<Path> overlay,
      Optional<TextSink> search,
      boolean hasPacks,
      Workers workers,
      Diagnostics diagnostics) {
    this.theme = new Theme(overlay);
    this.search = search;
    this.hasPacks = hasPacks;
    this.workers = workers;
    this.diagnostics = diagnostics;
  }

  /** Makes every page and gives it to the sink; mistakes in bodies and templates are reported. */
  public void render(Site site, PageSink sink) throws IOException {
    Assets assets = Assets.load(theme, search.isPresent(), diagnostics);
    Map<Language, Strings> strings = Strings.load(theme, site.config().languages(), diagnostics);
    var frames = new Frames(site, assets, strings, hasPacks);
    var heads = new PageHeads(site, frames);
    var writer = new PageWriter(theme, sink, diagnostics);
    var blocks = new BlockRenderer(site, frames, writer, diagnostics);
    var anchors = new AnchorCheck();
    var bodies = new BodyAssembler(blocks, diagnostics);
    Optional<PageTexts> words = search.map(texts -> new PageTexts(blocks, texts));
    var articles =
        new ArticlePages(site, frames, heads, bodies, writer, anchors, words, diagnostics);
    var pages = new SitePages(site, frames, heads, writer);
    var tasks = new ArrayList<Workers.Task>();
    addSitePages(tasks, site, pages, assets, writer);
    for (Edition edition : site.editions().values()) {
      var lists = new ListPages(site, edition, frames, heads, articles, blocks, writer, words);
      addListPages(tasks, edition, lists, pages);
      if (search.isPresent()) {
        var page = new SearchPage(site, edition, frames, heads, blocks, writer);
        tasks.add(page::write);
      }
    }
    if (hasPacks) {
      var packs = new PackPages(site, frames, heads, writer);
      site.config().languages().forEach(l -> tasks.add(() -> packs.notInPack(l)));
    }
    for (Article article : articlesOf(site)) {
      tasks.add(() -> articles.write(article));
    }
    for (MediaFile media : site.contentIndex().media().values()) {
      tasks.add(() -> writeMedia(media, site, writer));
    }
    workers.run(tasks);
    anchors.report(diagnostics);
    new BudgetCheck(site.config().budgets(), diagnostics).check(assets, articles, site);
  }

  /**
   * Makes the page on which readers choose a pack, and the scripts that keep one in a browser, when
   * the packs of a rendered site are there.
   */
  public void renderDownloads(Site site, Downloads downloads, PageSink sink) throws IOException {
    Assets assets = Assets.load(theme, search.isPresent(), diagnostics);
    Map<Language, Strings> strings = Strings.load(theme, site.config().languages(), diagnostics);
    var frames = new Frames(site, assets, strings, hasPacks);
    var writer = new PageWriter(theme, sink, diagnostics);
    OfflineScripts scripts = OfflineScripts.load(theme, downloads.publisher(), diagnostics);
    scripts.writeTo(writer);
    new PackPages(site, frames, new PageHeads(site, frames), writer)
        .downloads(downloads, scripts.page());
  }

  private static void addSitePages(
      List<Workers.Task> tasks, Site site, SitePages pages, Assets assets, PageWriter writer) {
    tasks.add(pages::sitemap); // the longest, so it begins first
    tasks.add(pages::chooser);
    tasks.add(pages::notFound);
    tasks.add(() -> pages.manifest(assets.favicon()));
    site.redirects().forEach(redirect -> tasks.add(() -> pages.redirect(redirect)));
    assets.files().forEach((permalink, bytes) -> tasks.add(() -> writer.write(permalink, bytes)));
  }

  private static void addListPages(
      List<Workers.Task> tasks, Edition edition, ListPages lists, SitePages pages) {
    tasks.add(lists::aToZ);
    tasks.add(lists::home);
    tasks.add(lists::tags);
    tasks.add(lists::contacts);
    tasks.add(lists::alerts);
    tasks.add(() -> pages.feed(edition, lists));
    edition.sections().forEach(section -> tasks.add(() -> lists.section(section)));
    edition.tags().forEach(tag -> tasks.add(() -> lists.tag(tag)));
  }

  private static List<Article> articlesOf(Site site) {
    var all = new ArrayList<Article>(site.articles());
    all.addAll(site.standalone());
    all.addAll(site.alerts());
    return all;
  }

  private void writeMedia(MediaFile media, Site site, PageWriter writer) throws IOException {
    try {
      byte[] bytes = new MediaRenderer().render(media, site.config().images());
      writer.write(new Permalink(media.file().path()), bytes);
    } catch (UnreadableMediaException e) {
      diagnostics.report(e.diagnostic(media.file(), media.type()));
    }
  }
}
