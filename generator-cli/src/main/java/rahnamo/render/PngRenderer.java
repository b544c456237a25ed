package rahnamo.render;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import rahnamo.source.Orientation;
import rahnamo.source.PngHeader;

/** Makes a PNG file ready to publish: upright, small enough, without texts and profiles. */
final class PngRenderer {

  private final PngHeader header;
  private final PngChunks chunks;
  private final PictureSize size;

  PngRenderer(byte[] png, PictureSize size) throws IOException {
    this.header = PngHeader.read(new ByteArrayInputStream(png));
    this.size = size;
    size.check(header.width(), header.height(), header.orientation());
    this.chunks = PngChunks.of(png);
  }

  /** Whether the pixels as they are stored can be kept. */
  boolean isKept() {
    return !size.isSmaller() && header.orientation() == Orientation.UPRIGHT;
  }

  /** The file with the same pixels. */
  byte[] keep() {
    return chunks.toFile();
  }

  /** The file decoded and written anew. */
  byte[] remake() throws IOException {
    PictureSize stored = size.stored(header.orientation());
    var decoder = new PngDecoder(header, chunks);
    var scaler =
        new AreaScaler(
            stored.width(),
            stored.height(),
            decoder.bands(),
            stored.targetWidth(),
            stored.targetHeight());
    decoder.decode(scaler);
    var encoder = new PngEncoder(scaler.result().turned(header.orientation()));
    return encoder.encode(chunks.content("gAMA"), chunks.content("sRGB"));
  }
}
