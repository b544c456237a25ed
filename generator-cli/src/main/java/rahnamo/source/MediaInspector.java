package rahnamo.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;

/**
 * Finds out what the files of the media folder really are and how large their pictures are. Of
 * pictures in pixels only the beginning is read, so a bomb costs nothing; drawings are read whole.
 */
public final class MediaInspector {

  /** The largest picture, in pixels. */
  public static final int MAX_PIXELS = 40_000_000;

  /** The longest side that a JPEG can have, and that browsers show. */
  private static final int MAX_SIDE = 65_535;

  private final Diagnostics diagnostics;

  private MediaInspector(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** The usable files in the same order; what is wrong with the others is reported. */
  public static List<MediaFile> inspect(List<ContentFile> media, Diagnostics diagnostics) {
    var inspector = new MediaInspector(diagnostics);
    var usable = new ArrayList<MediaFile>(media.size());
    media.forEach(file -> inspector.inspect(file).ifPresent(usable::add));
    return usable;
  }

  private Optional<MediaFile> inspect(ContentFile file) {
    Optional<MediaType> type = MediaType.ofName(file.name());
    if (type.isEmpty()) {
      String extension = file.name().substring(file.name().lastIndexOf('.') + 1);
      report(file, DiagnosticCode.UNKNOWN_MEDIA_TYPE, extension, allowedExtensions());
      return Optional.empty();
    }
    if (file.size() > MediaReader.MAX_SIZE) {
      String limit = Integer.toString(MediaReader.MAX_SIZE);
      report(file, DiagnosticCode.FILE_TOO_LARGE, Long.toString(file.size()), limit);
      return Optional.empty();
    }
    try {
      return read(file, type.get());
    } catch (UnreadableMediaException e) {
      diagnostics.report(e.diagnostic(file, type.get()));
    } catch (IOException e) {
      report(file, DiagnosticCode.UNREADABLE_FILE, SourceReader.reason(e));
    }
    return Optional.empty();
  }

  private Optional<MediaFile> read(ContentFile file, MediaType type) throws IOException {
    try (var in = new BufferedInputStream(Files.newInputStream(file.file()))) {
      byte[] head = in.readNBytes(MediaSignature.LENGTH);
      checkSignature(head, type);
      var whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
      return switch (type) {
        case JPEG -> jpeg(file, JpegHeader.read(whole));
        case PNG -> png(file, PngHeader.read(whole));
        case SVG -> svg(file, MediaReader.read(file));
        case MP3, OGG, M4A -> Optional.of(sound(file, type));
      };
    }
  }

  private static void checkSignature(byte[] head, MediaType type) throws IOException {
    if (head.length == 0) {
      throw new UnreadableMediaException("media.truncated");
    }
    Optional<MediaSignature> signature = MediaSignature.of(head);
    boolean isText = type == MediaType.SVG; // any text may be a drawing: its parser decides
    if (signature.isEmpty() ? !isText : !signature.get().fits(type)) {
      String term = signature.map(MediaSignature::term).orElse("media.unknown");
      throw new UnreadableMediaException(term);
    }
  }

  private static MediaFile sound(ContentFile file, MediaType type) {
    return new MediaFile(file, type, OptionalInt.empty(), OptionalInt.empty());
  }

  private Optional<MediaFile> jpeg(ContentFile file, JpegHeader header) throws IOException {
    return picture(file, MediaType.JPEG, header.width(), header.height(), header.orientation());
  }

  private Optional<MediaFile> png(ContentFile file, PngHeader header) throws IOException {
    return picture(file, MediaType.PNG, header.width(), header.height(), header.orientation());
  }

  private Optional<MediaFile> picture(
      ContentFile file, MediaType type, int storedWidth, int storedHeight, Orientation orientation)
      throws IOException {
    int width = orientation.swapsSides() ? storedHeight : storedWidth;
    int height = orientation.swapsSides() ? storedWidth : storedHeight;
    if (width == 0 || height == 0) {
      throw new UnreadableMediaException("media.no-size");
    }
    if ((long) width * height > MAX_PIXELS) {
      report(
          file,
          DiagnosticCode.IMAGE_TOO_LARGE,
          Integer.toString(width),
          Integer.toString(height),
          Integer.toString(MAX_PIXELS));
      return Optional.empty();
    }
    if (Math.max(width, height) > MAX_SIDE) {
      throw new UnreadableMediaException("media.side");
    }
    return Optional.of(new MediaFile(file, type, OptionalInt.of(width), OptionalInt.of(height)));
  }

  private Optional<MediaFile> svg(ContentFile file, byte[] bytes) throws IOException {
    SvgCheck.Result result = SvgCheck.check(bytes);
    result.unsafe().forEach(found -> report(file, DiagnosticCode.UNSAFE_SVG, found));
    return result.unsafe().isEmpty()
        ? Optional.of(
            new MediaFile(file, MediaType.SVG, result.size().width(), result.size().height()))
        : Optional.empty();
  }

  private static String allowedExtensions() {
    return Arrays.stream(MediaType.values())
        .flatMap(type -> type.extensions().stream())
        .collect(Collectors.joining(", "));
  }

  private void report(ContentFile file, DiagnosticCode code, String... arguments) {
    diagnostics.report(code, SourceSpan.ofFile(file.display()), arguments);
  }
}
