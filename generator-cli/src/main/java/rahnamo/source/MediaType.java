package rahnamo.source;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A kind of picture or sound that pages may use. */
public enum MediaType {
  JPEG("image/jpeg", List.of("jpg", "jpeg")),
  PNG("image/png", List.of("png")),
  SVG("image/svg+xml", List.of("svg")),
  MP3("audio/mpeg", List.of("mp3")),
  OGG("audio/ogg", List.of("ogg", "opus")),
  M4A("audio/mp4", List.of("m4a"));

  private final String mimeType;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> extensions;

  MediaType(String mimeType, List<String> extensions) {
    this.mimeType = mimeType;
    this.extensions = extensions;
  }

  /** The type as web servers name it. */
  public String mimeType() {
    return mimeType;
  }

  /** Whether it is a picture. */
  public boolean isPicture() {
    return mimeType.startsWith("image/");
  }

  /** The file name extensions, without a dot. */
  public List<String> extensions() {
    return extensions;
  }

  /** The type that a file name promises. */
  public static Optional<MediaType> ofName(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return Arrays.stream(values()).filter(t -> t.extensions.contains(extension)).findFirst();
  }
}
