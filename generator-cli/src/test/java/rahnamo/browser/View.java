package rahnamo.browser;

/**
 * What a reader looks through: the size of the screen and the settings of the browser.
 *
 * @param width of the page, in CSS pixels
 * @param height of the page, in CSS pixels
 * @param isDark whether the reader asks for dark colours
 * @param hasScripts whether JavaScript is on
 */
public record View(int width, int height, boolean isDark, boolean hasScripts) {

  /** The cheap phone that the site is made for. */
  public static final View PHONE = new View(360, 640, false, true);

  /** A desktop computer. */
  public static final View DESKTOP = new View(1280, 800, false, true);

  /** The same screen with dark colours. */
  public View dark() {
    return new View(width, height, true, hasScripts);
  }

  /** The same screen with JavaScript off. */
  public View withoutScripts() {
    return new View(width, height, isDark, false);
  }

  /** The same settings on a screen of another width. */
  public View wide(int pixels) {
    return new View(pixels, height, isDark, hasScripts);
  }
}
