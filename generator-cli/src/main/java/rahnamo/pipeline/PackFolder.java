package rahnamo.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import rahnamo.diagnostic.JsonText;
import rahnamo.pack.BuiltPack;
import rahnamo.pack.FormerPack;
import rahnamo.pack.PackSelection;
import rahnamo.pack.format.PackManifest;
import rahnamo.publish.Stage;
import rahnamo.render.Download;
import rahnamo.render.Workers;
import rahnamo.site.Site;
import rahnamo.text.Language;

/** The folder of a site with its offline packs and a list of them for programs. */
public final class PackFolder {

  private static final String FOLDER = "packs/";
  private static final String LIST = FOLDER + "packs.json";

  /** What lies in the folder whatever the packs are called. */
  static final List<String> FIXED_PATHS = List.of(LIST, FOLDER + "index.html", "sw.js");

  private final SitePacks packs;
  private final SingleFiles singleFiles;
  private final Workers workers;
  private final Path output;

  PackFolder(SitePacks packs, SingleFiles singleFiles, Workers workers, Path output) {
    this.packs = packs;
    this.singleFiles = singleFiles;
    this.workers = workers;
    this.output = output;
  }

  /**
   * Makes the usual packs of the site that is staged so far, and adds them.
   *
   * @param published the files of the last publication
   */
  List<MadePack> addTo(Stage stage, Collection<Path> published) throws IOException {
    SortedMap<String, Path> files = stage.files();
    List<FormerPack> former = SitePacks.formerPacks(published);
    Map<PackSelection, BuiltPack> built = new LinkedHashMap<>();
    try {
      for (PackSelection selection : packs.usualSelections()) {
        Optional<BuiltPack> pack =
            packs.write(selection, files, former, stage.scratch(), output.resolve(FOLDER));
        if (pack.isPresent()) {
          stage.copy(FOLDER + pack.get().fileName(), stage.scratch());
          built.put(selection, pack.get());
        }
      }
    } finally {
      Files.deleteIfExists(stage.scratch());
    }
    List<MadePack> all = withSingleFiles(built, files, stage);
    stage.write(LIST, list(all));
    return all;
  }

  private List<MadePack> withSingleFiles(
      Map<PackSelection, BuiltPack> built, SortedMap<String, Path> files, Stage stage)
      throws IOException {
    Map<PackSelection, MadePack> all = new ConcurrentHashMap<>();
    List<Workers.Task> tasks = new ArrayList<>();
    SingleFiles.Sink sink = (name, html) -> stage.write(FOLDER + name, html);
    built.forEach(
        (selection, pack) ->
            tasks.add(
                () ->
                    all.put(
                        selection,
                        singleFiles.beside(pack, selection, files, output.resolve(FOLDER), sink))));
    workers.run(tasks);
    return built.keySet().stream().map(all::get).map(Objects::requireNonNull).toList();
  }

  private static byte[] list(List<MadePack> built) {
    var members = new LinkedHashMap<String, Object>();
    members.put("format", PackManifest.FORMAT);
    members.put("packs", built.stream().map(MadePack::members).toList());
    return (JsonText.of(members) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** The packs as the download page names them. */
  static List<Download> downloads(List<MadePack> built, Site site) {
    var downloads = new ArrayList<Download>();
    for (MadePack files : built) {
      BuiltPack pack = files.pack();
      List<Language> languages =
          site.config().languages().stream()
              .filter(language -> pack.manifest().languages().contains(language.folder()))
              .toList();
      downloads.add(
          new Download(
              pack.fileName(),
              languages,
              pack.size(),
              pack.manifest().files(),
              pack.digest().hex(),
              pack.manifest().id(),
              pack.manifest().bytes(),
              files
                  .singleFile()
                  .map(
                      single ->
                          new Download.Single(single.fileName(), single.size(), single.digest()))));
    }
    return downloads;
  }
}
