package rahnamo.render;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import rahnamo.config.SiteConfig;
import rahnamo.source.MediaFile;
import rahnamo.source.MediaReader;
import rahnamo.source.UnreadableMediaException;

/**
 * Makes pictures ready to publish: not wider than the site wants, upright, without places, names
 * and other notes of cameras and programs. The same file gives the same bytes on every machine.
 * Sound is copied as it is, with its tags. Safe for use by many threads.
 */
public final class MediaRenderer {

  private static final int LARGE_PICTURE = 4_000_000;

  /**
   * Large pictures are decoded one at a time; the memory is that of the process, so is the lock.
   */
  private static final ReentrantLock ONE_LARGE_PICTURE = new ReentrantLock();

  /**
   * The bytes to publish.
   *
   * @throws UnreadableMediaException if the file is damaged or of a kind that cannot be decoded,
   *     which its beginning did not show
   */
  public byte[] render(MediaFile file, SiteConfig.Images images) throws IOException {
    byte[] bytes = MediaReader.read(file.file());
    return switch (file.type()) {
      case JPEG -> jpeg(bytes, PictureSize.of(file, images), images.quality());
      case PNG -> png(bytes, PictureSize.of(file, images));
      case SVG -> SvgWriter.write(bytes);
      case MP3, OGG, M4A -> bytes;
    };
  }

  private static byte[] jpeg(byte[] bytes, PictureSize size, int quality) throws IOException {
    var renderer = new JpegRenderer(bytes, size);
    return renderer.isKept() ? renderer.keep() : inTurn(size, () -> renderer.remake(quality));
  }

  private static byte[] png(byte[] bytes, PictureSize size) throws IOException {
    var renderer = new PngRenderer(bytes, size);
    return renderer.isKept() ? renderer.keep() : inTurn(size, renderer::remake);
  }

  /** Work on one picture. */
  private interface Work {
    byte[] result() throws IOException;
  }

  private static byte[] inTurn(PictureSize size, Work work) throws IOException {
    if (size.pixels() <= LARGE_PICTURE) {
      return work.result();
    }
    ONE_LARGE_PICTURE.lock();
    try {
      return work.result();
    } finally {
      ONE_LARGE_PICTURE.unlock();
    }
  }
}
