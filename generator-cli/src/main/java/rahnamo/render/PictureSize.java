package rahnamo.render;

import rahnamo.config.SiteConfig;
import rahnamo.source.MediaFile;
import rahnamo.source.Orientation;
import rahnamo.source.UnreadableMediaException;

/**
 * The size of a picture now and after it is made smaller, as pages announce it.
 *
 * @param width the width in pixels
 * @param height the height in pixels
 * @param targetWidth the width to publish
 * @param targetHeight the height to publish
 */
record PictureSize(int width, int height, int targetWidth, int targetHeight) {

  static PictureSize of(MediaFile file, SiteConfig.Images images) {
    int width = file.width().orElseThrow();
    int height = file.height().orElseThrow();
    int targetWidth = Math.min(width, images.width());
    long targetHeight = Math.round((double) height * targetWidth / width);
    return new PictureSize(width, height, targetWidth, (int) Math.max(1, targetHeight));
  }

  /** Whether the published picture has fewer pixels. */
  boolean isSmaller() {
    return targetWidth < width;
  }

  long pixels() {
    return (long) width * height;
  }

  /** The same sizes of the picture as it is stored, before it is turned upright. */
  @SuppressWarnings("ArgumentSelectionDefectChecker") // the sides change places
  PictureSize stored(Orientation orientation) {
    return orientation.swapsSides()
        ? new PictureSize(height, width, targetHeight, targetWidth)
        : this;
  }

  /** Makes sure that the file still holds the picture that was looked at. */
  void check(int storedWidth, int storedHeight, Orientation orientation)
      throws UnreadableMediaException {
    PictureSize stored = stored(orientation);
    if (stored.width != storedWidth || stored.height != storedHeight) {
      throw new UnreadableMediaException("media.changed");
    }
  }
}
