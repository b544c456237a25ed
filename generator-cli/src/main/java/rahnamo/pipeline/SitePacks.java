package rahnamo.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import rahnamo.config.SiteConfig;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.diagnostic.Term;
import rahnamo.pack.BuiltPack;
import rahnamo.pack.DeltaPackWriter;
import rahnamo.pack.FormerPack;
import rahnamo.pack.PackRequest;
import rahnamo.pack.PackSelection;
import rahnamo.pack.PackTooLargeException;
import rahnamo.pack.PackWriter;
import rahnamo.pack.format.InvalidPackException;
import rahnamo.pack.format.PackFileName;
import rahnamo.pack.format.PackLimits;
import rahnamo.render.Workers;
import rahnamo.text.Language;

/** Makes the packs of one site: of all its languages, of one, or of some sections. */
final class SitePacks {

  private final SiteConfig config;
  private final LocalDate day;
  private final PackOptions options;
  private final PackWriter writer;
  private final Diagnostics diagnostics;
  private final int jobs;

  /**
   * @param day the day for which the packs are made
   */
  SitePacks(
      SiteConfig config,
      LocalDate day,
      PackOptions options,
      Workers workers,
      int jobs,
      Diagnostics diagnostics) {
    this.config = config;
    this.day = day;
    this.options = options;
    this.writer = new PackWriter(workers, jobs);
    this.diagnostics = diagnostics;
    this.jobs = jobs;
  }

  /** A pack for all languages, and one for each. */
  List<PackSelection> usualSelections() {
    List<Language> all = config.languages();
    var selections = new ArrayList<PackSelection>();
    if (all.size() > 1) {
      selections.add(selection(all, List.of()));
    }
    all.forEach(language -> selections.add(selection(List.of(language), List.of())));
    return selections;
  }

  /**
   * A selection, named after what it holds.
   *
   * @param sections the sections; if there are none, all
   */
  PackSelection selection(List<Language> languages, List<String> sections) {
    List<Language> all = config.languages();
    boolean hasAllLanguages = languages.size() == all.size() && all.size() > 1;
    var id = new ArrayList<String>(List.of(config.packs().name()));
    if (hasAllLanguages) {
      id.add("all");
    } else {
      languages.forEach(language -> id.add(language.folder()));
    }
    id.addAll(sections);
    List<Language> others = all.stream().filter(l -> !languages.contains(l)).toList();
    List<String> otherSections =
        sections.isEmpty()
            ? List.of()
            : config.sections().stream().filter(s -> !sections.contains(s)).toList();
    return new PackSelection(
        String.join("-", id), folders(languages), folders(others), otherSections);
  }

  private static List<String> folders(List<Language> languages) {
    return languages.stream().map(Language::folder).toList();
  }

  /**
   * Writes a pack into a file; that it would be too large is reported.
   *
   * @param files where each file of the site lies, by its path
   * @param former packs that were published before
   * @param place how messages name the pack's folder
   */
  Optional<BuiltPack> write(
      PackSelection selection,
      SortedMap<String, Path> files,
      List<FormerPack> former,
      Path file,
      Path place)
      throws IOException {
    try {
      Optional<FormerPack> newest =
          former.stream()
              .filter(pack -> pack.id().equals(selection.id()))
              .reduce((a, b) -> a.version().isOlderThan(b.version()) ? b : a);
      BuiltPack pack = writer.write(request(selection), files, newest, file);
      if (pack.size() > PackLimits.COMFORTABLE_PACK_SIZE) {
        report(DiagnosticCode.PACK_LARGE, place.resolve(pack.fileName()), mebibytes(pack.size()));
      }
      return Optional.of(pack);
    } catch (PackTooLargeException e) {
      boolean isFile = !e.limit().startsWith("pack-limit.");
      report(
          DiagnosticCode.PACK_TOO_LARGE,
          place.resolve(selection.id() + ".zip"),
          isFile ? "`" + e.limit() + "`" : Term.of(e.limit()),
          Long.toString(e.found()),
          Long.toString(e.allowed()));
      return Optional.empty();
    }
  }

  /**
   * Writes a delta pack into a file; that it would be no smaller than the whole pack is reported.
   *
   * @param base an earlier pack of the series
   * @param whole the file of the pack that it leads to
   * @param place how messages name the pack's folder
   */
  Optional<BuiltPack> writeDelta(Path base, Path whole, Path file, Path place) throws IOException {
    try {
      return Optional.of(new DeltaPackWriter(options.signer(), jobs).write(base, whole, file));
    } catch (PackTooLargeException e) {
      report(
          DiagnosticCode.DELTA_TOO_LARGE,
          place.resolve(whole.getFileName()),
          base.toString(),
          Long.toString(e.allowed()));
      return Optional.empty();
    } catch (InvalidPackException e) {
      throw new IOException(base + " or " + whole + " was changed while it was read", e);
    }
  }

  private void report(DiagnosticCode code, Path file, String... arguments) {
    diagnostics.report(code, SourceSpan.ofFile(file.toString()), arguments);
  }

  private static String mebibytes(long bytes) {
    return Long.toString((bytes + (1 << 20) - 1) >> 20);
  }

  private PackRequest request(PackSelection selection) {
    Map<String, String> titles = new LinkedHashMap<>();
    for (Language language : config.languages()) {
      if (selection.languages().contains(language.folder())) {
        titles.put(language.folder(), config.text(config.title(), language));
      }
    }
    LocalDate stale = day.plusDays(config.packs().staleAfter());
    return new PackRequest(selection, titles, day, stale, options.sequence(), options.signer());
  }

  /** What the packs among some files say of themselves; others are passed over. */
  static List<FormerPack> formerPacks(Iterable<Path> files) throws IOException {
    var packs = new ArrayList<FormerPack>();
    for (Path file : files) {
      boolean isPack = PackFileName.isValid(String.valueOf(file.getFileName()));
      if (isPack && Files.isRegularFile(file)) {
        try {
          packs.add(FormerPack.of(file));
        } catch (InvalidPackException e) {
          // It takes part in no order, and it goes with the next publication.
        }
      }
    }
    return packs;
  }
}
