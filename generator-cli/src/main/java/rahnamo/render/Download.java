package rahnamo.render;

import java.util.List;
import rahnamo.text.Language;

/**
 * A pack that readers can take along. Immutable.
 *
 * @param file its name in the folder of packs
 * @param languages its languages
 * @param size its bytes
 * @param files how many files of the site it holds
 * @param digest its SHA-256
 */
public record Download(
    String file, List<Language> languages, long size, int files, String digest) {}
