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
import java.util.Optional;
import java.util.SortedMap;
import rahnamo.diagnostic.JsonText;
import rahnamo.pack.BuiltPack;
import rahnamo.pack.FormerPack;
import rahnamo.pack.PackSelection;
import rahnamo.pack.format.PackManifest;
import rahnamo.publish.Stage;
import rahnamo.render.Download;
import rahnamo.site.Site;
import rahnamo.text.Language;

/** The folder of a site with its offline packs and a list of them for programs. */
public final class PackFolder {

  private static final String FOLDER = "packs/";
  private static final String LIST = FOLDER + "packs.json";

  /** What lies in the folder whatever the packs are called. */
  static final List<String> FIXED_PATHS = List.of(LIST, FOLDER + "index.html");

  private final SitePacks packs;
  private final Path output;

  PackFolder(SitePacks packs, Path output) {
    this.packs = packs;
    this.output = output;
  }

  /**
   * Makes the usual packs of the site that is staged so far, and adds them.
   *
   * @param published the files of the last publication
   */
  List<BuiltPack> addTo(Stage stage, Collection<Path> published) throws IOException {
    SortedMap<String, Path> files = stage.files();
    List<FormerPack> former = SitePacks.formerPacks(published);
    var built = new ArrayList<BuiltPack>();
    try {
      for (PackSelection selection : packs.usualSelections()) {
        Optional<BuiltPack> pack =
            packs.write(selection, files, former, stage.scratch(), output.resolve(FOLDER));
        if (pack.isPresent()) {
          stage.copy(FOLDER + pack.get().fileName(), stage.scratch());
          built.add(pack.get());
        }
      }
    } finally {
      Files.deleteIfExists(stage.scratch());
    }
    stage.write(LIST, list(built));
    return built;
  }

  private static byte[] list(List<BuiltPack> built) {
    var members = new LinkedHashMap<String, Object>();
    members.put("format", PackManifest.FORMAT);
    members.put("packs", built.stream().map(PackFolder::members).toList());
    return (JsonText.of(members) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** What programs want to know of a pack before they fetch it. */
  public static Map<String, Object> members(BuiltPack pack) {
    PackManifest manifest = pack.manifest();
    var members = new LinkedHashMap<String, Object>();
    members.put("file", pack.fileName());
    members.put("id", manifest.id());
    members.put("languages", manifest.languages());
    members.put("titles", manifest.titles());
    members.put("epoch", manifest.epoch());
    members.put("sequence", manifest.sequence());
    members.put("created", manifest.created().toString());
    members.put("stale-after", manifest.staleAfter().toString());
    members.put("bytes", pack.size());
    members.put("sha256", pack.digest().hex());
    members.put("identity", pack.identity().hex());
    members.put("files", manifest.files());
    members.put("unpacked", manifest.bytes());
    members.put("signed", pack.isSigned());
    if (manifest.isDelta()) {
      members.put("base-sequence", manifest.base().sequence());
      members.put("base-identity", manifest.base().identity().hex());
      members.put("result-identity", manifest.result().hex());
    }
    return members;
  }

  /** The packs as the download page names them. */
  static List<Download> downloads(List<BuiltPack> built, Site site) {
    var downloads = new ArrayList<Download>();
    for (BuiltPack pack : built) {
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
              pack.digest().hex()));
    }
    return downloads;
  }
}
