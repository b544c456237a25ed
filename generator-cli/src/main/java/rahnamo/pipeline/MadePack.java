package rahnamo.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rahnamo.pack.BuiltPack;
import rahnamo.pack.format.PackManifest;

/**
 * A pack that was written, and the same as one HTML file. Immutable.
 *
 * @param pack the zip
 * @param singleFile the HTML file, if there is one
 */
public record MadePack(BuiltPack pack, Optional<Single> singleFile) {

  /**
   * An HTML file.
   *
   * @param fileName its name, which differs from the pack's by its ending only
   * @param size its bytes
   * @param digest its SHA-256 in hex
   * @param leftOut the pictures and recordings that it lacks, as paths in the site
   */
  public record Single(String fileName, long size, String digest, List<String> leftOut) {}

  /** What programs want to know of the files before they fetch one. */
  public Map<String, Object> members() {
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
    if (!manifest.isDelta()) {
      members.put("parts", pack.parts().members());
    }
    if (manifest.isDelta()) {
      members.put("base-sequence", manifest.base().sequence());
      members.put("base-identity", manifest.base().identity().hex());
      members.put("result-identity", manifest.result().hex());
    }
    singleFile.ifPresent(single -> members.put("single-file", members(single)));
    return members;
  }

  private static Map<String, Object> members(Single single) {
    var members = new LinkedHashMap<String, Object>();
    members.put("file", single.fileName());
    members.put("bytes", single.size());
    members.put("sha256", single.digest());
    members.put("left-out", single.leftOut());
    return members;
  }
}
