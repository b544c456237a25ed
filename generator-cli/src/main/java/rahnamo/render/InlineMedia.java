package rahnamo.render;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import rahnamo.source.MediaType;

/** Writes pictures into the addresses of one page, as long as they are small. */
final class InlineMedia {

  private static final int MOST_OF_ONE = 100 * 1024;
  private static final int MOST_OF_ALL = 4 << 20;

  private final PackedSite files;
  private final TreeSet<String> leftOut = new TreeSet<>();
  private int taken;

  InlineMedia(PackedSite files) {
    this.files = files;
  }

  /** The address that holds a picture, unless it is left out. */
  Optional<String> address(String path) throws IOException {
    Optional<MediaType> type = MediaType.ofName(path).filter(MediaType::isPicture);
    if (type.isPresent() && files.paths().contains(path)) {
      byte[] bytes = files.read(path);
      if (bytes.length <= MOST_OF_ONE && taken + bytes.length <= MOST_OF_ALL) {
        taken += bytes.length;
        return Optional.of(dataAddress(type.get().mimeType(), bytes));
      }
    }
    leaveOut(path);
    return Optional.empty();
  }

  void leaveOut(String path) {
    leftOut.add(path);
  }

  /** What was left out so far, as paths in the site. */
  List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  /** An address that holds the bytes of a file. */
  static String dataAddress(String mimeType, byte[] bytes) {
    return "data:" + mimeType + ";base64," + Base64.getEncoder().encodeToString(bytes);
  }
}
