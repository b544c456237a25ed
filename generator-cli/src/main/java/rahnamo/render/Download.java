package rahnamo.render;

import java.util.List;
import java.util.Optional;
import rahnamo.text.Language;

/**
 * A pack that readers can take along. Immutable.
 *
 * @param file its name in the folder of packs
 * @param languages its languages
 * @param size its bytes
 * @param files how many files of the site it holds
 * @param digest its SHA-256
 * @param id the series of packs that it belongs to
 * @param unpacked the bytes of the files of the site that it holds
 * @param single the same as one HTML file, if there is one
 */
public record Download(
    String file,
    List<Language> languages,
    long size,
    int files,
    String digest,
    String id,
    long unpacked,
    Optional<Single> single) {

  /**
   * A pack as one HTML file.
   *
   * @param file its name in the folder of packs
   * @param size its bytes
   * @param digest its SHA-256
   */
  public record Single(String file, long size, String digest) {}
}
