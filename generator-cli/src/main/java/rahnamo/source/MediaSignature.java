package rahnamo.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A file format that shows in the first bytes of a file, whatever the file is called. */
enum MediaSignature {
  JPEG("media.is-jpeg"),
  PNG("media.is-png"),
  GIF("media.is-gif"),
  WEBP("media.is-webp"),
  HEIF("media.is-heif"),
  MP3("media.is-sound"),
  OGG("media.is-sound"),
  M4A("media.is-sound");

  /** How many first bytes are looked at. */
  static final int LENGTH = 16;

  private static final Set<String> PICTURE_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");

  private final String term;

  MediaSignature(String term) {
    this.term = term;
  }

  /** The key of the words that say what the file is. */
  String term() {
    return term;
  }

  /** Whether files of this format are what the type promises. */
  boolean fits(MediaType type) {
    return name().equals(type.name());
  }

  /** The format of a file that begins with these bytes. */
  static Optional<MediaSignature> of(byte[] bytes) {
    byte[] head = Arrays.copyOf(bytes, LENGTH);
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u00FF\u00D8\u00FF")) {
      return Optional.of(JPEG);
    }
    if (text.startsWith("\u0089PNG\r\n")) {
      return Optional.of(PNG);
    }
    if (text.startsWith("GIF8")) {
      return Optional.of(GIF);
    }
    if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
      return Optional.of(WEBP);
    }
    if (text.startsWith("ftyp", 4)) {
      return Optional.of(PICTURE_BRANDS.contains(text.substring(8, 12)) ? HEIF : M4A);
    }
    if (text.startsWith("OggS")) {
      return Optional.of(OGG);
    }
    return text.startsWith("ID3") || isMpegFrame(head) ? Optional.of(MP3) : Optional.empty();
  }

  /** Eleven set bits and a layer; without a layer it would be AAC. */
  private static boolean isMpegFrame(byte[] head) {
    return head[0] == (byte) 0xFF && (head[1] & 0xE0) == 0xE0 && (head[1] & 0x06) != 0;
  }
}
