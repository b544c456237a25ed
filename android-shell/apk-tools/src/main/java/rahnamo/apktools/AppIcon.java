package rahnamo.apktools;

import java.util.Map;

/**
 * The picture of an app.
 *
 * @param file its name under {@code res}
 */
public record AppIcon(String file, Content content) {

  private static final String DRAWING = "drawable/icon.xml";
  private static final String PICTURE = "drawable/icon.png";

  // spec (PNG, 5.2): the first eight bytes
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

  /**
   * A picture of squares.
   *
   * @throws IllegalArgumentException if the bytes are no PNG
   */
  public static AppIcon ofPng(byte[] bytes) {
    for (int i = 0; i < PNG.length; i++) {
      if (i >= bytes.length || bytes[i] != PNG[i]) {
        throw new IllegalArgumentException("not a PNG");
      }
    }
    return new AppIcon(PICTURE, Content.of(bytes));
  }

  /**
   * A picture of shapes.
   *
   * @throws IllegalArgumentException if the drawing uses what Android's drawings do not have
   */
  public static AppIcon ofSvg(byte[] bytes) {
    return new AppIcon(DRAWING, Content.of(SvgDrawing.translate(bytes)));
  }

  void replaceIn(Map<String, Content> drawings) {
    drawings.remove(DRAWING);
    drawings.put(file, content);
  }
}
