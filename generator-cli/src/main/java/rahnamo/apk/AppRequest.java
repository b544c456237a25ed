package rahnamo.apk;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rahnamo.pack.format.RootDocument;

/**
 * An app to be made, checked. Immutable.
 *
 * @param id by which phones tell it from all other apps
 * @param names what it is called, by resource qualifier such as {@code -ru}; the empty one for all
 *     other languages
 * @param version its number and name
 * @param icon a picture, if not the neutral one
 * @param colour of the bar that says whom a pack comes from, if not the usual one
 * @param roots the documents of the publisher to trust
 * @param pack the pack that comes with it
 */
public record AppRequest(
    String id,
    Map<String, String> names,
    AppVersion version,
    Optional<Path> icon,
    Optional<String> colour,
    List<RootDocument> roots,
    Optional<Path> pack) {

  public AppRequest {
    names = Map.copyOf(names);
    roots = List.copyOf(roots);
  }
}
