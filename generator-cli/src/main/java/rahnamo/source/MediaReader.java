package rahnamo.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/** Reads whole pictures and sounds of the content folder, of a bounded size. */
public final class MediaReader {

  /** The largest picture or sound, in bytes. */
  public static final int MAX_SIZE = 20 * 1024 * 1024;

  private MediaReader() {}

  /** The bytes of a file that {@link MediaInspector} has found good. */
  public static byte[] read(ContentFile file) throws IOException {
    try (InputStream in = Files.newInputStream(file.file())) {
      byte[] bytes = in.readNBytes(MAX_SIZE + 1);
      if (bytes.length != file.size()) {
        throw new UnreadableMediaException("media.changed");
      }
      return bytes;
    }
  }
}
