package rahnamo.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import rahnamo.text.Language;

/**
 * An index in a folder of the disk. Immutable.
 *
 * @param folder the folder that holds {@code index.js}
 */
public record IndexFolder(Path folder) implements IndexSource {

  /**
   * The index of a language in a built site, in a folder with an index for each language, or in the
   * given folder itself; nothing if there is none.
   */
  public static Optional<IndexFolder> find(Path folder, Language language) {
    return Stream.of(
            folder.resolve("search").resolve(language.folder()),
            folder.resolve(language.folder()),
            folder)
        .filter(place -> Files.isRegularFile(place.resolve(ShardWriter.DIRECTORY)))
        .map(IndexFolder::new)
        .findFirst();
  }

  @Override
  public Optional<byte[]> read(String path) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(folder.resolve(path)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
