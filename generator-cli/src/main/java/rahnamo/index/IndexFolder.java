package rahnamo.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An index in a folder of the disk. Immutable.
 *
 * @param folder the folder that holds {@code index.js}
 */
public record IndexFolder(Path folder) implements IndexSource {

  @Override
  public Optional<byte[]> read(String path) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(folder.resolve(path)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
