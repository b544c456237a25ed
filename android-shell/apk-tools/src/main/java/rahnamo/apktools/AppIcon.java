package rahnamo.apktools;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The picture of an app.
 *
 * @param file its name under {@code res}
 */
public record AppIcon(String file, Content content) {

  private static final String DRAWING = "drawable/icon.xml";
  private static final String PICTURE = "drawable/icon.png";

  // spec (PNG, 5.2 and 11.2.2): eight bytes, then the length and name of the first chunk, then
  // width
  // and height
  private static final byte[] PNG = {
    (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'
  };

  private static final int MIN_PIXELS = 48;
  private static final int MAX_PIXELS = 512;

  /**
   * A picture of squares, itself a square.
   *
   * @throws IconException if it is none, or too small or large
   */
  public static AppIcon ofPng(byte[] bytes) throws IconException {
    boolean isPng =
        bytes.length >= PNG.length + 8 && Arrays.equals(PNG, Arrays.copyOf(bytes, PNG.length));
    if (!isPng) {
      throw new IconException(List.of("PNG"));
    }
    ByteBuffer size = ByteBuffer.wrap(bytes, PNG.length, 8);
    int width = size.getInt();
    int height = size.getInt();
    if (width != height || width < MIN_PIXELS || width > MAX_PIXELS) {
      throw new IconException(List.of(width + "x" + height));
    }
    return new AppIcon(PICTURE, Content.of(bytes));
  }

  /**
   * A picture of shapes.
   *
   * @throws IconException if the drawing uses what Android's drawings do not have
   */
  public static AppIcon ofSvg(byte[] bytes) throws IconException {
    return new AppIcon(DRAWING, Content.of(SvgDrawing.translate(bytes)));
  }

  void replaceIn(Map<String, Content> drawings) {
    drawings.remove(DRAWING);
    drawings.put(file, content);
  }
}
