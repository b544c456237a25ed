package rahnamo.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rahnamo.site.Permalink;
import rahnamo.site.Site;
import rahnamo.text.Language;

/** Writes the pages that there are because of packs: where to get them, and what they lack. */
final class PackPages {

  /** Where readers get packs. */
  static final Permalink DOWNLOADS = new Permalink("packs/index.html");

  /** Downloads that browsers are asked to keep are not larger. */
  private static final long LARGEST_KEPT = 32 << 20;

  /** What the script of the page says, by the names that it knows. */
  private static final List<String> WORDS =
      List.of(
          "download",
          "check",
          "kept",
          "removed",
          "network",
          "space",
          "busy",
          "older",
          "forged",
          "damaged",
          "failed");

  /** Where apps lie, as seen from the page. */
  private static final String APPS = "../app/";

  private static final double MEBIBYTE = 1 << 20;

  private final Site site;
  private final Frames frames;
  private final PageHeads heads;
  private final PageWriter writer;

  PackPages(Site site, Frames frames, PageHeads heads, PageWriter writer) {
    this.site = site;
    this.frames = frames;
    this.heads = heads;
    this.writer = writer;
  }

  private static Permalink notice(Language language) {
    return new Permalink(language.folder() + "/not-in-pack.html");
  }

  /** The page to which a pack leads in the place of pages that it does not hold. */
  void notInPack(Language language) throws IOException {
    Permalink page = notice(language);
    String title = frames.strings(language).text("not-in-pack");
    var crumbs = new ArrayList<PageHead.Crumb>(heads.crumbs(page, language));
    crumbs.add(new PageHead.Crumb(title, Optional.empty()));
    var subject =
        new PageHeads.Subject(
            "not-in-pack", page, language, language, title, Optional.empty(), false);
    PageHead head = heads.of(subject, PackPages::notice, crumbs);
    var model = new ListModels.NotInPack(site.config().baseUrl());
    writer.write(page, new PageModel(model, head, frames.frame(page, language, "")));
  }

  /** The page on which readers choose a pack. */
  void downloads(Downloads all, Permalink script) throws IOException {
    List<Download> packs = all.packs();
    Language language = site.config().languages().get(0);
    String title = frames.strings(language).text("packs");
    var subject =
        new PageHeads.Subject(
            "packs", DOWNLOADS, language, language, title, Optional.empty(), false);
    PageHead head = heads.of(subject, other -> DOWNLOADS, List.of());
    List<ListModels.PackEdition> editions =
        site.config().languages().stream().map(l -> edition(l, all)).toList();
    var sums = new ArrayList<ListModels.PackSum>();
    packs.forEach(pack -> sums.add(new ListModels.PackSum(pack.file(), pack.digest())));
    packs.stream()
        .flatMap(pack -> pack.single().stream())
        .forEach(single -> sums.add(new ListModels.PackSum(single.file(), single.digest())));
    all.app().ifPresent(app -> sums.add(new ListModels.PackSum(app.file(), app.digest())));
    Optional<String> certificate = all.app().map(Downloads.App::certificate);
    String address = script.relativeTo(DOWNLOADS);
    var model = new ListModels.Packs(editions, sums, certificate, address, true);
    writer.write(DOWNLOADS, new PageModel(model, head, frames.frame(DOWNLOADS, language, "")));
  }

  /** The smallest pack first: what a reader of one language needs. */
  private ListModels.PackEdition edition(Language language, Downloads all) {
    List<Download> packs = all.packs();
    Strings words = frames.strings(language);
    List<ListModels.PackLink> links =
        packs.stream()
            .filter(pack -> pack.languages().contains(language))
            .sorted(Comparator.comparingInt(pack -> pack.languages().size()))
            .map(pack -> link(pack, language))
            .toList();
    Optional<ListModels.PackLink> single =
        packs.stream()
            .filter(pack -> pack.languages().equals(List.of(language)))
            .flatMap(pack -> pack.single().stream())
            .findFirst()
            .map(file -> single(file, language));
    String trust =
        all.publisher()
            .map(identity -> words.text("packs-signed", List.of(identity)))
            .orElseGet(() -> words.text("packs-unsigned"));
    return new ListModels.PackEdition(
        language.tag(),
        language.autonym(),
        words.text("packs-lead"),
        words.text("packs-how"),
        trust,
        links,
        single,
        words.text("single-file-how"),
        all.app().map(app -> app(app, words)),
        packs.stream()
            .filter(pack -> pack.languages().equals(List.of(language)))
            .filter(pack -> pack.size() <= LARGEST_KEPT)
            .findFirst()
            .map(pack -> kept(pack, words)));
  }

  private ListModels.PackLink link(Download pack, Language language) {
    Strings words = frames.strings(language);
    List<String> names = pack.languages().stream().map(Language::autonym).toList();
    String title = names.size() == 1 ? names.get(0) : words.text("packs-all");
    String files = Integer.toString(pack.files());
    String details = words.text("pack-size", List.of(megabytes(pack.size()), files));
    return new ListModels.PackLink(title, pack.file(), details);
  }

  private static ListModels.KeptPack kept(Download pack, Strings words) {
    return new ListModels.KeptPack(
        pack.id(),
        pack.file(),
        pack.unpacked(),
        words.text("keep"),
        words.text("keep-lead", List.of(megabytes(pack.size()), megabytes(pack.unpacked()))),
        words.text("keep-start"),
        words.text("keep-newer"),
        words.text("keep-remove"),
        WORDS.stream().map(name -> new ListModels.Word(name, words.text("keep-" + name))).toList());
  }

  private static ListModels.PackLink app(Downloads.App app, Strings words) {
    String details = words.text("app-size", List.of(megabytes(app.size())));
    return new ListModels.PackLink(words.text("app-file"), APPS + app.file(), details);
  }

  private ListModels.PackLink single(Download.Single file, Language language) {
    String details =
        frames.strings(language).text("single-file-size", List.of(megabytes(file.size())));
    return new ListModels.PackLink(language.autonym(), file.file(), details);
  }

  /** All languages of the site write a comma before tenths. */
  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", Math.max(0.1, bytes / MEBIBYTE)).replace('.', ',');
  }
}
