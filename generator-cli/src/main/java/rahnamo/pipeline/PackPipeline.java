package rahnamo.pipeline;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import rahnamo.config.SiteConfig;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.pack.BuiltPack;
import rahnamo.pack.FormerPack;
import rahnamo.pack.KeyException;
import rahnamo.pack.PackSelection;
import rahnamo.pack.format.InvalidPackException;
import rahnamo.pack.format.PackVersion;
import rahnamo.publish.OutputFolder;
import rahnamo.render.Workers;
import rahnamo.site.PublicationRules;
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
   * @param templates a folder whose files come before those of the default theme
   * @param languages the languages; none means the usual packs, of all languages and of each
   * @param sections the sections; none means all
   * @param since earlier packs, verified, for which there are to be delta packs too; if there are
   *     any, only packs of their series are made
   * @param rules the day
   * @param packs who signs, and the number
   * @param jobs how many threads work
   */
  public record Request(
      Path content,
      Path output,
      Path target,
      Optional<Path> templates,
      List<Language> languages,
      List<String> sections,
      List<Path> since,
      PublicationRules rules,
      PackOptions packs,
      int jobs) {

    public Request {
      languages = List.copyOf(languages);
      sections = List.copyOf(sections);
      since = List.copyOf(since);
    }
  }

  public PackPipeline(Request request, Diagnostics diagnostics) {
    this.request = request;
    this.workers = new Workers(request.jobs());
    this.diagnostics = diagnostics;
  }

  /** What the site whose packs these are says of itself, or nothing if that has mistakes. */
  public Optional<SiteConfig> config() throws IOException {
    Optional<SiteConfig> config = SiteSettings.read(request.content(), diagnostics);
    return diagnostics.hasErrors() ? Optional.empty() : config;
  }

  /**
   * Makes the packs of a site; those that are too large are reported.
   *
   * @return none if the articles have mistakes, which are read only for HTML files
   * @throws KeyException if no delta pack can be made for one of the earlier packs
   */
  public List<MadePack> pack(SiteConfig config) throws IOException {
    LocalDate day = request.rules().date();
    var packs = new SitePacks(config, day, request.packs(), workers, request.jobs(), diagnostics);
    List<Base> bases = bases();
    List<PackSelection> selections = selections(packs, config);
    requireSeries(bases, selections);
    Optional<SingleFiles> singleFiles = singleFiles(config, selections);
    if (diagnostics.hasErrors()) {
      return List.of();
    }
    try (OutputFolder output = OutputFolder.open(request.output())) {
      SortedMap<String, Path> files = output.published();
      Files.createDirectories(request.target());
      var built = new ArrayList<MadePack>();
      List<FormerPack> former = former(files.values(), bases);
      for (PackSelection selection : selections) {
        List<Base> ofSeries = bases.stream().filter(base -> base.isOf(selection)).toList();
        if (!bases.isEmpty() && ofSeries.isEmpty()) {
          continue;
        }
        Optional<BuiltPack> pack = write(packs, selection, files, former);
        if (pack.isPresent()) {
          built.add(made(pack.get(), selection, files, singleFiles));
          writeDeltas(packs, pack.get(), ofSeries, built);
        }
      }
      return built;
    }
  }

  /** What makes HTML files, if there are to be any: only they need the articles. */
  private Optional<SingleFiles> singleFiles(SiteConfig config, List<PackSelection> selections)
      throws IOException {
    if (selections.stream().noneMatch(selection -> SingleFiles.areWanted(config, selection))) {
      return Optional.empty();
    }
    return new SiteLoader(request.rules(), workers, diagnostics)
        .load(request.content())
        .map(loaded -> new SingleFiles(loaded.site(), request.templates(), diagnostics));
  }

  private MadePack made(
      BuiltPack pack,
      PackSelection selection,
      SortedMap<String, Path> files,
      Optional<SingleFiles> singleFiles)
      throws IOException {
    return singleFiles.isEmpty()
        ? new MadePack(pack, Optional.empty())
        : singleFiles.get().beside(pack, selection, files, request.target(), this::writeSingleFile);
  }

  /** An earlier pack that a delta pack is to start from. */
  private record Base(Path file, FormerPack pack) {

    boolean isOf(PackSelection selection) {
      return pack.id().equals(selection.id());
    }
  }

  private List<Base> bases() throws IOException {
    var bases = new ArrayList<Base>();
    for (Path file : request.since()) {
      try {
        bases.add(new Base(file, FormerPack.of(file)));
      } catch (InvalidPackException e) {
        throw new IOException(file + " was changed since it was verified", e);
      }
    }
    return bases;
  }

  private static void requireSeries(List<Base> bases, List<PackSelection> selections)
      throws KeyException {
    for (Base base : bases) {
      if (selections.stream().noneMatch(base::isOf)) {
        String ids = String.join(", ", selections.stream().map(PackSelection::id).toList());
        throw new KeyException("pack.other-series", base.file().toString(), base.pack().id(), ids);
      }
    }
  }

  /** All packs that are known, so that the next number is higher. */
  private List<FormerPack> former(Collection<Path> published, List<Base> bases) throws IOException {
    var known = new ArrayList<Path>(published);
    try (Stream<Path> there = Files.list(request.target())) {
      there.sorted().forEach(known::add);
    }
    List<FormerPack> former = SitePacks.formerPacks(known);
    bases.forEach(base -> former.add(base.pack()));
    return former;
  }

  /** Adds the delta packs that lead to the pack that was made last. */
  private void writeDeltas(SitePacks packs, BuiltPack whole, List<Base> bases, List<MadePack> built)
      throws IOException {
    for (Base base : bases) {
      requireNewer(whole, base);
      Path file = request.target().resolve(whole.fileName());
      place(
              whole.manifest().id(),
              part -> packs.writeDelta(base.file(), file, part, request.target()))
          .ifPresent(delta -> built.add(new MadePack(delta, Optional.empty())));
    }
  }

  private static void requireNewer(BuiltPack whole, Base base) throws KeyException {
    PackVersion before = base.pack().version();
    if (before.identity().equals(whole.identity())) {
      throw new KeyException("pack.nothing-changed", base.file().toString());
    }
    if (!before.isOlderThan(whole.version())) {
      throw new KeyException(
          "pack.base-newer",
          base.file().toString(),
          "" + before.sequence(),
          "" + whole.manifest().sequence());
    }
  }

  private List<PackSelection> selections(SitePacks packs, SiteConfig config) {
    if (request.languages().isEmpty() && request.sections().isEmpty()) {
      return packs.usualSelections();
    }
    List<Language> languages =
        config.languages().stream()
            .filter(l -> request.languages().isEmpty() || request.languages().contains(l))
            .toList();
    List<String> sections =
        config.sections().stream().filter(request.sections()::contains).toList();
    return List.of(packs.selection(languages, sections));
  }

  private void writeSingleFile(String name, byte[] html) throws IOException {
    Path part = request.target().resolve(name + ".part");
    try {
      Files.write(part, html);
      moveWhole(part, name);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void moveWhole(Path part, String name) throws IOException {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part, request.target().resolve(name), ATOMIC_MOVE);
  }

  private Optional<BuiltPack> write(
      SitePacks packs,
      PackSelection selection,
      SortedMap<String, Path> files,
      List<FormerPack> former)
      throws IOException {
    return place(
        selection.id(), part -> packs.write(selection, files, former, part, request.target()));
  }

  /** Writes a pack into a file. */
  private interface Writing {
    Optional<BuiltPack> into(Path part) throws IOException;
  }

  /** A pack appears under its name whole or not at all. */
  private Optional<BuiltPack> place(String id, Writing writing) throws IOException {
    Path part = request.target().resolve(id + ".part");
    try {
      Optional<BuiltPack> pack = writing.into(part);
      if (pack.isPresent()) {
        moveWhole(part, pack.get().fileName());
      }
      return pack;
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
