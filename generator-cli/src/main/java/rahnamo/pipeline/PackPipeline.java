package rahnamo.pipeline;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.pack.BuiltPack;
import rahnamo.pack.FormerPack;
import rahnamo.pack.PackSelection;
import rahnamo.publish.OutputFolder;
import rahnamo.render.Workers;
import rahnamo.site.PublicationRules;
import rahnamo.site.Site;
import rahnamo.text.Language;

/** Makes packs of a site that was built before, and puts them into a folder of their own. */
public final class PackPipeline {

  private final Request request;
  private final Workers workers;
  private final Diagnostics diagnostics;

  /**
   * What to pack. Immutable.
   *
   * @param content the content folder, for the site's configuration
   * @param output the built site
   * @param target where the packs go
   * @param languages the languages; none means the usual packs, of all languages and of each
   * @param sections the sections; none means all
   * @param rules the day
   * @param packs who signs, and the number
   * @param jobs how many threads work
   */
  public record Request(
      Path content,
      Path output,
      Path target,
      List<Language> languages,
      List<String> sections,
      PublicationRules rules,
      PackOptions packs,
      int jobs) {

    public Request {
      languages = List.copyOf(languages);
      sections = List.copyOf(sections);
    }
  }

  public PackPipeline(Request request, Diagnostics diagnostics) {
    this.request = request;
    this.workers = new Workers(request.jobs());
    this.diagnostics = diagnostics;
  }

  /** The site whose packs these are, or nothing if its content has mistakes. */
  public Optional<Site> site() throws IOException {
    Optional<SiteLoader.Loaded> loaded =
        new SiteLoader(request.rules(), workers, diagnostics).load(request.content());
    return diagnostics.hasErrors() ? Optional.empty() : loaded.map(SiteLoader.Loaded::site);
  }

  /** Makes the packs of a site; those that are too large are reported. */
  public List<BuiltPack> pack(Site site) throws IOException {
    var packs = new SitePacks(site, request.packs(), workers, request.jobs(), diagnostics);
    try (OutputFolder output = OutputFolder.open(request.output())) {
      SortedMap<String, Path> files = output.published();
      Files.createDirectories(request.target());
      List<Path> known = new ArrayList<>(files.values());
      try (Stream<Path> there = Files.list(request.target())) {
        there.sorted().forEach(known::add);
      }
      List<FormerPack> former = SitePacks.formerPacks(known);
      var built = new ArrayList<BuiltPack>();
      for (PackSelection selection : selections(packs, site)) {
        write(packs, selection, files, former).ifPresent(built::add);
      }
      return built;
    }
  }

  private List<PackSelection> selections(SitePacks packs, Site site) {
    if (request.languages().isEmpty() && request.sections().isEmpty()) {
      return packs.usualSelections();
    }
    List<Language> languages =
        site.config().languages().stream()
            .filter(l -> request.languages().isEmpty() || request.languages().contains(l))
            .toList();
    List<String> sections =
        site.config().sections().stream().filter(request.sections()::contains).toList();
    return List.of(packs.selection(languages, sections));
  }

  /** A pack appears under its name whole or not at all. */
  private Optional<BuiltPack> write(
      SitePacks packs,
      PackSelection selection,
      SortedMap<String, Path> files,
      List<FormerPack> former)
      throws IOException {
    Path part = request.target().resolve(selection.id() + ".part");
    try {
      Optional<BuiltPack> pack = packs.write(selection, files, former, part, request.target());
      if (pack.isPresent()) {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
        Files.move(part, request.target().resolve(pack.get().fileName()), ATOMIC_MOVE);
      }
      return pack;
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
