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
  void downloads(List<Download> packs, Optional<String> publisher) throws IOException {
    Language language = site.config().languages().get(0);
    String title = frames.strings(language).text("packs");
    var subject =
        new PageHeads.Subject(
            "packs", DOWNLOADS, language, language, title, Optional.empty(), false);
    PageHead head = heads.of(subject, other -> DOWNLOADS, List.of());
    List<ListModels.PackEdition> editions =
        site.config().languages().stream().map(l -> edition(l, packs, publisher)).toList();
    List<ListModels.PackSum> sums =
        packs.stream().map(pack -> new ListModels.PackSum(pack.file(), pack.digest())).toList();
    var model = new ListModels.Packs(editions, sums);
    writer.write(DOWNLOADS, new PageModel(model, head, frames.frame(DOWNLOADS, language, "")));
  }

  /** The smallest pack first: what a reader of one language needs. */
  private ListModels.PackEdition edition(
      Language language, List<Download> packs, Optional<String> publisher) {
    Strings words = frames.strings(language);
    List<ListModels.PackLink> links =
        packs.stream()
            .filter(pack -> pack.languages().contains(language))
            .sorted(Comparator.comparingInt(pack -> pack.languages().size()))
            .map(pack -> link(pack, language))
            .toList();
    String trust =
        publisher
            .map(identity -> words.text("packs-signed", List.of(identity)))
            .orElseGet(() -> words.text("packs-unsigned"));
    return new ListModels.PackEdition(
        language.tag(),
        language.autonym(),
        words.text("packs-lead"),
        words.text("packs-how"),
        trust,
        links);
  }

  private ListModels.PackLink link(Download pack, Language language) {
    Strings words = frames.strings(language);
    List<String> names = pack.languages().stream().map(Language::autonym).toList();
    String title = names.size() == 1 ? names.get(0) : words.text("packs-all");
    // All languages of the site write a comma before tenths.
    String size =
        String.format(Locale.ROOT, "%.1f", Math.max(0.1, pack.size() / MEBIBYTE)).replace('.', ',');
    String details = words.text("pack-size", List.of(size, Integer.toString(pack.files())));
    return new ListModels.PackLink(title, pack.file(), details);
  }
}
